import type { NodeIndex, PlannedBody, PlannedDecision } from '../plan/plan.ts'
import { isTwoValued } from '../plan/two-valued.ts'
import { aggregator, existsCertainly, existsPossibly } from './aggregates.ts'
import { compareText } from './comparisons.ts'
import { conjunction, disjunction, isNotTrue } from './conjunction.ts'
import { firstRank } from './decisions.ts'
import { quoted } from './dialect.ts'
import { recentTruth } from './recent-truth.ts'
import type { Mode } from './scope.ts'
import { sinceOf } from './since.ts'
import { sinceTruth } from './some-since.ts'
import type { SqlWriter, TruthNode } from './sql-writer.ts'
import { waitGroupsOf, waitsTruth } from './wait-groups.ts'
import { among, groupByFact, inValues, selectByMask, wordsOf } from './words.ts'

/** A condition in SQL's own three-valued logic; see `Mode` for what is asked. */
export function truthText(index: number, node: TruthNode, mode: Mode, writer: SqlWriter): string {
  const { plan, scope, columns, truth } = writer
  const isNullOut = writer.dialect.keepsNullOut
  switch (node.op) {
    case 'constant':
      if (node.truth === 1) return mode === 'truth' ? 'CAST(NULL AS BOOLEAN)' : 'FALSE'
      return (node.truth === 2) === (mode !== 'no') ? 'TRUE' : 'FALSE'
    case 'word':
      return wordText(node, mode, { writer, isNullOut })
    case 'member': {
      const members = columns.members(node.place, node.mask)
      if (members.length === 0) {
        const isKnown = `${scope.raw(columns.any(node.place))} IS NOT NULL`
        return among('', [], { mode, isKnown })
      }
      const any = disjunction(members.map(scope.raw))
      return surely(mode === 'no' ? `(NOT ${any})` : any, mode, writer)
    }
    case 'unanswered': {
      const column = scope.raw(columns.any(node.place))
      const [none, some] = node.place.fact.type === 'text' ? ['IS NOT TRUE', 'IS TRUE'] : ['IS NULL', 'IS NOT NULL']
      return `(${column} ${mode === 'no' ? some : none})`
    }
    case 'compare':
      return surely(compareText(node, mode, writer), mode, writer)
    case 'all':
    case 'any': {
      const isAll = node.op === 'all'
      if (mode === 'yes') return isAll ? allYes(node.of, writer) : anyYes(index, node.of, writer)
      const parts = node.of.map((one) => truth(one, mode))
      return isAll === (mode !== 'no') ? conjunction(parts) : disjunction(parts)
    }
    case 'not': {
      const of = plan.nodes[node.of] as TruthNode
      if (of.op === 'constant' && of.truth !== 1) return (of.truth === 0) === (mode !== 'no') ? 'TRUE' : 'FALSE'
      if (mode !== 'truth') return truth(node.of, mode === 'yes' ? 'no' : 'yes')
      // Of what is never unknown, its no is its opposite.
      if (of.op === 'established' || of.op === 'unanswered') return truth(node.of, 'no')
      // Not this word is exactly another word, and unknown while the word is.
      if (of.op === 'word' && of.mask !== 0 && of.within === writer.columns.table.entryKind)
        return wordText(of, 'no', { writer, isNullOut: false })
      return `(NOT ${truth(node.of, 'truth')})`
    }
    case 'established':
      if (mode === 'yes') return truth(node.of, 'yes')
      if (mode === 'truth' && isTwoValued(node.of, plan.nodes)) return truth(node.of, 'truth')
      return mode === 'no' ? isNotTrue(truth(node.of, 'yes')) : `(${truth(node.of, 'yes')} IS TRUE)`
    case 'decided': {
      const { decision, body } = plan.decisions[node.decision] as PlannedDecision
      if (body.kind === 'fold' && node.unknown === 0) return foldedTruth(node, body, mode, writer)
      const answer = writer.decision(node.decision)
      const [yes, open] = [node.yes, node.unknown].map((mask) => selectByMask(decision.answers, mask)) as [
        string[],
        string[],
      ]
      if (mode === 'no') return among(answer, [...yes, ...open], { mode, isKnown: 'TRUE' })
      const [undetermined] = open
      if (mode === 'yes' || undetermined === undefined) return among(answer, yes, { mode, isKnown: 'TRUE' })
      return among(`NULLIF(${answer}, ${quoted(undetermined)})`, yes, {
        mode,
        isKnown: `${answer} <> ${quoted(undetermined)}`,
      })
    }
    case 'some': {
      const since = sinceOf(node, plan)
      if (since)
        return surely(sinceTruth(since, mode, { ask: aggregator(writer, node, since.rest), writer }), mode, writer)
      if (mode === 'yes') return surely(existsCertainly(node, writer), mode, writer)
      if (isTwoValued(node.where, plan.nodes))
        return `(${existsCertainly(node, writer)} ${mode === 'no' ? 'IS NOT TRUE' : 'IS TRUE'})`
      return mode === 'no'
        ? `(${existsPossibly(node, writer)} IS NOT TRUE)`
        : `(CASE WHEN ${existsCertainly(node, writer)} THEN TRUE WHEN ${existsPossibly(node, writer)} THEN NULL ELSE FALSE END)`
    }
    case 'recent':
      return recentTruth(index, node, mode, writer)
    default:
      return node satisfies never
  }
}

function wordText(
  { place, mask }: Extract<TruthNode, { op: 'word' }>,
  mode: Mode,
  { writer, isNullOut }: Readonly<{ writer: SqlWriter; isNullOut: boolean }>,
): string {
  const column = writer.scope.raw(writer.columns.of(place))
  return among(column, wordsOf(place.fact, mask), { mode, isKnown: `${column} IS NOT NULL`, isNullOut })
}

/** Asked only for being so, or not so, it is TRUE or FALSE where that is cheaper than NULL. */
const surely = (condition: string, mode: Mode, { dialect }: SqlWriter): string =>
  mode === 'truth' || !dialect.keepsNullOut || condition === 'TRUE' || condition === 'FALSE'
    ? condition
    : `(${condition} IS TRUE)`

function allYes(of: readonly NodeIndex[], { plan, columns, scope, truth, dialect }: SqlWriter): string {
  const here = (index: NodeIndex): boolean => plan.nodes[index]?.within === columns.table.entryKind
  const { together, rest } = groupByFact(of.filter(here), plan.nodes)
  const words = together.map(({ place, mask }) => {
    const column = scope.raw(columns.of(place))
    return among(column, wordsOf(place.fact, mask), { mode: 'yes', isKnown: 'TRUE', isNullOut: dialect.keepsNullOut })
  })
  const others = of.filter((one) => !here(one) || rest.includes(one))
  return conjunction([...words, ...others.map((one) => truth(one, 'yes'))])
}

function anyYes(index: number, of: readonly NodeIndex[], writer: SqlWriter): string {
  const { waiting, others } = waitGroupsOf(writer.plan).get(index) ?? { waiting: [], others: of }
  return disjunction([
    ...waiting.map((one) => surely(waitsTruth(one, writer), 'yes', writer)),
    ...others.map((one) => writer.truth(one, 'yes')),
  ])
}

/** A decision about all entries is known by the rank of the first answer any of them has. */
function foldedTruth(
  { decision, yes }: Readonly<{ decision: number; yes: number }>,
  { join, otherwise }: Extract<PlannedBody, { kind: 'fold' }>,
  mode: Mode,
  writer: SqlWriter,
): string {
  const says = (answer: number): boolean => ((yes >>> answer) & 1) === 1
  const ranks = join.flatMap(({ answer }, rank) => (says(answer) ? [String(rank)] : []))
  const first = firstRank(decision, writer)
  if (mode === 'yes' && !says(otherwise))
    return inValues(first, ranks, { mode, isKnown: 'TRUE', isNullOut: writer.dialect.keepsNullOut })
  const all = says(otherwise) ? [...ranks, String(join.length)] : ranks
  return inValues(`COALESCE(${first}, ${join.length})`, all, { mode, isKnown: 'TRUE' })
}
