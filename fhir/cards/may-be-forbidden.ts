import type { Decided, Decision } from '@facialis/language'

/**
 * Whether an answer offers something that what is lacking may forbid: nothing is taken for complete because nobody said
 * otherwise.
 */
export const mayBeForbidden = (
  { boldness }: Pick<Decision, 'boldness'>,
  { answer }: Pick<Decided, 'answer'>,
  lacking: readonly unknown[],
): boolean => lacking.length > 0 && boldness !== null && !boldness[0]?.includes(answer)
