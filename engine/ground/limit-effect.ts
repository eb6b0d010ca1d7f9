import type { Limit, Truth } from '@facialis/language'

/** What a limit comes to once its condition has been asked. */
export type Effect = Limit['effect']

/**
 * What a limit does for a truth of its condition. An unknown limit applies. An unknown at-chair limit has no effect on the
 * standing gate, where it is still to be asked, and blocks the session's gate whatever it would do if it were true.
 */
export function limitEffect(
  { effect, atChair }: Pick<Limit, 'effect' | 'atChair'>,
  truth: Truth,
  atSession: boolean,
): Effect {
  if (truth === 'no') return 'note'
  if (truth === 'unknown' && atChair) return atSession ? 'block' : 'note'
  return effect
}
