import { type Refusal, refuse } from '../core/refusal.ts'
import type { OpenRecord } from './open-chart.ts'

/** The refusal of a change without `If-Match`, or with another version than the current one; null where they saw it. */
export function staleVersionRefusal({ version }: Pick<OpenRecord, 'version'>, seen: number | null): Refusal | null {
  if (seen === null) return refuse(428, 'version-needed', 'Others plan by this: name the version you saw (If-Match).')
  if (seen === version) return null
  return refuse(412, 'stale', 'Somebody else has recorded something meanwhile. Look at it, then save again.', {
    where: 'version',
  })
}
