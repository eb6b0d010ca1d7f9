import { hash } from 'node:crypto'
import { adviceFollowing, lazyAdviceFollowing } from '@facialis/engine/govern/index.ts'
import type { Advice, Asking, Chart } from '@facialis/language'
import { openLruCache } from './lru-cache.ts'
import type { PathwayVersions } from './pathway-versions.ts'

/**
 * The advice for a chart on a day, by the pathway version that the episode follows. `asked` computes the same advice where the
 * caller has already opened the chart; it is called only on a cache miss.
 */
export type Advise = (chart: Chart, asking: Asking, follows: string, asked?: () => Advice) => Advice

const speaking = ({ newest, speaking }: PathwayVersions, follows: string) => ({ followed: speaking(follows), newest })

/**
 * Advice without a cache and evaluated lazily: for one pass over very many charts of which little is read. Hashing each chart
 * would cost more than it saves.
 */
export const adviseUncached =
  (versions: PathwayVersions): Advise =>
  (chart, asking, follows) =>
    lazyAdviceFollowing(speaking(versions, follows), chart, asking)

/** Few entries: each keeps its whole chart alive, which every full garbage collection has to walk. */
const mostKept = 16

/** Advice with a small LRU cache: one act asks for the same advice several times. */
export function openCachedAdvise(versions: PathwayVersions): Advise {
  const kept = openLruCache<Advice>(mostKept)
  return (chart, asking, follows, asked) => {
    // Not canonical: the same chart is always read in the same order, and sorting keys would take longer than all the rest.
    const key = hash('sha256', JSON.stringify([chart, asking, follows]), 'base64')
    const known = kept.get(key)
    if (known) return known
    const advice = asked?.() ?? adviceFollowing(speaking(versions, follows), chart, asking)
    kept.put(key, advice)
    return advice
  }
}
