import type { Policy } from '@facialis/language'
import { snakeCase, uniqueIdentifiers } from '../flat/sql-identifiers.ts'
import type { NodeIndex, Plan, PlanNode, PlannedDecision } from '../plan/plan.ts'
import { assignStages } from './assign-stages.ts'
import type { Dialect } from './dialect.ts'
import { createDraft, type Draft, keys, type PriorDraft, type Run, type Source } from './draft.ts'
import { parametersSelect } from './parameter-names.ts'
import { runSteps } from './run-length.ts'
import type { Output } from './scope.ts'
import { type Step, selectOf } from './select.ts'
import { dayOf, type SqlWriter } from './sql-writer.ts'
import { stagesOf } from './stages.ts'

/** The columns of the answers, in the order of the pathway's decisions about the person. */
export function answerColumnsOf(
  plan: Plan,
): readonly Readonly<{ decision: PlannedDecision['decision']; name: string }>[] {
  const name = uniqueIdentifiers()
  for (const key of keys) name(key)
  return plan.pathway.decisions
    .filter(({ scope }) => scope === 'patient')
    .map((decision) => ({ decision, name: name(snakeCase(decision.id)) }))
}

/**
 * A pathway's decisions as one SELECT over the flat fact table: a row a person, a column a decision. It is drafted
 * twice before: to see what is asked of entries and when, and to see what people are found to be for the sake of their
 * entries, which is not worked out again later.
 */
export function queryOf(plan: Plan, dialect: Dialect, asking: Readonly<{ asOf: number; policy: Policy }>): string {
  const { draft: first } = draftOf(plan, dialect, { ofPeople: new Map(), stageAssignment: () => null })
  const stageAssignment = assignStages(plan, first.wanted.values())
  const { draft: second } = draftOf(plan, dialect, { ofPeople: new Map(), stageAssignment })
  const { draft, steps } = draftOf(plan, dialect, { ofPeople: second.keysUsedLater, stageAssignment })
  const [result, ...before] = steps.toReversed() as [Step, ...Step[]]
  const { names } = draft
  const asked: Step = { name: names.table, hint: '', select: parametersSelect(plan, names, { dialect, ...asking }) }
  const ctes = [asked, ...before.toReversed()].map(({ name, hint, select }) => `${name} AS ${hint}(\n  ${select}\n)`)
  return `WITH ${ctes.join(',\n')}\n${result.select}`
}

function draftOf(plan: Plan, dialect: Dialect, found: PriorDraft): Readonly<{ draft: Draft; steps: readonly Step[] }> {
  const { ofNode, ofDecision } = stagesOf(plan)
  const answers = answerColumnsOf(plan).map((answer) => ({
    ...answer,
    at: plan.decisions.findIndex(({ decision }) => decision === answer.decision),
  }))
  const last = Math.max(0, ...answers.map(({ at }) => ofDecision(at)))
  const draft = createDraft(plan, dialect, last, found)
  const write = ({ decision }: SqlWriter): readonly Output[] =>
    answers.map(({ at, name: column }) => ({ name: column, text: decision(at) }))
  const steps: Step[][] = [[...selectOf(draft, { entryKind: null, stage: last, write })]]
  // What comes later was written first, and has asked for everything it needs of the stage before.
  for (let stage = last - 1; stage >= 0; stage--) {
    const overEntries = [...plan.layout.entryKinds.keys()].flatMap((entryKind) => entriesAt(draft, entryKind, stage))
    const runs = [...draft.runs].flatMap(([index, run]) =>
      stage === ofNode(index) - 1 ? runAt(draft, index, run) : [],
    )
    steps.unshift([...peopleAt(draft, stage), ...overEntries, ...runs])
  }
  return { draft, steps: steps.flat() }
}

/** A SELECT of people at a stage; it may ask for everything that was said of entries before. */
function peopleAt(draft: Draft, stage: number): readonly Step[] {
  const source = draft.people.get(stage)
  if (!source) return []
  draft.keysUsedLater.set(stage, new Set())
  return named(source, selectOf(draft, { entryKind: null, stage, write: columnsOf(source) }))
}

function entriesAt(draft: Draft, entryKind: number, stage: number): readonly Step[] {
  const source = draft.overEntries.get(`${entryKind} ${stage}`)
  if (!source) return []
  const ending = `\n  GROUP BY ${keys.join(', ')}`
  return named(source, selectOf(draft, { entryKind, stage, write: columnsOf(source), ending }))
}

function runAt(draft: Draft, index: NodeIndex, { source, columns }: Run): readonly Step[] {
  const { plan, dialect, name } = draft
  const node = plan.nodes[index] as PlanNode & { op: 'run-length' }
  const write = (writer: SqlWriter): readonly Output[] => {
    const during = writer.truth(node.during, 'yes')
    return [
      { name: 'run_day', text: `COALESCE(${dayOf(writer, writer.columns.entryDays[1])}, ${dialect.days.before})` },
      { name: 'run_first', text: dayOf(writer, writer.columns.entryDays[0]) },
      { name: 'is_during', text: during },
      { name: 'is_ending', text: `(${writer.truth(node.endedBy, 'yes')} AND (${during}) IS NOT TRUE)` },
    ]
  }
  const own = [...selectOf(draft, { entryKind: node.entryKind, stage: stagesOf(plan).ofNode(index) - 1, write })]
  const rows = own.pop() as Step
  const names = { days: name(`run_days_${index}`), parts: name(`run_parts_${index}`), runs: source.name }
  const { lo, hi, na: isBroken } = columns
  const made = runSteps(rows.select, { ...names, lo, hi, isBroken }, dialect)
  return [...own, ...made.map((step) => ({ ...step, hint: step.name === source.name ? hintOf(source) : '' }))]
}

const columnsOf =
  (source: Source) =>
  (writer: SqlWriter): readonly Output[] =>
    [...source.columns.values()].map(({ name, make }) => ({ name, text: make(writer) }))

/** Steps, the last of which is what others join. */
const named = (source: Source, steps: readonly Step[]): readonly Step[] =>
  steps.map((step, i) => (i === steps.length - 1 ? { ...step, name: source.name, hint: hintOf(source) } : step))

/** What is joined more than once is worked out once. */
const hintOf = ({ uses }: Source): string => (uses > 1 ? 'MATERIALIZED ' : 'NOT MATERIALIZED ')
