import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hemifacialSpasm } from '@facialis/knowledge'
import { dossierRules } from '@facialis/knowledge/elsewhere.ts'
import { type Example, examples } from '@facialis/knowledge/examples/index.ts'
import type { Pathway } from '@facialis/language'
import { belongsTo, isRule, type Trace, tracesOf } from './traces.ts'

/** Where every example patient is asked whether the guidance says about them what it should. */
const exampleTest = 'spec/examples/examples.test.ts'

/** docs/traceability.md: from each sentence of a source to what acts on it, who shows it, and what tests it. */
export function traceabilityPage(pathway: Pathway = hemifacialSpasm): string {
  const traces = tracesOf(pathway)
  const tests = testsByName()
  return [
    `# Traceability: ${pathway.title}`,
    `Written from pathway ${pathway.id} ${pathway.version} (${pathway.status}) by \`node scripts/generate.ts\`. Do not edit.`,
    `Each example patient is tested in \`${exampleTest}\`; other tests are found by the names of rules, steps and alerts they mention. A passage marked **must** with no rule, or a rule of the dossier without a home, fails the tests.`,
    '## Passages',
    table(
      ['passage', 'says', 'acted on by', 'example patients', 'tests'],
      pathway.passages.map((p) => {
        const acting = traces.filter((t) => t.cites.includes(p.id))
        const rules = acting.filter(isRule)
        const people = peopleAbout([p.id, ...rules.map((t) => t.rule)])
        return [
          `${p.id}${p.normative ? ' **must**' : ''}${p.unverified ? ' (unverified)' : ''}`,
          p.paraphrase,
          listed(acting.map(placed), 14),
          listed(people, 8),
          listed(testsFor(rules, people, tests), 6),
        ]
      }),
    ),
    '## Rules of the dossier',
    table(
      ['rule', 'says', 'where', 'example patients', 'tests'],
      dossierRules.map(({ id, says, elsewhere = [], tested = [] }) => {
        const homes = homesOf(id, traces)
        const people = peopleAbout([id])
        return [
          id,
          says,
          listed([...homes.map(({ where }) => where), ...elsewhere.map(({ path, what }) => `\`${path}\` ${what}`)], 14),
          listed(people, 8),
          listed([...tested, ...testsFor(homes, people, tests)], 6),
        ]
      }),
    ),
    '## Rules of our own',
    'Answers that hold when nothing else does, and rules that the corrections or the order of stages brought.',
    table(['rule', 'where', 'cites'], ownRules(traces)),
    '## Judgements without a source',
    `${traces.filter((t) => t.cites.includes('own-judgement')).length} places declare a judgement of our own instead of, or beside, a passage; each says why.`,
  ]
    .join('\n\n')
    .concat('\n')
}

/** Where a rule of the dossier lives in the pathway. */
export const homesOf = (id: string, traces: readonly Trace[]): readonly Trace[] =>
  traces.filter((t) => isRule(t) && belongsTo(t.rule, id))

const placed = (t: Trace): string => `${t.rule} (${t.where})`

const ownRules = (traces: readonly Trace[]): readonly (readonly string[])[] =>
  traces
    .filter((t) => ['rule', 'need', 'limit', 'exception', 'check'].includes(t.kind))
    .filter((t) => !dossierRules.some(({ id }) => belongsTo(t.rule, id)))
    .map((t) => [t.rule, t.where, listed(t.cites, 8)])

/** Examples say what they are about: a rule, a part of one, or a passage. */
const peopleAbout = (ids: readonly string[]): readonly string[] =>
  examples.filter((e: Example) => e.about.some((about) => ids.some((id) => belongsTo(about, id)))).map((e) => e.id)

const testsFor = (
  traces: readonly Trace[],
  people: readonly string[],
  tests: ReadonlyMap<string, string>,
): readonly string[] => {
  const names = traces.flatMap((t) => [t.where.split(' ').at(-1) ?? '', t.rule]).filter((name) => name.length > 2)
  const found = [...tests].filter(([, text]) => names.some((name) => text.includes(`'${name}'`))).map(([path]) => path)
  return [...(people.length > 0 ? [exampleTest] : []), ...found]
}

/** Tests of rules are told in a few folders; reading them is how the page knows who tests what. */
function testsByName(): ReadonlyMap<string, string> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const folders = ['spec/steps', 'spec/decisions', 'spec/promises', 'spec/checks', 'knowledge/decisions']
  const files = folders.flatMap((folder) => {
    try {
      return readdirSync(`${root}${folder}`)
        .filter((name) => name.endsWith('.test.ts'))
        .sort()
        .map((name) => `${folder}/${name}`)
    } catch {
      return []
    }
  })
  return new Map(files.map((path) => [path, readFileSync(`${root}${path}`, 'utf8')]))
}

const listed = (items: readonly string[], most: number): string => {
  const once = [...new Set(items)]
  const shown = once.slice(0, most).join(', ')
  return once.length > most ? `${shown} and ${once.length - most} more` : shown
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|') || '–').join(' | ')} |`)
    .join('\n')
