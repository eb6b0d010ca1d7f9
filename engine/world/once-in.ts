import type { World } from './world.ts'

/**
 * What is worked out of a world once for each thing it is asked about, and kept in the world itself. Kept beside it, by the
 * world as a weak key, it would outlive every small collection of garbage, with all that it leads to: those take what lies in
 * such a map for still in use.
 */
export function onceIn<Of extends object, Made extends NonNullable<unknown>>(
  make: (world: World, of: Of) => Made,
): (world: World, of: Of) => Made {
  return (world, of) => {
    let made = world.kept.get(make) as Map<Of, Made> | undefined
    if (made === undefined) {
      made = new Map()
      world.kept.set(make, made)
    }
    const known = made.get(of)
    if (known !== undefined) return known
    const fresh = make(world, of)
    made.set(of, fresh)
    return fresh
  }
}
