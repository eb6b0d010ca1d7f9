import { reachable } from '@facialis/wire'

/** Why somebody cannot be reached at what was typed; null when they can, or nothing was typed. The server asks the same. */
export const notReachable = (by: keyof typeof reachable, text: string): string | null =>
  text.trim() === '' || reachable[by].pattern.test(text.trim()) ? null : reachable[by].sentence
