import {
  createTables,
  dialects,
  fillTables,
  flatTablesOf,
  moduleOf,
  mutantsOf,
  planOf,
  queryOf,
} from '@facialis/engine'
import { askedNodes, columnsOf } from '@facialis/engine/cohort/columns.ts'
import { planeCohort } from '@facialis/engine/cohort/plane-cohort.ts'
import { cohortProgram } from '@facialis/engine/cohort/program.ts'
import { everybody } from '@facialis/engine/everybody/everybody.ts'
import { showing } from '@facialis/engine/mutants/showing.ts'
import { seek } from '@facialis/engine/people/seek.ts'
import { wishAnswer } from '@facialis/engine/people/wish.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { spaceOf } from '@facialis/engine/prove/space.ts'
import { layered } from '@facialis/engine/publish/diagram/layers.ts'
import { cqlLibraries, diagramSvg } from '@facialis/engine/publish/index.ts'
import { casesWhere, no, yes } from '@facialis/engine/publish/tables/cases.ts'
import { rankedTable } from '@facialis/engine/publish/tables/decision-table.ts'
import { simplified } from '@facialis/engine/publish/tables/simplified.ts'
import { type Chart, dayOf, type Pathway } from '@facialis/language'
import { chart } from '../naive/arbitrary-chart.ts'
import { pathway } from '../naive/arbitrary-pathway.ts'
import { type Draw, drawBy } from '../naive/draw.ts'
import { chances } from '../support/chances.ts'
import { knee } from './knee.ts'

/**
 * What each form of a pathway takes, as counts of what is written, kept or tried and never as time. No answer hangs on
 * these, so nothing else would say that a form has become larger or a search longer.
 */

const asOf = dayOf(2026, 11, 26)
const asking = { asOf, policy: {} }
const addresses = {
  fact: 'https://example.org/fact',
  answer: 'https://example.org/answer',
  entry: 'https://example.org',
}

const drawing = (seed: number): Draw => {
  const { below } = chances(seed)
  return drawBy((min, max) => min + below(max - min + 1))
}
const sum = <T>(of: readonly T[], count: (one: T) => number): number => of.reduce((all, one) => all + count(one), 0)
const bytesOf = (text: string): number => text.length
const madeUp = Array.from({ length: 10 }, (_, seed) => pathway(drawing(seed)))
const crowdOf = (of: Pathway): readonly Chart[] =>
  Array.from({ length: 40 }, (_, seed) => chart(drawing(seed), of, asOf))
const aboutPerson = ({ decisions }: Plan) =>
  [...decisions.entries()].flatMap(([at, { decision, within }]) => (within === null ? [{ at, decision }] : []))

function cohort(plan: Plan): Readonly<Record<string, number>> {
  const program = cohortProgram(plan, columnsOf(plan))
  const many = planeCohort(plan)
  const fill = fillerOf(plan)
  for (const one of crowdOf(plan.pathway)) many.add(fill(one, asking))
  return {
    'cohort: bytes of program': program.bytes.length,
    'cohort: bytes to work in': program.working + sum(program.slots, (bytes) => bytes),
    'cohort: planes of facts': sum([program.columns.person, ...program.columns.rooms], ({ planes }) => planes),
    'cohort: bytes of 40 people': many.bytes(),
  }
}

const sql = (plan: Plan): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.values(dialects).flatMap((dialect) => {
      const query = queryOf(plan, dialect, asking)
      return [
        [`${dialect.name}: characters of query`, query.length],
        [`${dialect.name}: selections in it`, query.split('SELECT').length - 1],
        [
          `${dialect.name}: characters of tables and what fills them`,
          bytesOf(createTables(plan, dialect)) +
            bytesOf(fillTables(plan, { dialect, addresses, tenantId: 'demo', asOf })),
        ],
      ]
    }),
  )

/** Questions of every answer, each to somebody of whom nothing is settled. */
function solved(plan: Plan): Readonly<Record<string, number>> {
  const all = everybody(plan, { rowsOf: () => 2, isCounted: true })
  const asked = aboutPerson(plan).flatMap(({ at, decision }) => decision.answers.map((_, answer) => ({ at, answer })))
  const statements = asked.map(({ at, answer }) => all.answers(at)[answer] as number)
  const settledWithin = (patience: number): number =>
    sum(statements, (statement) => (all.mayBe(statement, patience) === null ? 0 : 1))
  return {
    'everybody: answers asked for': asked.length,
    'everybody: variables': all.solver.variable() >> 1,
    'everybody: settled without a contradiction': settledWithin(1),
    'everybody: settled after few contradictions': settledWithin(4),
    'everybody: settled after more': settledWithin(30),
    'everybody: that somebody gets': sum(statements, (statement) => (all.mayBe(statement, 1000) ? 1 : 0)),
  }
}

/** Somebody who gets each answer, and how many changes it takes to find them. */
function sought(plan: Plan): Readonly<Record<string, number>> {
  const wishes = aboutPerson(plan).flatMap(({ at, decision }) =>
    decision.answers.map((_, one) => wishAnswer(at, 1 << one)),
  )
  const found = (changes: number): readonly Chart[] =>
    wishes.flatMap((wish) => seek(plan, [wish], { asking, beginnings: 1, changes }) ?? [])
  const after = { one: found(2), few: found(5), more: found(24) }
  return {
    'people: found after one change': after.one.length,
    'people: found after few changes': after.few.length,
    'people: found after more': after.more.length,
    'people: what is said of them': sum(after.more, ({ observations, entries }) =>
      sum([observations.length, ...entries.map(({ fields }) => 1 + Object.keys(fields).length)], (many) => many),
    ),
  }
}

function proved(plan: Plan): Readonly<Record<string, number>> {
  const space = spaceOf(plan)
  for (const [at] of plan.decisions.entries()) space.decision(at)
  return { 'prove: branchings': space.d.nodes(), 'prove: variables': space.coordinates.all.length }
}

const tables = ({ pathway: { decisions } }: Plan): Readonly<Record<string, number>> => {
  const ranked = decisions.flatMap((decision) =>
    decision.body.kind === 'ranked' ? [rankedTable(decision, decision.body)] : [],
  )
  return {
    'tables: columns': sum(ranked, ({ parts }) => parts.length),
    'tables: rows': sum(ranked, ({ parts, rows }) =>
      sum(
        rows,
        ({ rule, cases }) => (cases?.length ?? 0) + (casesWhere(simplified(rule.when), parts, yes | no)?.length ?? 0),
      ),
    ),
  }
}

/** Boxes that rest on some of those before them, as in the test of the sheet, and how straight the lines between them are. */
const sheets = Array.from({ length: 24 }, (_, seed) => {
  const draw = drawing(seed)
  return draw.times(8, 20, (at) => ({
    id: `box ${at}`,
    height: draw.int(20, 120),
    restsOn: at === 0 ? [] : [...new Set(draw.times(1, 3, () => `box ${draw.int(0, at - 1)}`))],
  }))
}).map(layered)

const linesOn = ({ places, ways }: (typeof sheets)[number]) => {
  const at = new Map(places.map((place) => [place.id, place]))
  const middle = (id: string): number => (at.get(id)?.y ?? 0) + (at.get(id)?.height ?? 0) / 2
  return ways.flatMap(({ from, to, via }) => {
    const heights = [middle(from), ...via, middle(to)]
    const first = at.get(from)?.column ?? 0
    return heights.slice(1).map((end, i) => ({ column: first + i, begin: heights[i] as number, end }))
  })
}
type Line = ReturnType<typeof linesOn>[number]
const areCrossed = (one: Line, other: Line): boolean =>
  one.column === other.column && (one.begin - other.begin) * (one.end - other.end) < 0

const sheet: Readonly<Record<string, number>> = {
  'sheet: columns of 24 made-up ones': sum(sheets, ({ columns }) => columns),
  'sheet: height of them': Math.round(sum(sheets, ({ height }) => height)),
  'sheet: lines, from column to column': sum(sheets, (one) => linesOn(one).length),
  'sheet: how far they climb and fall': Math.round(
    sum(sheets.flatMap(linesOn), ({ begin, end }) => Math.abs(end - begin)),
  ),
  'sheet: how often they cross': sum(sheets, (one) => {
    const lines = linesOn(one)
    return sum(lines, (line) => lines.filter((other) => areCrossed(line, other)).length) / 2
  }),
}

function mistaken({ pathway: of }: Plan): Readonly<Record<string, number>> {
  const mutants = mutantsOf(of)
  const some = mutants.filter((_, at) => at % 3 === 0)
  return {
    'mutants: made': mutants.length,
    'mutants: characters that tell them apart': sum(mutants, ({ id, was }) => id.length + was.length),
    'mutants: places where they show': sum([...showing(of, some)], ({ at }) => at.length),
  }
}

const takes = (of: Pathway): Readonly<Record<string, number>> => {
  const plan = planOf(of)
  return {
    'plan: nodes': plan.nodes.length,
    'plan: nodes that decisions ask': askedNodes(plan).size,
    'plan: uses of them': sum(plan.nodes, ({ uses }) => uses),
    'plan: columns of tables': sum([flatTablesOf(plan).person, ...flatTablesOf(plan).entries], (t) => t.columns.length),
    ...cohort(plan),
    ...sql(plan),
    'module: characters': bytesOf(moduleOf(plan, 'kernel.ts')),
    'cql: characters': sum(Object.values(cqlLibraries(of, addresses)), ({ text }) => text.length),
    ...tables(plan),
    'sheet: characters': bytesOf(diagramSvg(of, (id) => `#${id}`)),
    ...proved(plan),
    ...solved(plan),
    ...sought(plan),
    ...mistaken(plan),
  }
}

export function whatItTakes(): string {
  const [own, ...others] = [knee, ...madeUp].map(takes)
  const line = (name: string): string =>
    [
      name.padEnd(52),
      String(own?.[name]).padStart(8),
      String(sum(others, (one) => one[name] as number)).padStart(8),
    ].join('')
  const once = Object.entries(sheet).map(([name, count]) => `${name.padEnd(60)}${String(count).padStart(8)}`)
  return [
    `${''.padEnd(52)}${'knee'.padStart(8)}${'others'.padStart(8)}`,
    ...Object.keys(own ?? {}).map(line),
    ...once,
    '',
  ].join('\n')
}
