import type { NodeIndex, TruthOp } from '../plan/plan.ts'
import { aggregator, countWhere, entryDay, possiblyMatches } from './aggregates.ts'
import { conjunction } from './conjunction.ts'
import type { Mode } from './scope.ts'
import type { SqlWriter } from './sql-writer.ts'

type Recent = Extract<TruthOp, { op: 'recent' }>

/**
 * The latest but `back` that count, asked whether it holds. Which of one day came last nobody knows, nor whether one that
 * may count does: it holds where there surely is one, and nothing that can be it may not hold. With `back` 0 whatever may
 * count can be it from the day of the latest that surely counts; else the days are found by counting.
 */
export function recentTruth(index: NodeIndex, node: Recent, mode: Mode, writer: SqlWriter): string {
  const { yes, no } = node.back === 0 ? ofLatest(index, node, writer) : ofEarlier(index, node, writer)
  if (mode === 'yes') return yes()
  return mode === 'no' ? no() : `(CASE WHEN ${yes()} THEN TRUE WHEN ${no()} THEN FALSE END)`
}

type Outcomes = Readonly<{ yes: () => string; no: () => string }>

const latestDay = (ofEntry: SqlWriter): string =>
  ofEntry.scope.column('latest_day', () => `COALESCE(${entryDay(ofEntry, 1)}, ${ofEntry.dialect.days.before})`)

function ofLatest(index: NodeIndex, node: Recent, writer: SqlWriter): Outcomes {
  const { where, holds } = node
  const at = (): string =>
    aggregator(writer, node, [where])(
      `latest_${where}`,
      (ofEntry) => `MAX(CASE WHEN ${ofEntry.truth(where, 'yes')} THEN ${latestDay(ofEntry)} END)`,
    )
  const without = (mode: 'yes' | 'no'): string =>
    aggregator(writer, node, [where, holds])(`n${index}_not_${mode}`, (ofEntry) => {
      const may = conjunction([possiblyMatches(ofEntry, where), `${ofEntry.truth(holds, mode)} IS NOT TRUE`])
      return `MAX(CASE WHEN ${may} THEN ${latestDay(ofEntry)} END)`
    })
  return {
    yes: () => `(${at()} IS NOT NULL AND (${without('yes')} >= ${at()}) IS NOT TRUE)`,
    no: () => `((${without('no')} >= COALESCE(${at()}, ${writer.dialect.days.before})) IS NOT TRUE)`,
  }
}

function ofEarlier(index: NodeIndex, node: Recent, writer: SqlWriter): Outcomes {
  const { where, holds, back } = node
  const ask = aggregator(writer, node, [where, holds])
  const canBe = (ofEntry: SqlWriter): string => {
    const { scope, truth } = ofEntry
    const window = (): string =>
      `OVER (PARTITION BY tenant_id, patient_id ORDER BY ${latestDay(ofEntry)} DESC RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`
    const atMost = scope.column(
      `n${index}_at_most`,
      () => `SUM(CASE WHEN ${possiblyMatches(ofEntry, where)} THEN 1 ELSE 0 END) ${window()})`,
    )
    const before = scope.column(
      `n${index}_before`,
      () => `COALESCE(SUM(CASE WHEN ${truth(where, 'yes')} THEN 1 ELSE 0 END) ${window()} EXCLUDE GROUP), 0)`,
    )
    return `${possiblyMatches(ofEntry, where)} AND ${before} <= ${back} AND ${atMost} > ${back}`
  }
  const without = (mode: 'yes' | 'no'): string =>
    ask(
      `n${index}_not_${mode}`,
      (ofEntry) => `${writer.dialect.anyTrue}(${canBe(ofEntry)} AND ${ofEntry.truth(holds, mode)} IS NOT TRUE)`,
    )
  const surely = (): string => ask(`n${index}_surely`, ({ truth }) => countWhere(truth(where, 'yes')))
  return {
    yes: () => `(${surely()} > ${back} AND ${without('yes')} IS NOT TRUE)`,
    no: () => `(${without('no')} IS NOT TRUE)`,
  }
}
