import { createHash } from 'node:crypto'
import { adviceFollowing } from '@facialis/engine/govern/index.ts'
import type { Advice, Asking, Chart } from '@facialis/language'
import { canonical } from '@facialis/record'
import type { Versions } from './versions.ts'

/**
 * What the pathway says of a chart on a day, by the version that the person follows. Pure, so the last answers are kept:
 * within one act the same is asked often.
 */
export type Advise = (chart: Chart, asking: Asking, follows: string) => Advice

const mostKept = 100

export function openAdvise({ newest, of }: Versions): Advise {
  const kept = new Map<string, Advice>()
  return (chart, asking, follows) => {
    const key = createHash('sha256').update(canonical({ chart, asking, follows })).digest('base64')
    const known = kept.get(key)
    if (known) return known
    // What this copy does not have cannot speak; the newest does.
    const advice = adviceFollowing({ followed: of(follows) ?? newest, newest }, chart, asking)
    kept.set(key, advice)
    const oldest = kept.keys().next()
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value)
    return advice
  }
}
