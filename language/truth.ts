/** Kleene's three values. `unknown` is never read as `no`. */
export type Truth = 'yes' | 'no' | 'unknown'

/** Why an answer is not there. Each calls for a different next action. */
export const unknownReasons = [
  'not-asked',
  'asked-unanswered',
  'pending',
  'too-old',
  'conflicting',
  'inadequate-study',
  'not-permitted',
] as const
export type UnknownReason = (typeof unknownReasons)[number]

export const negate = (truth: Truth): Truth => (truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown')

/** `no` if any is no, else `unknown` if any is unknown, else `yes` (also for none). */
export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = 'yes'
  for (const truth of truths) {
    if (truth === 'no') return 'no'
    if (truth === 'unknown') result = 'unknown'
  }
  return result
}

/** `yes` if any is yes, else `unknown` if any is unknown, else `no` (also for none). */
export function anyOf(truths: Iterable<Truth>): Truth {
  let result: Truth = 'no'
  for (const truth of truths) {
    if (truth === 'yes') return 'yes'
    if (truth === 'unknown') result = 'unknown'
  }
  return result
}
