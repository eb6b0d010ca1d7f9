/**
 * What is said about all entries of a kind, as aggregates over them with one row a person. A person without any such
 * entry has no row, so everything here has to come out right when the columns are NULL.
 */
import type { NodeIndex, SpanOp, TruthOp } from '../plan/plan.ts'
import { isTwoValued } from '../plan/two-valued.ts'
import { dayOf, type Part, type SqlWriter } from './sql-writer.ts'

type Op<O extends (TruthOp | SpanOp)['op']> = Extract<TruthOp | SpanOp, { op: O }>

export const aggregator =
  (writer: SqlWriter, { entryKind }: Readonly<{ entryKind: number }>, of: readonly NodeIndex[]) =>
  (key: string, make: (ofEntry: SqlWriter) => string): string =>
    writer.over({ key, entryKind, of, make })

/** TRUE where an entry surely is such; FALSE or NULL where none is. */
export const existsCertainly = (node: Op<'some'>, writer: SqlWriter): string =>
  aggregator(writer, node, [node.where])(
    `some_${node.where}`,
    ({ truth }) => `${writer.dialect.anyTrue}(${truth(node.where, 'yes')})`,
  )

/** TRUE where an entry surely or perhaps is such; FALSE or NULL where none is. */
export const existsPossibly = (
  { where, entryKind }: Readonly<{ where: NodeIndex; entryKind: number }>,
  writer: SqlWriter,
): string =>
  aggregator(writer, { entryKind }, [where])(
    `any_${where}`,
    (ofEntry) => `${writer.dialect.anyTrue}(${possiblyMatches(ofEntry, where)})`,
  )

/** Whether an entry counts, or may: not a plain no. */
export const possiblyMatches = ({ truth, plan }: SqlWriter, where: NodeIndex): string =>
  isTwoValued(where, plan.nodes) ? truth(where, 'yes') : `${truth(where, 'truth')} IS NOT FALSE`

export const entryDay = (writer: SqlWriter, end: 0 | 1): string => dayOf(writer, writer.columns.entryDays[end])

/**
 * The end that is sure is that of those that surely count; the other may be that of any. One without a date may be
 * the latest, or the first: it stands beyond all others, and then neither end is known.
 */
export function edgeDatePart(
  index: NodeIndex,
  { entryKind, where, field, op }: Op<'latest-date' | 'first-date'>,
  part: Part,
  writer: SqlWriter,
): string {
  const { before, after } = writer.dialect.days
  const ask = aggregator(writer, { entryKind }, [where])
  const day = (ofEntry: SqlWriter, end: 0 | 1): string =>
    field ? dayOf(ofEntry, ofEntry.columns.days(field, 'answer')[end]) : entryDay(ofEntry, end)
  const isLatest = op === 'latest-date'
  const [edge, beyond] = isLatest ? ['MAX', after] : ['MIN', before]
  const name = `n${index}`
  const perhaps = (): string =>
    ask(
      `${name}_perhaps`,
      (ofEntry) =>
        `${edge}(CASE WHEN ${possiblyMatches(ofEntry, where)} THEN COALESCE(${day(ofEntry, isLatest ? 1 : 0)}, ${beyond}) END)`,
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
export const countWhere = (counts: string): string => `CAST(SUM(CASE WHEN ${counts} THEN 1 ELSE 0 END) AS BIGINT)`

export function countPart(index: NodeIndex, { entryKind, where }: Op<'count'>, part: Part, writer: SqlWriter): string {
  const ask = aggregator(writer, { entryKind }, [where])
  const counted = ask(`n${index}_${part}`, (ofEntry) =>
    countWhere(part === 'lo' ? ofEntry.truth(where, 'yes') : possiblyMatches(ofEntry, where)),
  )
  return `COALESCE(${counted}, 0)`
}

export function sumPart(
  index: NodeIndex,
  { entryKind, where, field }: Op<'sum'>,
  part: Part,
  writer: SqlWriter,
): string {
  const { dialect } = writer
  const ask = aggregator(writer, { entryKind }, [where])
  const amount = ({ scope, columns }: SqlWriter): string => scope.raw(columns.of(field))
  const isOpen = ask(
    `n${index}_open`,
    (ofEntry) => `${dialect.anyTrue}(${possiblyMatches(ofEntry, where)} AND ${amount(ofEntry)} IS NULL)`,
  )
  const total = ask(`n${index}_${part}`, (ofEntry) => {
    const sure = `WHEN ${ofEntry.truth(where, 'yes')} THEN ${amount(ofEntry)}`
    const bound = `${part === 'lo' ? dialect.least : dialect.greatest}(0, ${amount(ofEntry)})`
    const may = isTwoValued(where, writer.plan.nodes)
      ? ''
      : ` WHEN ${ofEntry.truth(where, 'truth')} IS NULL THEN ${bound}`
    return `CAST(SUM(CASE ${sure}${may} ELSE 0 END) AS BIGINT)`
  })
  return `CASE WHEN ${isOpen} THEN NULL ELSE COALESCE(${total}, 0) END`
}
