import { botulinum } from '@facialis/knowledge/decisions/botulinum.ts'
import type { World } from '../../engine/world/world.ts'
import { inTheWay } from './in-the-way.ts'

/** Each reason that shuts the toxin gate for somebody, with what would have to change to take it away. */
export function reasonsThatShut(world: World): readonly (readonly [id: string, holding: Set<string>])[] {
  const { body } = botulinum
  if (body.kind !== 'gate') throw new Error('not a gate')
  return [
    ...body.needs.map((need) => [need.id, inTheWay(need.needs, 'yes', world, null)] as const),
    ...body.limits
      .filter((limit) => limit.effect === 'block' && (!limit.atChair || world.truth(limit.when, null) === 'yes'))
      .map((limit) => [limit.id, inTheWay(limit.when, 'no', world, null)] as const),
  ].filter(([, holding]) => holding.size > 0)
}
