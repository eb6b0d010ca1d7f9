import { createHash } from 'node:crypto'
import { evaluate } from '@facialis/engine'
import type { Advice, Asking, Chart, Pathway } from '@facialis/language'
import { canonical } from '@facialis/record'

/** What the pathway says of a chart on a day. Pure, so the last answers are kept: within one act the same is asked often. */
export type Advise = (chart: Chart, asking: Asking) => Advice

const mostKept = 100

export function openAdvise(pathway: Pathway): Advise {
  const kept = new Map<string, Advice>()
  return (chart, asking) => {
    const key = createHash('sha256').update(canonical({ chart, asking })).digest('base64')
    const known = kept.get(key)
    if (known) return known
    const advice = evaluate(pathway, chart, asking)
    kept.set(key, advice)
    const oldest = kept.keys().next()
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value)
    return advice
  }
}
