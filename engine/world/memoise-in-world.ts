import type { World } from './world.ts'

/**
 * Memoises a function of a world and one object in the world itself. In a WeakMap keyed by the world the results would
 * survive every minor garbage collection, which treats the entries of such a map as reachable.
 */
export function memoiseInWorld<Of extends object, Made extends NonNullable<unknown>>(
  make: (world: World, of: Of) => Made,
): (world: World, of: Of) => Made {
  return (world, of) => {
    let made = world.memo.get(make) as Map<Of, Made> | undefined
    if (made === undefined) {
      made = new Map()
      world.memo.set(make, made)
    }
    const known = made.get(of)
    if (known !== undefined) return known
    const fresh = make(world, of)
    made.set(of, fresh)
    return fresh
  }
}
