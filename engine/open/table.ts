/** A diagram: below `terminals` a value, otherwise the number of a branching in its table. Equal diagrams are one number. */
export type Diagram = number

/** Values are smaller than this: truths (0 no, 1 unknown, 2 yes) and positions of answers. */
export const terminals = 1024

/** How the values of two diagrams are joined; the same `id` always means the same join. */
export type Join = Readonly<{
  id: number
  of: (a: number, b: number) => number
  /** What is known from one side alone: a value, `other` for what the other side is, or `both` when both count. */
  a: readonly number[]
  b: readonly number[]
  /** Whether two of the same are the same again. */
  idempotent: boolean
}>
export const other = -1
export const both = -2

/** The diagrams of one person. A branching asks the variable of its level; lower levels are asked first. */
export type Table = Readonly<{
  levelOf: (diagram: Diagram) => number
  branchesOf: (diagram: Diagram) => readonly Diagram[]
  branching: (level: number, branches: readonly Diagram[]) => Diagram
  join: (how: Join, a: Diagram, b: Diagram) => Diagram
  map: (id: number, of: (value: number) => number, a: Diagram) => Diagram
  /** Joins any number at once. The name is that of the join: equal names, equal joins. */
  joinAll: (name: string, parts: readonly Diagram[], of: (values: readonly number[]) => number) => Diagram
}>

/** Stands above every level: nothing is asked of a value. */
const noLevel = 2 ** 30

export function tableOf(): Table {
  const levels: number[] = new Array(terminals).fill(noLevel)
  const branches: (readonly Diagram[])[] = new Array(terminals).fill([])
  const unique = indexOf()
  const done = indexOf()
  const results: Diagram[] = []
  const several = new Map<string, Map<string, Diagram>>()

  const branching = (level: number, to: readonly Diagram[]): Diagram => {
    const first = to[0] as Diagram
    if (to.every((branch) => branch === first)) return first
    let hash = level
    for (let i = 0; i < to.length; i++) hash = mixed(hash, to[i] as Diagram)
    const found = unique.find(hash, (at) => {
      const other = branches[at + terminals] as readonly Diagram[]
      if (levels[at + terminals] !== level || other.length !== to.length) return false
      for (let i = 0; i < to.length; i++) if (other[i] !== to[i]) return false
      return true
    })
    if (found >= 0) return found + terminals
    levels.push(level)
    branches.push(to)
    return unique.add(hash) + terminals
  }

  /** What was joined before, by join and both sides. */
  const sides: number[] = []
  const remember = (id: number, a: Diagram, b: Diagram, work: () => Diagram): Diagram => {
    const hash = mixed(mixed(id, a), b)
    const found = done.find(hash, (at) => sides[3 * at] === id && sides[3 * at + 1] === a && sides[3 * at + 2] === b)
    if (found >= 0) return results[found] as Diagram
    const made = work()
    const at = done.add(hash)
    sides[3 * at] = id
    sides[3 * at + 1] = a
    sides[3 * at + 2] = b
    results[at] = made
    return made
  }

  const join = (how: Join, a: Diagram, b: Diagram): Diagram => {
    if (a < terminals) {
      if (b < terminals) return how.of(a, b)
      const alone = how.a[a] ?? both
      if (alone !== both) return alone === other ? b : alone
    } else if (b < terminals) {
      const alone = how.b[b] ?? both
      if (alone !== both) return alone === other ? a : alone
    } else if (a === b && how.idempotent) return a
    return remember(how.id, a, b, () => {
      const [la, lb] = [levels[a] as number, levels[b] as number]
      const level = Math.min(la, lb)
      const along = (la === level ? branches[a] : branches[b]) as readonly Diagram[]
      const to = new Array<Diagram>(along.length)
      for (let i = 0; i < along.length; i++)
        to[i] = join(
          how,
          la === level ? (branches[a]?.[i] as Diagram) : a,
          lb === level ? (branches[b]?.[i] as Diagram) : b,
        )
      return branching(level, to)
    })
  }

  const map = (id: number, of: (value: number) => number, a: Diagram): Diagram =>
    a < terminals
      ? of(a)
      : remember(id, a, a, () =>
          branching(
            levels[a] as number,
            (branches[a] as readonly Diagram[]).map((b) => map(id, of, b)),
          ),
        )

  const joinAll: Table['joinAll'] = (name, parts, of) => {
    const known = several.get(name) ?? new Map<string, Diagram>()
    several.set(name, known)
    const go = (now: readonly Diagram[]): Diagram => {
      const level = Math.min(...now.map((one) => levels[one] as number))
      if (level === noLevel) return of(now)
      const key = now.join()
      const before = known.get(key)
      if (before !== undefined) return before
      const asked = now.find((one) => levels[one] === level) as Diagram
      const made = branching(
        level,
        (branches[asked] as readonly Diagram[]).map((_, i) =>
          go(now.map((one) => (levels[one] === level ? (branches[one]?.[i] as Diagram) : one))),
        ),
      )
      known.set(key, made)
      return made
    }
    return go(parts)
  }

  return {
    levelOf: (diagram) => levels[diagram] as number,
    branchesOf: (diagram) => branches[diagram] as readonly Diagram[],
    branching,
    join,
    map,
    joinAll,
  }
}

const mixed = (hash: number, next: number): number => {
  const mix = Math.imul(hash ^ next, 0x9e3779b1)
  return mix ^ (mix >>> 15)
}

/** Numbers 0, 1, 2, … found again by a hash; what is compared beyond it stands with the caller. */
function indexOf() {
  let size = 1024
  let slots = new Int32Array(size).fill(-1)
  const hashes: number[] = []
  const place = (at: number): void => {
    let slot = (hashes[at] as number) & (size - 1)
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1)
    slots[slot] = at
  }
  return {
    find: (hash: number, is: (at: number) => boolean): number => {
      let slot = hash & (size - 1)
      for (let at = slots[slot] as number; at !== -1; at = slots[slot] as number) {
        if (hashes[at] === hash && is(at)) return at
        slot = (slot + 1) & (size - 1)
      }
      return -1
    },
    add: (hash: number): number => {
      const at = hashes.push(hash) - 1
      if (hashes.length * 2 > size) {
        size *= 2
        slots = new Int32Array(size).fill(-1)
        for (let i = 0; i < at; i++) place(i)
      }
      place(at)
      return at
    },
  }
}
