import type { NodeIndex, TruthOp } from '../plan/plan.ts'
import { both } from './joined.ts'
import { asks, entryDay, mayCount, oneEach } from './over-entries.ts'
import type { Mode } from './scope.ts'
import type { Writing } from './writing.ts'

type Recent = Extract<TruthOp, { op: 'recent' }>

/**
 * The latest but `back` that count, asked whether it holds. Which of one day came last nobody knows, nor whether one that
 * may count does: it holds where there surely is one, and nothing that can be it may not hold. With `back` 0 whatever may
 * count can be it from the day of the latest that surely counts; else the days are found by counting.
 */
export function recentTruth(index: NodeIndex, node: Recent, mode: Mode, writing: Writing): string {
  const { yes, no } = node.back === 0 ? ofLatest(index, node, writing) : ofEarlier(index, node, writing)
  if (mode === 'yes') return yes()
  return mode === 'no' ? no() : `(CASE WHEN ${yes()} THEN TRUE WHEN ${no()} THEN FALSE END)`
}

type Outcomes = Readonly<{ yes: () => string; no: () => string }>

const latestDay = (ofEntry: Writing): string =>
  ofEntry.scope.column('latest_day', () => `COALESCE(${entryDay(ofEntry, 1)}, ${ofEntry.dialect.days.before})`)

function ofLatest(index: NodeIndex, node: Recent, writing: Writing): Outcomes {
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

function ofEarlier(index: NodeIndex, node: Recent, writing: Writing): Outcomes {
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
