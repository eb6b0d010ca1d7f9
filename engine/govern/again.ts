import { type Advice, type Chart, type Pathway, parseDate } from '@facialis/language'
import { adviceFollowing } from './following.ts'

/** What a decision log keeps of an advice, as text: enough to give the same advice again, byte for byte. */
export type LoggedAdvice = Readonly<{
  /** The version that the person followed. */
  pathwayVersion: string
  /** JSON of `AdviceInput`. */
  input: string
  /** JSON of the site's numbers in force. */
  policy: string
}>

/** What the advice was about. */
export type AdviceInput = Readonly<{
  asOf: string
  chart: Chart
  /** The newest version then, where it was another than the one followed: it may only have been more careful. */
  newest?: string
}>

type Again = Readonly<{ ok: true; value: Advice }> | Readonly<{ ok: false; sentence: string }>

/** The advice worked out anew from what was logged. `of` gives the pathway of a version, null for one that is not here. */
export function adviceAgain(
  { pathwayVersion, input, policy }: LoggedAdvice,
  of: (version: string) => Pathway | null,
): Again {
  const { asOf, chart, newest: then = pathwayVersion } = JSON.parse(input) as AdviceInput
  const [followed, newest] = [of(pathwayVersion), of(then)]
  const missing = followed === null ? pathwayVersion : newest === null ? then : null
  if (followed === null || newest === null)
    return { ok: false, sentence: `The version ${missing} of the pathway did not come with this copy.` }
  const day = parseDate(asOf)
  if (day === null) throw new Error(`${asOf} is no day`)
  return { ok: true, value: adviceFollowing({ followed, newest }, chart, { asOf: day.lo, policy: JSON.parse(policy) }) }
}
