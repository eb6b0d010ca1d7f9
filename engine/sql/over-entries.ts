/**
 * What is said about all entries of a kind, as aggregates over them with one row a person. A person without any such
 * entry has no row, so everything here has to come out right when the columns are NULL.
 */
import type { NodeIndex, SpanOp, TruthOp } from '../plan/plan.ts'
import { isTwoValued } from '../plan/two-valued.ts'
import { both } from './joined.ts'
import type { Mode } from './scope.ts'
import { dayOf, type Part, type Writing } from './writing.ts'

type Op<O extends (TruthOp | SpanOp)['op']> = Extract<TruthOp | SpanOp, { op: O }>

export const asks =
  (writing: Writing, { room }: Readonly<{ room: number }>, of: readonly NodeIndex[]) =>
  (key: string, make: (ofEntry: Writing) => string): string =>
    writing.over({ key, room, of, make })

/** TRUE where an entry surely is such; FALSE or NULL where none is. */
export const someYes = (node: Op<'some'>, writing: Writing): string =>
  asks(writing, node, [node.where])(
    `some_${node.where}`,
    ({ truth }) => `${writing.dialect.anyTrue}(${truth(node.where, 'yes')})`,
  )

/** TRUE where an entry surely or perhaps is such; FALSE or NULL where none is. */
export const someMay = ({ where, room }: Readonly<{ where: NodeIndex; room: number }>, writing: Writing): string =>
  asks(writing, { room }, [where])(
    `any_${where}`,
    (ofEntry) => `${writing.dialect.anyTrue}(${mayCount(ofEntry, where)})`,
  )

/** Whether an entry counts, or may: not a plain no. */
const mayCount = ({ truth, plan }: Writing, where: NodeIndex): string =>
  isTwoValued(where, plan.nodes) ? truth(where, 'yes') : `${truth(where, 'truth')} IS NOT FALSE`

const entryDay = (writing: Writing, end: 0 | 1): string => dayOf(writing, writing.columns.entryDays[end])

/**
 * The end that is sure is that of those that surely count; the other may be that of any. One without a date may be
 * the latest, or the first: it stands beyond all others, and then neither end is known.
 */
export function edgeDatePart(
  index: NodeIndex,
  { room, where, field, op }: Op<'latest-date' | 'first-date'>,
  part: Part,
  writing: Writing,
): string {
  const { before, after } = writing.dialect.days
  const ask = asks(writing, { room }, [where])
  const day = (ofEntry: Writing, end: 0 | 1): string =>
    field ? dayOf(ofEntry, ofEntry.columns.days(field, 'answer')[end]) : entryDay(ofEntry, end)
  const isLatest = op === 'latest-date'
  const [edge, beyond] = isLatest ? ['MAX', after] : ['MIN', before]
  const name = `n${index}`
  const perhaps = (): string =>
    ask(
      `${name}_perhaps`,
      (ofEntry) =>
        `${edge}(CASE WHEN ${mayCount(ofEntry, where)} THEN COALESCE(${day(ofEntry, isLatest ? 1 : 0)}, ${beyond}) END)`,
    )
  const surely = (): string =>
    ask(
      `${name}_surely`,
      (ofEntry) => `${edge}(CASE WHEN ${ofEntry.truth(where, 'yes')} THEN ${day(ofEntry, isLatest ? 0 : 1)} END)`,
    )
  if (part === 'na') return `(${perhaps()} IS NULL)`
  const isSureEnd = part === (isLatest ? 'lo' : 'hi')
  return isSureEnd
    ? `CASE WHEN ${perhaps()} <> ${beyond} THEN ${surely()} END`
    : `CASE WHEN ${surely()} IS NOT NULL THEN NULLIF(${perhaps()}, ${beyond}) END`
}

/** One of these for each entry that counts. */
const oneEach = (counts: string, amount = '1'): string =>
  `CAST(SUM(CASE WHEN ${counts} THEN ${amount} ELSE 0 END) AS BIGINT)`

export function countPart(index: NodeIndex, { room, where }: Op<'count'>, part: Part, writing: Writing): string {
  const ask = asks(writing, { room }, [where])
  const counted = ask(`n${index}_${part}`, (ofEntry) =>
    oneEach(part === 'lo' ? ofEntry.truth(where, 'yes') : mayCount(ofEntry, where)),
  )
  return `COALESCE(${counted}, 0)`
}

export function sumPart(index: NodeIndex, { room, where, field }: Op<'sum'>, part: Part, writing: Writing): string {
  const { dialect } = writing
  const ask = asks(writing, { room }, [where])
  const amount = ({ scope, columns }: Writing): string => scope.raw(columns.of(field))
  const isOpen = ask(
    `n${index}_open`,
    (ofEntry) => `${dialect.anyTrue}(${mayCount(ofEntry, where)} AND ${amount(ofEntry)} IS NULL)`,
  )
  const total = ask(`n${index}_${part}`, (ofEntry) => {
    const sure = `WHEN ${ofEntry.truth(where, 'yes')} THEN ${amount(ofEntry)}`
    const bound = `${part === 'lo' ? dialect.least : dialect.greatest}(0, ${amount(ofEntry)})`
    const may = isTwoValued(where, writing.plan.nodes)
      ? ''
      : ` WHEN ${ofEntry.truth(where, 'truth')} IS NULL THEN ${bound}`
    return `CAST(SUM(CASE ${sure}${may} ELSE 0 END) AS BIGINT)`
  })
  return `CASE WHEN ${isOpen} THEN NULL ELSE COALESCE(${total}, 0) END`
}

/**
 * The latest but `back` that count, asked whether it holds. Which of one day came last nobody knows, nor whether one that
 * may count does: it holds where there surely is one, and nothing that can be it may not hold. With `back` 0 whatever may
 * count can be it from the day of the latest that surely counts; else the days are found by counting.
 */
export function recentTruth(index: NodeIndex, node: Op<'recent'>, mode: Mode, writing: Writing): string {
  const { yes, no } = node.back === 0 ? ofLatest(index, node, writing) : ofEarlier(index, node, writing)
  if (mode === 'yes') return yes()
  return mode === 'no' ? no() : `(CASE WHEN ${yes()} THEN TRUE WHEN ${no()} THEN FALSE END)`
}

type Outcomes = Readonly<{ yes: () => string; no: () => string }>

const latestDay = (ofEntry: Writing): string =>
  ofEntry.scope.column('latest_day', () => `COALESCE(${entryDay(ofEntry, 1)}, ${ofEntry.dialect.days.before})`)

function ofLatest(index: NodeIndex, node: Op<'recent'>, writing: Writing): Outcomes {
  const { where, holds } = node
  const at = (): string =>
    asks(writing, node, [where])(
      `latest_${where}`,
      (ofEntry) => `MAX(CASE WHEN ${ofEntry.truth(where, 'yes')} THEN ${latestDay(ofEntry)} END)`,
    )
  const without = (mode: 'yes' | 'no'): string =>
    asks(writing, node, [where, holds])(`n${index}_not_${mode}`, (ofEntry) => {
      const may = both([mayCount(ofEntry, where), `${ofEntry.truth(holds, mode)} IS NOT TRUE`])
      return `MAX(CASE WHEN ${may} THEN ${latestDay(ofEntry)} END)`
    })
  return {
    yes: () => `(${at()} IS NOT NULL AND (${without('yes')} >= ${at()}) IS NOT TRUE)`,
    no: () => `((${without('no')} >= COALESCE(${at()}, ${writing.dialect.days.before})) IS NOT TRUE)`,
  }
}

function ofEarlier(index: NodeIndex, node: Op<'recent'>, writing: Writing): Outcomes {
  const { where, holds, back } = node
  const ask = asks(writing, node, [where, holds])
  const canBe = (ofEntry: Writing): string => {
    const { scope, truth } = ofEntry
    const window = (): string =>
      `OVER (PARTITION BY tenant_id, patient_id ORDER BY ${latestDay(ofEntry)} DESC RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`
    const atMost = scope.column(
      `n${index}_at_most`,
      () => `SUM(CASE WHEN ${mayCount(ofEntry, where)} THEN 1 ELSE 0 END) ${window()})`,
    )
    const before = scope.column(
      `n${index}_before`,
      () => `COALESCE(SUM(CASE WHEN ${truth(where, 'yes')} THEN 1 ELSE 0 END) ${window()} EXCLUDE GROUP), 0)`,
    )
    return `${mayCount(ofEntry, where)} AND ${before} <= ${back} AND ${atMost} > ${back}`
  }
  const without = (mode: 'yes' | 'no'): string =>
    ask(
      `n${index}_not_${mode}`,
      (ofEntry) => `${writing.dialect.anyTrue}(${canBe(ofEntry)} AND ${ofEntry.truth(holds, mode)} IS NOT TRUE)`,
    )
  const surely = (): string => ask(`n${index}_surely`, ({ truth }) => oneEach(truth(where, 'yes')))
  return {
    yes: () => `(${surely()} > ${back} AND ${without('yes')} IS NOT TRUE)`,
    no: () => `(${without('no')} IS NOT TRUE)`,
  }
}
