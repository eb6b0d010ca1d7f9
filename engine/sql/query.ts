import type { Policy } from '@facialis/language'
import { naming, snakeCase } from '../flat/names.ts'
import { flatTablesOf } from '../flat/tables.ts'
import type { NodeIndex, Plan, PlanNode, PlannedDecision } from '../plan/plan.ts'
import { askingNames, askingSelect } from './asking.ts'
import { columnsOf } from './columns.ts'
import { decisionText } from './decisions.ts'
import type { Dialect } from './dialect.ts'
import { runSteps } from './run-length.ts'
import { type Output, type Scope, type Written, written } from './scope.ts'
import { isExact, partText } from './spans.ts'
import { stagesOf } from './stages.ts'
import { truthText } from './truths.ts'
import { dayOf, type OverAsked, type Part, type SpanNode, type TruthNode, type Writing } from './writing.ts'

const keys = ['tenant_id', 'patient_id']
const using = `USING (${keys.join(', ')})`

type Step = Readonly<{ name: string; hint: string; select: string }>

/** One row a person that another SELECT joins: what was worked out over entries, or of people for their entries. */
type Source = {
  name: string
  uses: number
  columns: Map<string, Readonly<{ name: string; make: (writing: Writing) => string }>>
}

/** The columns of the answers, in the order of the pathway's decisions about the person. */
export function answerColumnsOf(
  plan: Plan,
): readonly Readonly<{ decision: PlannedDecision['decision']; name: string }>[] {
  const name = naming()
  for (const key of keys) name(key)
  return plan.pathway.decisions
    .filter(({ scope }) => scope === 'patient')
    .map((decision) => ({ decision, name: name(snakeCase(decision.id)) }))
}

type Asked = Readonly<{ asOf: number; policy: Policy }>
/** By stage: what is worked out of people there. */
type OfPeople = ReadonlyMap<number, ReadonlySet<string>>

/**
 * A pathway's decisions as one SELECT over the flat fact table: a row a person, a column a decision. It is written
 * twice: what people are found to be for the sake of their entries is not worked out again later.
 */
export function queryOf(plan: Plan, dialect: Dialect, asking: Asked): string {
  const { ofPeople } = textOf(plan, dialect, { ...asking, ofPeople: new Map() })
  return textOf(plan, dialect, { ...asking, ofPeople }).text
}

function textOf(
  plan: Plan,
  dialect: Dialect,
  { ofPeople, ...asking }: Asked & Readonly<{ ofPeople: OfPeople }>,
): Readonly<{ text: string; ofPeople: OfPeople }> {
  const tables = flatTablesOf(plan)
  const { ofNode, ofDecision } = stagesOf(plan)
  const name = naming()
  const names = askingNames(plan, name)
  for (const table of [tables.person, ...tables.entries]) {
    name(table.name)
    for (const column of table.columns) if (!keys.includes(column.name)) name(column.name)
  }
  const answers = answerColumnsOf(plan).map((answer) => ({
    ...answer,
    at: plan.decisions.findIndex(({ decision }) => decision === answer.decision),
  }))
  const steps: Step[][] = []
  const overEntries = new Map<string, Source>()
  const people = new Map<number, Source>()
  const told = new Map<number, Set<string>>()
  const runs = new Map<NodeIndex, Readonly<{ source: Source; columns: Readonly<Record<Part, string>> }>>()

  const last = Math.max(0, ...answers.map(({ at }) => ofDecision(at)))
  for (let stage = last; stage >= 0; stage--) {
    // What comes later was written first, and has asked for everything it needs of this stage.
    const now: Step[] = []
    if (stage < last) {
      for (const room of plan.layout.rooms.keys()) now.push(...entriesOf(room, stage))
      for (const [index, run] of runs) if (stage === ofNode(index) - 1) now.push(...runOf(index, run))
      const source = people.get(stage)
      if (source) now.unshift(...peopleOf(stage, source))
    } else {
      const result = writtenOf(null, stage, ({ decision }) =>
        answers.map(({ at, name: column }) => ({ name: column, text: decision(at) })),
      )
      now.push(...result)
    }
    steps.unshift(now)
  }
  const all = steps.flat()
  const result = all.pop() as Step
  const asked: Step = { name: 'asking', hint: '', select: askingSelect(plan, names, { dialect, ...asking }) }
  const ctes = [asked, ...all].map(({ name: one, hint, select }) => `${one} AS ${hint}(\n  ${select}\n)`)
  return {
    text: `WITH ${ctes.join(',\n')}\n${result.select}`,
    ofPeople: told,
  }

  /** A SELECT of people at a stage; it may ask for everything that was said of entries before. */
  function peopleOf(stage: number, source: Source): Step[] {
    const make = (writing: Writing): readonly Output[] =>
      [...source.columns.values()].map((column) => ({ name: column.name, text: column.make(writing) }))
    const own = writtenOf(null, stage, make)
    const result = own.pop() as Step
    return [...own, { ...result, name: source.name, hint: hintOf(source) }]
  }

  function entriesOf(room: number, stage: number): Step[] {
    const source = overEntries.get(`${room} ${stage}`)
    if (!source) return []
    const own = writtenOf(
      room,
      stage,
      (writing) => [...source.columns.values()].map((column) => ({ name: column.name, text: column.make(writing) })),
      `\nGROUP BY ${keys.join(', ')}`,
    )
    const result = own.pop() as Step
    return [...own, { ...result, name: source.name, hint: hintOf(source) }]
  }

  function runOf(
    index: NodeIndex,
    { source, columns }: Readonly<{ source: Source; columns: Readonly<Record<Part, string>> }>,
  ): Step[] {
    const node = plan.nodes[index] as PlanNode & { op: 'run-length' }
    const own = writtenOf(node.room, ofNode(index) - 1, (writing) => {
      const during = writing.truth(node.during, 'yes')
      return [
        { name: 'run_day', text: `COALESCE(${dayOf(writing, writing.columns.entryDays[1])}, -2147483648)` },
        { name: 'run_first', text: dayOf(writing, writing.columns.entryDays[0]) },
        { name: 'is_during', text: during },
        { name: 'is_ending', text: `(${writing.truth(node.endedBy, 'yes')} AND (${during}) IS NOT TRUE)` },
      ]
    })
    const rows = own.pop() as Step
    const made = runSteps(
      rows.select,
      {
        days: name(`run_days_${index}`),
        parts: name(`run_parts_${index}`),
        runs: source.name,
        lo: columns.lo,
        hi: columns.hi,
        isBroken: columns.na,
      },
      dialect,
    )
    return [...own, ...made.map((step) => ({ ...step, hint: step.name === source.name ? hintOf(source) : '' }))]
  }

  function hintOf({ uses }: Source): string {
    return uses > 1 ? 'MATERIALIZED ' : 'NOT MATERIALIZED '
  }

  /** Steps and, last, the result, whose name its caller gives. */
  function writtenOf(
    room: number | null,
    stage: number,
    write: (writing: Writing) => readonly Output[],
    ending = '',
  ): Step[] {
    const columns = columnsOf(plan, room)
    const joined = new Set<Source>()
    let usesAsking = room === null
    const result: Written = written((scope, isEarnest) => write(writingIn(scope, isEarnest)), { dialect, name, keys })
    for (const source of joined) source.uses++
    const from = [
      `FROM ${columns.table.name}`,
      ...(usesAsking ? ['CROSS JOIN asking'] : []),
      ...[...joined].map((source) => `${room === null ? 'LEFT JOIN' : 'JOIN'} ${source.name} ${using}`),
      ...(room === null ? [`WHERE as_of = ${names.day}`] : []),
    ].join('\n  ')
    const stepNames = result.steps.map((_, step) => name(`${columns.table.name}_${stage}_${step + 1}`))
    const made = result.steps.map(
      (select, step): Step => ({
        name: stepNames[step] as string,
        hint: dialect.step.hint,
        select: `SELECT ${select.join(',\n    ')}\n  ${step === 0 ? from : `FROM ${stepNames[step - 1]}`}${dialect.step.ending}`,
      }),
    )
    const outputs = [...keys, ...result.outputs.map((output) => `${output.text} AS ${output.name}`)].join(',\n    ')
    const below = stepNames.length === 0 ? from : `FROM ${stepNames.at(-1)}`
    return [...made, { name: '', hint: '', select: `SELECT ${outputs}\n  ${below}${ending.replace('\n', '\n  ')}` }]

    function writingIn(scope: Scope, isEarnest: boolean): Writing {
      /** A column of something with one row a person. */
      const columnOf = (source: () => Source, key: string, make: (writing: Writing) => string): string => {
        if (!isEarnest) return key
        const one = source()
        joined.add(one)
        let column = one.columns.get(key)
        if (!column) {
          column = { name: name(key), make }
          one.columns.set(key, column)
        }
        return scope.raw(column.name)
      }
      const fromPeople = (): Source => sourceAt(people, stage, `people_${stage}`)
      const isOfPerson = ({ within }: PlanNode): boolean => room !== null && within === null
      /** The column of an earlier stage that holds it; what says nothing of entries is as soon worked out again. */
      const earlier = (index: NodeIndex, key: string, make: (ofPerson: Writing) => string): string | null => {
        if (room !== null || ofNode(index) === 0) return null
        if (stage < last) told.set(stage, (told.get(stage) ?? new Set()).add(key))
        const at = [...ofPeople.keys()].sort((a, b) => a - b).find((one) => one < stage && ofPeople.get(one)?.has(key))
        return at === undefined ? null : columnOf(() => sourceAt(people, at, `people_${at}`), key, make)
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
          const column = isOfPerson(node) ? columnOf(fromPeople, `q${index}`, make) : earlier(index, `q${index}`, make)
          if (column !== null) return mode === 'no' ? `(NOT ${column})` : column
          return scope.value(`q${index}`, mode, (how) => truthText(index, node, how, writing))
        },
        part: (index, asked) => {
          const part = asked === 'hi' && isExact(index, plan.nodes) ? 'lo' : asked
          const node = plan.nodes[index] as SpanNode
          if (node.op === 'number' || node.op === 'policy' || node.op === 'as-of')
            return partText(index, node, part, writing)
          const key = `n${index}_${part}`
          const make = (ofPerson: Writing): string => ofPerson.part(index, part)
          const column = isOfPerson(node) ? columnOf(fromPeople, key, make) : earlier(index, key, make)
          return column ?? scope.value(key, 'truth', () => partText(index, node, part, writing))
        },
        decision: (index) => {
          const planned = plan.decisions[index] as PlannedDecision
          return scope.value(`is_${snakeCase(planned.decision.id)}`, 'truth', () =>
            decisionText(index, planned, writing),
          )
        },
        over: (asked: OverAsked) =>
          columnOf(
            () =>
              sourceAt(
                overEntries,
                `${asked.room} ${asked.stage}`,
                `${tables.entries[asked.room]?.name}_${asked.stage}`,
              ),
            asked.key,
            asked.make,
          ),
        run: (index, part) => {
          if (!isEarnest) return `n${index}_${part}`
          const run = runs.get(index) ?? {
            source: { name: name(`run_${index}`), uses: 0, columns: new Map() },
            columns: { lo: name(`n${index}_lo`), hi: name(`n${index}_hi`), na: name(`n${index}_is_broken`) },
          }
          runs.set(index, run)
          joined.add(run.source)
          const column = scope.raw(run.columns[part])
          return part === 'na' ? `(${column} IS NOT TRUE)` : column
        },
        asking: (policy) => {
          usesAsking = true
          return scope.raw(policy === null ? names.today : (names.policy[policy] as string))
        },
      }
      return writing
    }
  }

  function sourceAt<K>(sources: Map<K, Source>, key: K, wanted: string): Source {
    const source = sources.get(key) ?? { name: name(wanted), uses: 0, columns: new Map() }
    sources.set(key, source)
    return source
  }
}
