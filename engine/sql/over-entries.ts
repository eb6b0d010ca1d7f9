/**
 * What is said about all entries of a kind, as aggregates over them with one row a person. A person without any such
 * entry has no row, so everything here has to come out right when the columns are NULL.
 */
import type { NodeIndex, SpanOp, TruthOp } from '../plan/plan.ts'
import { isTwoValued } from '../plan/two-valued.ts'
import { stagesOf } from './stages.ts'
import { dayOf, type Part, type Writing } from './writing.ts'

type Op<O extends (TruthOp | SpanOp)['op']> = Extract<TruthOp | SpanOp, { op: O }>

/** Before every day there is: where entries without a day stand. */
const undatedDay = -2147483648

export const asks = (writing: Writing, node: Readonly<{ room: number }>, of: readonly NodeIndex[]) => {
  const { ofNode } = stagesOf(writing.plan)
  const stage = Math.max(0, ...of.map(ofNode))
  return (key: string, make: (ofEntry: Writing) => string): string =>
    writing.over({ key, room: node.room, stage, make })
}

/** TRUE where an entry surely is such; FALSE or NULL where none is. */
export const someYes = (node: Op<'some'>, writing: Writing): string =>
  asks(writing, node, [node.where])(
    `some_${node.where}`,
    ({ truth }) => `${writing.dialect.anyTrue}(${truth(node.where, 'yes')})`,
  )

/** 2 where an entry surely is such, 1 where one may be, 0 or NULL where none is. */
export const levelOfSome = (node: Op<'some'>, writing: Writing): string =>
  asks(writing, node, [node.where])(`may_${node.where}`, ({ truth }) => {
    const where = truth(node.where, 'truth')
    return `MAX(CASE WHEN ${where} THEN 2 WHEN ${where} IS NULL THEN 1 ELSE 0 END)`
  })

/** Whether an entry counts, or may: not a plain no. */
const mayCount = ({ truth, plan }: Writing, where: NodeIndex): string =>
  isTwoValued(where, plan.nodes) ? truth(where, 'yes') : `${truth(where, 'truth')} IS NOT FALSE`

const entryDay = (writing: Writing, end: 0 | 1): string => dayOf(writing, writing.columns.entryDays[end])

export function edgeDatePart(
  index: NodeIndex,
  { room, where, field, op }: Op<'latest-date' | 'first-date'>,
  part: Part,
  writing: Writing,
): string {
  const { dialect } = writing
  const ask = asks(writing, { room }, [where])
  const day = (ofEntry: Writing, end: 0 | 1): string =>
    field ? dayOf(ofEntry, ofEntry.columns.days(field, 'answer')[end]) : entryDay(ofEntry, end)
  if (part === 'na')
    return `(${ask(`any_${where}`, (ofEntry) => `${dialect.anyTrue}(${mayCount(ofEntry, where)})`)} IS NOT TRUE)`
  const edge = op === 'latest-date' ? 'MAX' : 'MIN'
  /** The end that is sure is that of those that surely count; the other may be that of any. */
  const sureEnd = op === 'latest-date' ? 'lo' : 'hi'
  const isUndated = (ofEntry: Writing): string =>
    `${dialect.anyTrue}(${mayCount(ofEntry, where)} AND ${day(ofEntry, 0)} IS NULL)`
  const sure = (ofEntry: Writing): string =>
    `${edge}(CASE WHEN ${ofEntry.truth(where, 'yes')} THEN ${day(ofEntry, sureEnd === 'lo' ? 0 : 1)} END)`
  return ask(`n${index}_${part}`, (ofEntry) => {
    if (part === sureEnd) return `CASE WHEN ${isUndated(ofEntry)} THEN NULL ELSE ${sure(ofEntry)} END`
    const any = `${edge}(CASE WHEN ${mayCount(ofEntry, where)} THEN ${day(ofEntry, part === 'lo' ? 0 : 1)} END)`
    return `CASE WHEN ${isUndated(ofEntry)} OR ${sure(ofEntry)} IS NULL THEN NULL ELSE ${any} END`
  })
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
 * may count does: everything that can be it has to come to the same. With `back` 0 that is whatever may count from the
 * day of the latest that surely counts; else the days are found by counting.
 */
export function recentTruth(index: NodeIndex, node: Op<'recent'>, writing: Writing): string {
  const { where, holds, back } = node
  const { anyTrue } = writing.dialect
  const ask = asks(writing, node, [where, holds])
  const day = (ofEntry: Writing): string =>
    ofEntry.scope.column('latest_day', () => `COALESCE(${entryDay(ofEntry, 1)}, ${undatedDay})`)
  const held = {
    yes: ({ truth }: Writing) => truth(holds, 'yes'),
    no: ({ truth }: Writing) => truth(holds, 'no'),
    open: ({ truth }: Writing) => `${truth(holds, 'truth')} IS NULL`,
  } as const
  const kinds = ['yes', 'no', 'open'] as const
  if (back === 0) {
    const at = ask(
      `n${index}_day`,
      (ofEntry) => `MAX(CASE WHEN ${ofEntry.truth(where, 'yes')} THEN ${day(ofEntry)} END)`,
    )
    const [yes, no, open] = kinds.map((kind) => {
      const latest = ask(
        `n${index}_${kind}`,
        (ofEntry) => `MAX(CASE WHEN ${mayCount(ofEntry, where)} AND ${held[kind](ofEntry)} THEN ${day(ofEntry)} END)`,
      )
      return `${latest} >= COALESCE(${at}, ${undatedDay})`
    }) as [string, string, string]
    return alike({ yes, no, open, isOne: `${at} IS NOT NULL` })
  }
  const canBe = (ofEntry: Writing): string => {
    const { scope, truth } = ofEntry
    const window = (): string =>
      `OVER (PARTITION BY tenant_id, patient_id ORDER BY ${day(ofEntry)} DESC RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`
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
  const [yes, no, open] = kinds.map((kind) =>
    ask(`n${index}_${kind}`, (ofEntry) => `${anyTrue}(${canBe(ofEntry)} AND ${held[kind](ofEntry)})`),
  ) as [string, string, string]
  const surely = ask(`n${index}_surely`, ({ truth }) => oneEach(truth(where, 'yes')))
  return alike({ yes, no, open, isOne: `${surely} > ${back}` })
}

type Outcomes = Readonly<{ yes: string; no: string; open: string; isOne: string }>

/** Where it may be that there is none, that is one more thing that can be, and says no. */
const alike = ({ yes, no, open, isOne }: Outcomes): string =>
  `(CASE WHEN ${open} THEN NULL WHEN ${yes} THEN CASE WHEN ${isOne} AND (${no}) IS NOT TRUE THEN TRUE END ELSE FALSE END)`
