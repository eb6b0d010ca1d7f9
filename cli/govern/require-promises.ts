import { proofsOf, tooWide } from '@facialis/engine/prove/index.ts'
import type { Pathway } from '@facialis/language'
import { ExitError } from '../input/exit-error.ts'

/**
 * Refuses to release what breaks a promise, signed or as a draft: people are treated by drafts, too.
 * @throws ExitError
 */
export function requirePromises(pathway: Pathway): void {
  const [wide] = tooWide(pathway)
  if (wide) throw new ExitError(wide)
  const broken = [...proofsOf(pathway)].flatMap(({ id, holds }) => (holds ? [] : [id]))
  if (broken.length > 0)
    throw new ExitError(
      `Not released: the pathway breaks its promise ${broken.join(', ')}; "facialis prove" shows for whom.`,
    )
}
