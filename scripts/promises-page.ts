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
    'Each line holds in every state a person could be in, whatever numbers a site sets within their bounds. `npx facialis prove` shows it, with how many states that are; the tests run it too. How: [decision 15](decisions/0015-proof-by-diagrams-over-the-plan.md).',
    '## Promises',
    [
      '| id | promise | wherever | also | source |',
      '|---|---|---|---|---|',
      ...invariants.map(
        ({ id, text, whenever, holds, because }) =>
          `| ${id} | ${cell(text)} | ${cell(wordsOf(whenever))} | ${cell(wordsOf(holds))} | ${sources(because)} |`,
      ),
    ].join('\n'),
    '## What answers do not hang on',
    'Whatever these facts say, or nobody has said, the answers of these decisions are the same: nothing they rest on reads one.',
    [
      '| id | promise | decisions | facts | source |',
      '|---|---|---|---|---|',
      ...unmoved.map(
        ({ id, text, decisions, by, because }) =>
          `| ${id} | ${cell(text)} | ${named(decisions)} | ${named(by)} | ${sources(because)} |`,
      ),
    ].join('\n'),
    '## What comes no sooner',
    'Whatever the days, and whatever numbers a site sets: somebody of whom it surely is not so is looked for among everybody there could be; where only a month or a year is known, it may still be too early for some of its days ([decision 30](decisions/0030-mistakes-are-looked-for-in-everybody.md)).',
    [
      '| id | promise | steps | source |',
      '|---|---|---|---|',
      ...notBefore.map(
        ({ id, text, steps, because }) => `| ${id} | ${cell(text)} | ${named(steps)} | ${sources(because)} |`,
      ),
    ].join('\n'),
    '## Offers',
    `Learning more never makes one of these less bold, and no adverse answer makes one bolder: ${named(offers)}.`,
    'One thing is not covered: the length of a run of reports counts only what they are known to say ([semantics](semantics.md)), so a report that leaves its answer open may hide that the run was broken, and learning it then makes less bold what rests on that length.',
    `One more ${further.map(({ label }) => label).join(', or one more ')} that says nothing but what is adverse makes none of those bolder that are about the person. What takes the place of an earlier account of the same is no further one.`,
    `Of what is asked at the chair, no answer that is not called adverse makes one of these less bold than another that is not: ${named(atTheChair)}.`,
    `Asked at the chair, and nothing else, so that while nobody asked it leaves a standing gate as it is, and shuts the session behind it: ${named(pathway.facts.filter(({ askedAt }) => askedAt === 'session'))}.`,
    `Every ranked rule makes the answer of somebody. Left to examples, because they look at too much at once for one diagram: ${named(wide)}.`,
    '## Assumed',
    'States in which one of these does not hold are no counter-example.',
    [
      '| id | assumption | source |',
      '|---|---|---|',
      ...assumptions.map(({ id, text, because }) => `| ${id} | ${cell(text)} | ${sources(because)} |`),
    ].join('\n'),
    '## Dead ends',
    'That nobody is stuck is asked by a command of its own, because it takes many minutes. Where a decision stays open, or a reason shuts a gate, some step moves what keeps it so or what has to come before that, unless it is only to wait for a known day, the person has been passed on, or it is final. `npx facialis prove --dead-ends` asks this of everybody there could be ([decision 30](decisions/0030-mistakes-are-looked-for-in-everybody.md)): of each it says that it is proved; or that nobody with one or two entries of each kind is stuck, which says nothing of others; or it shows somebody who is. It found two kinds of people in pathway 1.1.0, whom somebody owes a conclusion since 1.2.0. Made-up people try the same in every run of the tests.',
    '## Faults it is tried on',
    '`npx facialis prove --self-test` plants them one by one; each breaks the promise beside it.',
    [
      '| fault | breaks |',
      '|---|---|',
      ...plantedDefects.map(({ says, breaks }) => `| ${cell(says)} | ${breaks} |`),
    ].join('\n'),
    '## Mistakes that would be noticed',
    `\`npx facialis prove --mutants\` makes ${mutantsOf(pathway).length} small mistakes in the rules, one by one. Each has to be noticed by one of ${examples.length} example people, whose answers were written by hand; by one of ${madeUp()} people made up so that a change is noticed, of whom is claimed what the rules said then and no clinician has reviewed it (\`knowledge/examples/made-up-people.ndjson\`); or be proved to tell everybody there could be the same. The command lists what is left and ends with code 1 if anything is.`,
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
    '## Mistakes that are none',
    `${proved.size} of them are proved to tell everybody the same, each until a rule changes where it may show (\`knowledge/examples/settled-mistakes.ndjson\`). By where they stand: ${places.join(', ')}.`,
    ...(whole.length === 0
      ? []
      : [
          'Among them, these whole rules, needs, limits, steps, alerts and things on a list can go and nobody is told anything else; each is worth a look by a clinician.',
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
