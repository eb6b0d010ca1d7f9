import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { wordsOf } from '@facialis/engine'
import { mutantsOf } from '@facialis/engine/mutants/index.ts'
import { isAtChair } from '@facialis/engine/prove/adverse-violations.ts'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { plantedDefects } from '@facialis/knowledge/planted-defects.ts'
import { proved } from '@facialis/knowledge/proved.ts'
import { type Cites, citeId, type Pathway } from '@facialis/language'

/** docs/promises.md: what is proved of the pathway, on which assumptions, and which faults the proof is tried on. */
export function promisesPage(pathway: Pathway = proved): string {
  const { invariants, assumptions, offers, wide, further = [], notBefore = [], unmoved = [] } = pathway.toProve
  const atTheChair = offers.filter(isAtChair)
  const named = (list: readonly Readonly<{ id: string }>[]): string => list.map(({ id }) => `\`${id}\``).join(', ')
  return [
    `# What is proved: ${pathway.title}`,
    `Written from pathway ${pathway.id} ${pathway.version} (${pathway.status}) by \`node scripts/generate.ts\`. Do not edit.`,
    'Each promise below holds in every state a person could be in, for any policy numbers within their bounds. `npx facialis prove` proves it and prints the number of states; the tests run it too. [Decision 15](decisions/0015-proof-by-diagrams-over-the-plan.md) explains how.',
    '## Promises',
    [
      '| id | promise | wherever | also | source |',
      '|---|---|---|---|---|',
      ...invariants.map(
        ({ id, text, whenever, holds, because }) =>
          `| ${id} | ${cell(text)} | ${cell(wordsOf(whenever))} | ${cell(wordsOf(holds))} | ${sources(because)} |`,
      ),
    ].join('\n'),
    '## Facts that do not affect a decision',
    'The answers of these decisions are the same whatever these facts say, known or unknown, because nothing the decisions depend on reads them.',
    [
      '| id | promise | decisions | facts | source |',
      '|---|---|---|---|---|',
      ...unmoved.map(
        ({ id, text, decisions, by, because }) =>
          `| ${id} | ${cell(text)} | ${named(decisions)} | ${named(by)} | ${sources(because)} |`,
      ),
    ].join('\n'),
    '## Steps that never come too early',
    'These hold for all dates and for any policy numbers a site may set: the proof searches all possible people for a certain counter-example. If only a month or a year is known, a step may still be too early for some of its days ([decision 30](decisions/0030-mutants-of-rules-for-all-people.md)).',
    [
      '| id | promise | steps | source |',
      '|---|---|---|---|',
      ...notBefore.map(
        ({ id, text, steps, because }) => `| ${id} | ${cell(text)} | ${named(steps)} | ${sources(because)} |`,
      ),
    ].join('\n'),
    '## Offers',
    `Replacing an unknown with an answer never makes one of these less bold, and an adverse answer never makes one bolder: ${named(offers)}.`,
    'One case is not covered. The length of a run of reports counts only what the reports are known to say ([semantics](semantics.md)). A report without an answer may hide that the run was interrupted; learning that answer then makes less bold whatever depends on the length.',
    `One more ${further.map(({ label }) => label).join(', or one more ')} whose every value is adverse makes none of the offers about the person bolder. An entry that replaces an earlier account of the same event does not count as one more.`,
    `For facts asked at the chair, all answers that are not listed as adverse leave each of these equally bold: ${named(atTheChair)}.`,
    `These facts, and no others, are asked at the chair. Until they are asked, they leave a standing gate unchanged and keep the session gate behind it closed: ${named(pathway.facts.filter(({ askedAt }) => askedAt === 'session'))}.`,
    `Every ranked rule decides the answer for some possible person. These are checked by examples only, because they depend on too much at once for one diagram: ${named(wide)}.`,
    '## Assumed',
    'A state that violates one of these assumptions does not count as a counter-example.',
    [
      '| id | assumption | source |',
      '|---|---|---|',
      ...assumptions.map(({ id, text, because }) => `| ${id} | ${cell(text)} | ${sources(because)} |`),
    ].join('\n'),
    '## Dead ends',
    'A separate command checks that nobody is stuck, because it takes many minutes. Whenever a decision is open or something keeps a gate closed, some step must be able to change the cause or what has to come before it, unless the only thing to do is wait for a known day, the person has been handed over, or the outcome is final. `npx facialis prove --dead-ends` checks this for all possible people ([decision 30](decisions/0030-mutants-of-rules-for-all-people.md)). For each case it reports one of three results: proved; nobody with one or two entries of each kind is stuck, which says nothing about others; or a person who is stuck. In pathway 1.1.0 it found two kinds of people who were stuck; since 1.2.0 somebody owes them a conclusion. Every run of the tests tries the same on made-up people.',
    '## Faults used to test the proof',
    '`npx facialis prove --self-test` plants these faults one by one; each breaks the promise beside it.',
    [
      '| fault | breaks |',
      '|---|---|',
      ...plantedDefects.map(({ says, breaks }) => `| ${cell(says)} | ${breaks} |`),
    ].join('\n'),
    '## Mistakes that would be noticed',
    `\`npx facialis prove --mutants\` makes ${mutantsOf(pathway).length} small mistakes in the rules, one by one. Each has to be noticed by one of ${examples.length} example people, whose expected answers were written by hand, or by one of ${madeUp()} generated people, whose expected answers are what the rules said when they were generated and which no clinician has reviewed (\`knowledge/examples/made-up-people.ndjson\`); or it has to be proved to change nobody’s advice. The command lists any that remain and then exits with code 1.`,
    ...settledMistakes(pathway),
  ]
    .join('\n\n')
    .concat('\n')
}

/** What was proved to be no mistake, for a clinician to look at: a rule that can go without anybody noticing may be useless. */
function settledMistakes(pathway: Pathway): readonly string[] {
  const lines = linesOf('settled-mistakes.ndjson').map((line): Readonly<{ mistake: string }> => JSON.parse(line))
  // Of the others somebody was found who is told something else.
  const proved = new Set(lines.flatMap((line) => ('somebody' in line ? [] : [line.mistake])))
  const mutants = mutantsOf(pathway).filter(({ id }) => proved.has(id))
  const holders: readonly unknown[] = ['decision', 'step', 'alert', undefined]
  const whole = mutants.filter(
    ({ part, id }) => id.endsWith(' dropped') && holders.includes('kind' in part ? part.kind : undefined),
  )
  const places = [...Map.groupBy(mutants, ({ place }) => place)].map(([place, some]) => `${place} ${some.length}`)
  return [
    '## Changes that make no difference',
    `${proved.size} of them are proved to change nobody’s advice; each proof counts until a rule it depends on changes (\`knowledge/examples/settled-mistakes.ndjson\`). By place: ${places.join(', ')}.`,
    ...(whole.length === 0
      ? []
      : [
          'Among them are whole rules, needs, limits, steps, alerts and list items that could be removed without changing anyone’s advice. A clinician should look at each.',
          whole.map(({ id }) => `- \`${id}\``).join('\n'),
        ]),
  ]
}

/** One line each, below the line that says what they are. */
const madeUp = (): number => linesOf('made-up-people.ndjson').length
const linesOf = (name: string): readonly string[] =>
  readFileSync(fileURLToPath(import.meta.resolve(`@facialis/knowledge/examples/${name}`)), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)

const cell = (text: string): string => text.replaceAll('|', '\\|')
const sources = (because: Cites): string => because.map(citeId).join(', ')
