import { justAfter } from '@facialis/record/core/instant.ts'
import type { OpenRecord } from './open-chart.ts'

/**
 * The instant of what is written of somebody now: after everything that stands in their record, also where the clock was put
 * back since. A correction is later than what it corrects, and would else be read as what came before.
 */
export function instantAfter({ resources }: Pick<OpenRecord, 'resources'>, now: string): string {
  let newest = ''
  for (const { meta } of resources) {
    const written = meta?.lastUpdated
    if (typeof written === 'string' && written > newest) newest = written
  }
  return newest < now ? now : justAfter(newest)
}
