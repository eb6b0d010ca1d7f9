/** One SELECT of people, or of the entries of a kind, at a stage: it asks those before it for what they found out. */
import { snakeCase } from '../flat/names.ts'
import type { NodeIndex, PlanNode, PlannedDecision } from '../plan/plan.ts'
import { columnsOf } from './columns.ts'
import { decisionText } from './decisions.ts'
import { type Drafting, keys, type Source, sourceAt } from './drafting.ts'
import { type Output, type Scope, type Written, written } from './scope.ts'
import { isExact } from './span-traits.ts'
import { partText } from './spans.ts'
import { stagesOf } from './stages.ts'
import { truthText } from './truths.ts'
import type { ClosedPart, OverAsked, SpanNode, TruthNode, Writing } from './writing.ts'

export type Step = Readonly<{ name: string; hint: string; select: string }>

type Selecting = Readonly<{
  /** Null for people. */
  room: number | null
  stage: number
  write: (writing: Writing) => readonly Output[]
  ending?: string
}>

/** Steps and, last, the result, whose name its caller gives. */
export function selectOf(
  drafting: Drafting,
  { room, stage, write, ending = '' }: Selecting,
): readonly [...Step[], Step] {
  const { plan, dialect, name } = drafting
  const columns = columnsOf(plan, room)
  const joined = new Set<Source>()
  let usesAsking = room === null
  const context = { room, stage, columns, joined, useAsking: () => (usesAsking = true) }
  const result: Written = written((scope, isEarnest) => write(writingIn(drafting, { ...context, scope, isEarnest })), {
    dialect,
    name,
    keys,
  })
  for (const one of joined) one.uses++
  const from = fromText(drafting, { room, table: columns.table.name, joined, usesAsking })
  const stepNames = result.steps.map((_, step) => name(`${columns.table.name}_${stage}_${step + 1}`))
  const made = result.steps.map(
    (select, step): Step => ({
      name: stepNames[step] as string,
      hint: dialect.step.hint,
      select: `SELECT ${select.join(',\n    ')}\n  ${step === 0 ? from : `FROM ${stepNames[step - 1]}`}${dialect.step.ending}`,
    }),
  )
  const outputs = [...keys, ...result.outputs.map(aliased)].join(',\n    ')
  const below = stepNames.length === 0 ? from : `FROM ${stepNames.at(-1)}`
  return [...made, { name: '', hint: '', select: `SELECT ${outputs}\n  ${below}${ending}` }]
}

type From = Readonly<{ room: number | null; table: string; joined: ReadonlySet<Source>; usesAsking: boolean }>

/**
 * People come with those of an earlier SELECT, who are the same; what was said of their entries some have and others not.
 * PostgreSQL knows nothing of how many there are, and would look through all of them for each if it were free to.
 */
function fromText({ dialect, people, names }: Drafting, { room, table, joined, usesAsking }: From): string {
  const using = `USING (${keys.join(', ')})`
  const isOfPeople = (source: Source): boolean => [...people.values()].includes(source)
  const ofPeople = [...joined].filter(isOfPeople)
  const ofEntries = [...joined].filter((source) => !isOfPeople(source)).map(({ name }) => name)
  const [first, ...others] = ofEntries
  const together = [first, ...others.map((other) => `${other} ${using}`)].join('\n    FULL JOIN ')
  const isTogether = dialect.inPortions && others.length > 0
  const isFree = dialect.inPortions || room !== null
  return [
    `FROM ${table}`,
    ...(usesAsking ? ['CROSS JOIN asking'] : []),
    ...ofPeople.map(({ name }) => `${isFree ? 'JOIN' : 'LEFT JOIN'} ${name} ${using}`),
    ...(isTogether ? [`(\n    SELECT * FROM ${together}\n  ) AS of_entries`] : ofEntries).map(
      (name) => `LEFT JOIN ${name} ${using}`,
    ),
    ...(room === null && (ofPeople.length === 0 || !isFree) ? [`WHERE as_of = ${names.day}`] : []),
  ].join('\n  ')
}

const aliased = ({ text, name }: Output): string => (text === name ? name : `${text} AS ${name}`)

type Context = Readonly<{
  room: number | null
  stage: number
  columns: Writing['columns']
  scope: Scope
  isEarnest: boolean
  joined: Set<Source>
  useAsking: () => void
}>

function writingIn(drafting: Drafting, context: Context): Writing {
  const { plan, dialect, tables, last, names, name, nameOf, ofPeople, people, told, wanted } = drafting
  const { room, stage, columns, scope, isEarnest, joined } = context
  const { ofNode } = stagesOf(plan)

  /** A column of something with one row a person. */
  const columnOf = (source: () => Source, key: string, make: (writing: Writing) => string): string => {
    if (!isEarnest) return key
    const one = source()
    joined.add(one)
    if (!one.columns.has(key)) one.columns.set(key, { name: nameOf(key), make })
    return scope.raw(nameOf(key))
  }
  const peopleAt = (at: number) => (): Source => sourceAt(people, at, () => name(`people_${at}`))
  const isOfPerson = ({ within }: PlanNode): boolean => room !== null && within === null
  /** The latest SELECT of people before this one and after a stage: it hands on what was known then. */
  const handedOnSince = (known: number): number | null =>
    [...ofPeople.keys()].filter((at) => at > known && at < stage).sort((a, b) => b - a)[0] ?? null
  /** The column of an earlier SELECT of people that holds it; what is short and says nothing of entries is as soon worked out again. */
  const earlier = (index: NodeIndex, key: string, make: (ofPerson: Writing) => string): string | null => {
    if (room !== null || (ofNode(index) === 0 && !isLong(plan.nodes[index] as PlanNode))) return null
    if (stage < last) told.get(stage)?.add(key)
    const isTold = [...ofPeople].some(([at, keysThen]) => at < stage && keysThen.has(key))
    const at = isTold ? handedOnSince(-1) : null
    return at === null ? null : columnOf(peopleAt(at), key, make)
  }

  const writing: Writing = {
    plan,
    dialect,
    scope,
    columns,
    truth: (index, mode) => {
      const node = plan.nodes[index] as TruthNode
      if (node.op === 'constant' || (node.op === 'not' && plan.nodes[node.of]?.op === 'constant'))
        return truthText(index, node, mode, writing)
      const make = (ofPerson: Writing): string => ofPerson.truth(index, 'truth')
      const key = `q${index}`
      const column = isOfPerson(node) ? columnOf(peopleAt(stage), key, make) : earlier(index, key, make)
      if (column !== null) return mode === 'no' ? `(NOT ${column})` : column
      return scope.value(key, mode, (how) => truthText(index, node, how, writing))
    },
    part: (index, asked) => {
      const part = asked === 'hi' && isExact(index, plan.nodes) ? 'lo' : asked
      const node = plan.nodes[index] as SpanNode
      if (node.op === 'number' || node.op === 'policy' || node.op === 'as-of')
        return partText(index, node, part, writing)
      if (isColumn(node) && dialect.days.areDates && !isOfPerson(node)) return partText(index, node, part, writing)
      const key = `n${index}_${part.replace('-', '_')}`
      const make = (ofPerson: Writing): string => ofPerson.part(index, part)
      const column = isOfPerson(node) ? columnOf(peopleAt(stage), key, make) : earlier(index, key, make)
      return column ?? scope.value(key, 'truth', () => partText(index, node, part, writing))
    },
    decision: (index) => {
      const planned = plan.decisions[index] as PlannedDecision
      const key = `is_${snakeCase(planned.decision.id)}`
      return scope.value(key, 'truth', () => decisionText(index, planned, writing))
    },
    over: (asked: OverAsked) => {
      const table = tables.entries[asked.room]?.name as string
      const key = `${table}_${asked.key}`
      if (!isEarnest) return key
      const to = Math.min(wanted.get(key)?.to ?? last, stage - 1)
      wanted.set(key, { room: asked.room, key, of: asked.of, from: asked.stage, to })
      const at = drafting.placing(key) ?? asked.stage
      const through = handedOnSince(at)
      if (through !== null) return columnOf(peopleAt(through), key, (ofPerson) => ofPerson.over(asked))
      const source = (): Source => sourceAt(drafting.overEntries, `${asked.room} ${at}`, () => name(`${table}_${at}`))
      return columnOf(source, key, asked.make)
    },
    run: (index, part) => {
      const key = (of: ClosedPart): string => `n${index}_${of === 'na' ? 'is_broken' : of}`
      if (!isEarnest) return key(part)
      const run = drafting.runs.get(index) ?? {
        source: { name: name(`run_${index}`), uses: 0, columns: new Map() },
        columns: { lo: name(key('lo')), hi: name(key('hi')), na: name(key('na')) },
      }
      drafting.runs.set(index, run)
      joined.add(run.source)
      const column = scope.raw(run.columns[part])
      return part === 'na' ? `(${column} IS NOT TRUE)` : column
    },
    asking: (policy) => {
      context.useAsking()
      return scope.raw(policy === null ? names.today : (names.policy[policy] as string))
    },
  }
  return writing
}

const isLong = ({ op }: PlanNode): boolean => op === 'all' || op === 'any' || op === 'compare'

/** A column of the table as it stands: nothing is gained by giving it another name. */
const isColumn = ({ op }: SpanNode): boolean =>
  op === 'date' || op === 'recorded' || op === 'entry-date' || op === 'quantity'
