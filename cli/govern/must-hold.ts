import { proofsOf, tooWide } from '@facialis/engine/prove/index.ts'
import type { Pathway } from '@facialis/language'
import { Stop } from '../input/stop.ts'

/**
 * Refuses to release what breaks a promise, signed or as a draft: people are treated by drafts, too.
 * @throws Stop
 */
export function mustHold(pathway: Pathway): void {
  const [wide] = tooWide(pathway)
  if (wide) throw new Stop(wide)
  const broken = [...proofsOf(pathway)].flatMap(({ id, holds }) => (holds ? [] : [id]))
  if (broken.length > 0)
    throw new Stop(
      `Not released: of what the pathway promises, ${broken.join(', ')} does not hold; "facialis prove" shows of whom.`,
    )
}
