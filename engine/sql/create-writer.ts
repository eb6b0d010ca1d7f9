import { memoiseWeak } from '@facialis/language'
import { snakeCase, uniqueIdentifiers } from '../flat/sql-identifiers.ts'
import type { NodeIndex, Plan, PlanNode, PlannedDecision } from '../plan/plan.ts'
import { columnsOf } from './columns.ts'
import { decisionText } from './decisions.ts'
import { assumptionName, deferredTruth, dependsOn, underAssumption } from './deferred-truth.ts'
import { type Draft, type Source, sourceAt } from './draft.ts'
import { type Mode, readColumn, type Scope } from './scope.ts'
import { isExact } from './span-traits.ts'
import { partText } from './spans.ts'
import type { Aggregate, Assumption, ClosedPart, SpanNode, SqlWriter, TruthNode } from './sql-writer.ts'
import { isCheapPerEntry, stagesOf } from './stages.ts'
import { truthText } from './truths.ts'

type Context = Readonly<{
  entryKind: number | null
  stage: number
  columns: SqlWriter['columns']
  scope: Scope
  isEarnest: boolean
  joinedSources: Set<Source>
  useParameters: () => void
  assumption?: Assumption
  /** Told each mode in which the assumed condition is read. */
  onMode?: (mode: Mode) => void
}>

/** The writer of one SELECT: of people, or of the entries of one kind, at one stage. */
export function createWriter(draft: Draft, context: Context): SqlWriter {
  const { plan, dialect, tables, last, names, name, nameOf, ofPeople, people, keysUsedLater, wanted } = draft
  const { entryKind, stage, columns, isEarnest, joinedSources, assumption } = context
  const { ofNode, deferredOf } = stagesOf(plan)
  const ending = assumption ? `_${assumptionName(assumption)}` : ''
  /** What depends on the assumption gets a column of its own. */
  const keyOf = (key: string, index: NodeIndex): string =>
    assumption && dependsOn(index, assumption.index, plan) ? `${key}${ending}` : key
  const scope: Scope = {
    ...context.scope,
    column: (key, make) => context.scope.column(`${key}${ending}`, make),
  }

  /** A column of something with one row a person. */
  const columnOf = (source: () => Source, key: string, make: (writer: SqlWriter) => string): string => {
    if (!isEarnest) return key
    const one = source()
    joinedSources.add(one)
    if (!one.columns.has(key)) one.columns.set(key, { name: nameOf(key), make })
    return scope.raw(nameOf(key))
  }
  const peopleAt = (at: number) => (): Source => sourceAt(people, at, () => name(`people_${at}`))
  const isOfPerson = ({ within }: PlanNode): boolean => entryKind !== null && within === null
  /** What is said of a person for the sake of an entry: null where it is as soon worked out beside the entry. */
  const ofPerson = (index: NodeIndex, key: string, make: (ofPerson: SqlWriter) => string): string | null => {
    if (!dialect.inPortions) return columnOf(peopleAt(stage), key, make)
    if (ofNode(index) === 0) return columnOf(peopleAt(0), key, make)
    return isCheapPerEntry(index, plan) ? null : columnOf(peopleAt(stage), key, make)
  }
  /**
   * The latest SELECT of people before this one and after a stage: it hands on what was known then. That of the same stage
   * comes before entries, which may be joined to it: what it holds and they took from elsewhere would be there twice.
   */
  const carriedOnSince = (known: number): number | null =>
    [...ofPeople.keys()]
      .filter((at) => at > known && (at < stage || (at === stage && entryKind !== null)))
      .sort((a, b) => b - a)[0] ?? null
  /** The column of an earlier SELECT of people that holds it; what is short and says nothing of entries is as soon worked out again. */
  const earlier = (index: NodeIndex, key: string, make: (ofPerson: SqlWriter) => string): string | null => {
    if (entryKind !== null || (ofNode(index) === 0 && !isLong(plan.nodes[index] as PlanNode))) return null
    if (stage < last) keysUsedLater.get(stage)?.add(key)
    const isUsedLater = [...ofPeople].some(([at, keysThen]) => at < stage && keysThen.has(key))
    const at = isUsedLater ? carriedOnSince(-1) : null
    return at === null ? null : columnOf(peopleAt(at), key, make)
  }

  const writer: SqlWriter = {
    plan,
    dialect,
    scope,
    columns,
    truth: (index, mode) => {
      const known = assumption && underAssumption(index, mode, { assumption, plan })
      if (known) {
        context.onMode?.(known.mode)
        return truthText(index, { op: 'constant', truth: known.truth, within: null, uses: 1 }, mode, writer)
      }
      const node = plan.nodes[index] as TruthNode
      if (node.op === 'constant' || (node.op === 'not' && plan.nodes[node.of]?.op === 'constant'))
        return truthText(index, node, mode, writer)
      const make = (ofPerson: SqlWriter): string => ofPerson.truth(index, 'truth')
      const key = keyOf(`q${index}`, index)
      const column = isOfPerson(node) ? ofPerson(index, key, make) : earlier(index, key, make)
      if (column !== null) return readColumn(column, mode, dialect)
      return scope.value(key, mode, (how) => truthText(index, node, how, writer))
    },
    part: (index, asked) => {
      const part = asked === 'hi' && isExact(index, plan.nodes) ? 'lo' : asked
      const node = plan.nodes[index] as SpanNode
      if (node.op === 'number' || node.op === 'policy' || node.op === 'as-of')
        return partText(index, node, part, writer)
      if (isColumn(node) && dialect.days.areDates && !isOfPerson(node)) return partText(index, node, part, writer)
      const key = keyOf(`n${index}_${part.replace('-', '_')}`, index)
      const make = (ofPerson: SqlWriter): string => ofPerson.part(index, part)
      const column = isOfPerson(node) ? ofPerson(index, key, make) : earlier(index, key, make)
      return column ?? scope.value(key, 'truth', () => partText(index, node, part, writer))
    },
    decision: (index) => {
      const planned = plan.decisions[index] as PlannedDecision
      return scope.value(decisionKeys(plan)[index] as string, 'truth', () => decisionText(index, planned, writer))
    },
    assuming: (one) => createWriter(draft, { ...context, assumption: one }),
    over: (asked: Aggregate) => {
      const table = tables.entries[asked.entryKind]?.name as string
      const key = `${table}_${asked.key}`
      const deferred = deferredOf(asked)
      if (deferred && !asked.assumption)
        return scope.value(key, 'truth', () =>
          deferredTruth({ index: deferred.index, asked, modes: modesOf(draft, deferred.index, asked) }, writer),
        )
      if (!isEarnest) return key
      const from = deferred ? deferred.others : Math.max(0, ...asked.of.map(ofNode))
      const to = Math.min(wanted.get(key)?.to ?? last, stage - 1)
      wanted.set(key, { entryKind: asked.entryKind, key, of: asked.of, from, to })
      const at = draft.stageAssignment(key) ?? from
      const through = carriedOnSince(at)
      if (through !== null) return columnOf(peopleAt(through), key, (ofPerson) => ofPerson.over(asked))
      const source = (): Source => sourceAt(draft.overEntries, `${asked.entryKind} ${at}`, () => name(`${table}_${at}`))
      return columnOf(source, key, asked.make)
    },
    run: (index, part) => {
      const key = (of: ClosedPart): string => `n${index}_${of === 'na' ? 'is_broken' : of}`
      if (!isEarnest) return key(part)
      const run = draft.runs.get(index) ?? {
        source: { name: name(`run_${index}`), uses: 0, columns: new Map() },
        columns: { lo: name(key('lo')), hi: name(key('hi')), na: name(key('na')) },
      }
      draft.runs.set(index, run)
      joinedSources.add(run.source)
      const column = scope.raw(run.columns[part])
      return part === 'na' ? `(${column} IS NOT TRUE)` : column
    },
    asking: (policy) => {
      context.useParameters()
      return scope.raw(policy === null ? names.today : (names.policy[policy] as string))
    },
  }
  return writer
}

/** What is decided, each by a name of its own: `a.b` and `a-b` are written alike. */
const decisionKeys = memoiseWeak(({ decisions }: Plan): readonly string[] => {
  const name = uniqueIdentifiers()
  return decisions.map(({ decision }) => name(`is_${snakeCase(decision.id)}`))
})

/** How a condition of the person is asked for, by what is asked of entries. */
function modesOf(draft: Draft, deferred: NodeIndex, { entryKind, make }: Aggregate): ReadonlySet<Mode> {
  const modes = new Set<Mode>()
  const seen = new Set<string>()
  const once = (key: string, visit: () => void): string => {
    if (!seen.has(key)) visit()
    seen.add(key)
    return key
  }
  const scope: Scope = {
    value: (key, mode, write) => once(`${key} ${mode}`, () => write(mode)),
    column: (key, write) => once(key, write),
    raw: (name) => name,
  }
  const columns = columnsOf(draft.plan, entryKind)
  const context = {
    entryKind,
    stage: 0,
    columns,
    scope,
    isEarnest: false,
    joinedSources: new Set<Source>(),
    useParameters: () => {},
  }
  const assumption: Assumption = { index: deferred, truth: 1 }
  make(createWriter(draft, { ...context, assumption, onMode: (mode) => modes.add(mode) }))
  return modes
}

const isLong = ({ op }: PlanNode): boolean => op === 'all' || op === 'any' || op === 'compare'

/** A column of the table as it stands: nothing is gained by giving it another name. */
const isColumn = ({ op }: SpanNode): boolean =>
  op === 'date' || op === 'recorded' || op === 'entry-date' || op === 'quantity'
