import type { Limit, Truth } from '@facialis/language'

/** What a limit comes to once its condition has been asked. */
export type Effect = Limit['effect']

/**
 * Unknown, a limit applies; one of the chair then says nothing at the standing gate, where it is still to be asked,
 * and blocks at the session's gate, whatever it would do if it were true.
 */
export function effectOf(
  { effect, atChair }: Pick<Limit, 'effect' | 'atChair'>,
  truth: Truth,
  atSession: boolean,
): Effect {
  if (truth === 'no') return 'note'
  if (truth === 'unknown' && atChair) return atSession ? 'block' : 'note'
  return effect
}
