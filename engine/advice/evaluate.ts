import type { Advice, Asking, Chart, Pathway } from '@facialis/language'
import { opened } from '../days/opened.ts'
import { adviceWhenRead } from './advice-when-read.ts'

/**
 * Everything the pathway says about one person on one day, with its reasons.
 * Pure, deterministic and total: the same arguments give the same bytes, and no chart makes it throw.
 */
export function evaluate(pathway: Pathway, chart: Chart, asking: Asking): Advice {
  const advice = adviceWhenRead(opened(pathway, chart, asking))
  const decisions = Object.entries(advice.decisions).map(([id, decided]) => [id, { ...decided }] as const)
  return { ...advice, decisions: Object.fromEntries(decisions) }
}
