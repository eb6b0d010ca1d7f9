/**
 * When entries are gone through. What is asked of them can be worked out as soon as what it rests on is known, and has to
 * be before somebody asks for it; between the two it waits, so that as much as possible comes of going through once.
 */

/** What is asked of the entries of a kind. */
export type Wanted = Readonly<{
  room: number
  key: string
  /** The first stage in which it can be worked out. */
  from: number
  /** The last stage in which it is early enough. */
  to: number
}>

/** The stage in which each is worked out; null for what was not wanted. */
export type Placing = (key: string) => number | null

export function placed(all: Iterable<Wanted>): Placing {
  const stages = new Map<string, number>()
  const rooms = Map.groupBy(all, ({ room }) => room)
  for (const wanted of rooms.values()) {
    const taken: number[] = []
    // Whoever cannot wait longest comes first; the others join them where they can.
    for (const { from, to } of wanted.toSorted((a, b) => a.to - b.to))
      if (!taken.some((stage) => stage >= from && stage <= to)) taken.push(to)
    for (const { key, from, to } of wanted)
      stages.set(key, taken.find((stage) => stage >= from && stage <= to) as number)
  }
  return (key) => stages.get(key) ?? null
}
