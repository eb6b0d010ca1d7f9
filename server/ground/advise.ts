import { hash } from 'node:crypto'
import { adviceFollowing, adviceFollowingWhenRead } from '@facialis/engine/govern/index.ts'
import type { Advice, Asking, Chart } from '@facialis/language'
import { openLastAsked } from './last-asked.ts'
import type { Versions } from './versions.ts'

/**
 * What the pathway says of a chart on a day, by the version that the person follows. `asked`: the same, of whoever has
 * opened the chart already; it is asked where the answer is not known.
 */
export type Advise = (chart: Chart, asking: Asking, follows: string, asked?: () => Advice) => Advice

const speaking = ({ newest, speaking }: Versions, follows: string) => ({ followed: speaking(follows), newest })

/**
 * For whoever asks once of each of very many, and reads little of it: each part is worked out when it is read, and to know
 * a chart again costs more than it saves.
 */
export const adviseAnew =
  (versions: Versions): Advise =>
  (chart, asking, follows) =>
    adviceFollowingWhenRead(speaking(versions, follows), chart, asking)

/** Few: each keeps what it was made from, and what is kept for long has to be looked through with the whole heap. */
const mostKept = 16

/** The last answers are kept: within one act the same is asked often. */
export function openAdvise(versions: Versions): Advise {
  const kept = openLastAsked<Advice>(mostKept)
  return (chart, asking, follows, asked) => {
    // As it stands: what is read twice is read in one order, and to put it in order takes longer than all the rest.
    const key = hash('sha256', JSON.stringify([chart, asking, follows]), 'base64')
    const known = kept.get(key)
    if (known) return known
    const advice = asked?.() ?? adviceFollowing(speaking(versions, follows), chart, asking)
    kept.put(key, advice)
    return advice
  }
}
