import type { Advice, Asking, Chart, Pathway } from '@facialis/language'
import { openChart } from '../validity/open-chart.ts'
import { lazyAdvice } from './lazy-advice.ts'

/**
 * Everything the pathway says about one person on one day, with its reasons.
 * Pure, deterministic and total: the same arguments give the same bytes, and no chart makes it throw.
 */
export function evaluate(pathway: Pathway, chart: Chart, asking: Asking): Advice {
  const advice = lazyAdvice(openChart(pathway, chart, asking))
  const decisions = Object.entries(advice.decisions).map(([id, decided]) => [id, { ...decided }] as const)
  return { ...advice, decisions: Object.fromEntries(decisions) }
}
