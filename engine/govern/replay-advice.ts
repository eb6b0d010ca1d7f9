import { type Advice, type Asking, type Chart, type Pathway, parseDate } from '@facialis/language'
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

type Replayed = Readonly<{ ok: true; value: Advice }> | Readonly<{ ok: false; sentence: string }>

/** The advice worked out anew from what was logged. `of` gives the pathway of a version, null for one that is not here. */
export function replayAdvice(
  { pathwayVersion, input, policy }: LoggedAdvice,
  of: (version: string) => Pathway | null,
): Replayed {
  const given = read(input) as AdviceInput | null
  const numbers = read(policy) as Asking['policy'] | null
  const day = typeof given?.asOf === 'string' ? parseDate(given.asOf) : null
  if (given === null || numbers === null || day === null)
    return { ok: false, sentence: 'What it was given on cannot be read.' }
  const { chart, newest: then = pathwayVersion } = given
  const [followed, newest] = [of(pathwayVersion), of(then)]
  const missing = followed === null ? pathwayVersion : newest === null ? then : null
  if (followed === null || newest === null)
    return { ok: false, sentence: `The version ${missing} of the pathway did not come with this copy.` }
  return { ok: true, value: adviceFollowing({ followed, newest }, chart, { asOf: day.lo, policy: numbers }) }
}

/** An object of JSON; null of any other text, which is not what we write. */
function read(text: string): object | null {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' ? found : null
  } catch {
    return null
  }
}
