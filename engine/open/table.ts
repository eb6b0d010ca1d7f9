import { numberIndex } from './number-index.ts'

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

/** How the values of one diagram are changed. */
export type Change = Readonly<{ id: number; of: (value: number) => number }>

/**
 * Diagrams, which know nothing but numbers: a branching asks whatever a person has at its level, lower levels first. So
 * those of many people can stand in one table, and what comes out of two of them is worked out once for all people.
 */
export type Table = Readonly<{
  /** How many branchings it holds and how many joins it remembers. */
  size: () => number
  levelOf: (diagram: Diagram) => number
  branchesOf: (diagram: Diagram) => readonly Diagram[]
  /** Every branching that can be come to, by all branches or by some, each after those that it leads to. */
  nodesOf: (diagram: Diagram, along?: (diagram: Diagram) => readonly Diagram[]) => readonly Diagram[]
  branching: (level: number, branches: readonly Diagram[]) => Diagram
  join: (how: Join, a: Diagram, b: Diagram) => Diagram
  change: (how: Change, a: Diagram) => Diagram
  /** Joins any number at once. The name is that of the join: equal names, equal joins. */
  joinAll: (name: string, parts: readonly Diagram[], of: (values: readonly number[]) => number) => Diagram
}>

/** Values stand below every level. */
export const noLevel = 2 ** 30
/** Stands for the second diagram where only one is changed. */
const alone = -1

export function tableOf(): Table {
  const levels: number[] = []
  const branches: (readonly Diagram[])[] = []
  const made = numberIndex()
  const joined = numberIndex()
  /** Of what was joined: how, both sides and what came of it. */
  const joins: number[] = []
  const several = new Map<string, Map<string, Diagram>>()

  const levelOf = (diagram: Diagram): number =>
    diagram < terminals ? noLevel : (levels[diagram - terminals] as number)
  const branchesOf = (diagram: Diagram): readonly Diagram[] => branches[diagram - terminals] as readonly Diagram[]

  const branching = (level: number, to: readonly Diagram[]): Diagram => {
    let isOne = true
    let hash = level
    for (let i = 0; i < to.length; i++) {
      if (to[i] !== to[0]) isOne = false
      hash = mixed(hash, to[i] as Diagram)
    }
    if (isOne) return to[0] as Diagram
    for (let at = made.first(hash); at >= 0; at = made.next())
      if (levels[at] === level && isSame(branches[at] as readonly Diagram[], to)) return at + terminals
    levels.push(level)
    branches.push(to)
    return made.add(hash) + terminals
  }

  const hashOf = (id: number, a: Diagram, b: Diagram): number => mixed(mixed(mixed(0, id), a), b)
  const before = (id: number, a: Diagram, b: Diagram): Diagram => {
    for (let at = joined.first(hashOf(id, a, b)); at >= 0; at = joined.next())
      if (joins[4 * at] === id && joins[4 * at + 1] === a && joins[4 * at + 2] === b)
        return joins[4 * at + 3] as Diagram
    return alone
  }
  const remember = (id: number, a: Diagram, b: Diagram, result: Diagram): Diagram => {
    joined.add(hashOf(id, a, b))
    joins.push(id, a, b, result)
    return result
  }

  const joinedAtOnce: AtOnce<Join> = (how, a, b) => {
    if (a < terminals) {
      if (b < terminals) return how.of(a, b)
      const known = how.a[a] ?? both
      if (known !== both) return known === other ? b : known
    } else if (b < terminals) {
      const known = how.b[b] ?? both
      if (known !== both) return known === other ? a : known
    } else if (a === b && how.idempotent) return a
    return before(how.id, a, b)
  }
  const changedAtOnce: AtOnce<Change> = (how, a) => (a < terminals ? how.of(a) : before(how.id, a, alone))

  /** As deep as there are levels, which is several for each entry of a person: calls inside calls would not hold that. */
  const walk = <How extends Readonly<{ id: number }>>(
    how: How,
    atOnce: AtOnce<How>,
    a: Diagram,
    b: Diagram,
  ): Diagram => {
    const known = atOnce(how, a, b)
    if (known !== alone) return known
    let top = beginAt(a, b, null)
    for (;;) {
      const i = top.to.length
      if (i < top.width) {
        const toA = top.alongA === null ? top.a : (top.alongA[i] as Diagram)
        const toB = top.alongB === null ? top.b : (top.alongB[i] as Diagram)
        const made = atOnce(how, toA, toB)
        if (made === alone) top = beginAt(toA, toB, top)
        else top.to.push(made)
        continue
      }
      const made = remember(how.id, top.a, top.b, branching(top.level, top.to))
      if (top.above === null) return made
      top = top.above
      top.to.push(made)
    }
  }
  const beginAt = (a: Diagram, b: Diagram, above: Begun | null): Begun => {
    const ofA = levelOf(a)
    const ofB = levelOf(b)
    const level = ofA < ofB ? ofA : ofB
    const alongA = ofA === level ? branchesOf(a) : null
    const alongB = ofB === level ? branchesOf(b) : null
    return { a, b, level, alongA, alongB, width: ((alongA ?? alongB) as readonly Diagram[]).length, to: [], above }
  }

  const joinAll: Table['joinAll'] = (name, parts, of) => {
    const done = several.get(name) ?? new Map<string, Diagram>()
    several.set(name, done)
    const atOnce = (now: readonly Diagram[]): Diagram =>
      now.every((one) => one < terminals) ? of(now) : (done.get(now.join()) ?? alone)
    const known = atOnce(parts)
    if (known !== alone) return known
    const begun = [severalAt(parts)]
    for (;;) {
      const top = begun.at(-1) as ReturnType<typeof severalAt>
      const i = top.to.length
      if (i < top.width) {
        const next = top.now.map((one) => (levelOf(one) === top.level ? (branchesOf(one)[i] as Diagram) : one))
        const made = atOnce(next)
        if (made === alone) begun.push(severalAt(next))
        else top.to.push(made)
        continue
      }
      const made = branching(top.level, top.to)
      done.set(top.now.join(), made)
      begun.pop()
      const above = begun.at(-1)
      if (above === undefined) return made
      above.to.push(made)
    }
  }
  const severalAt = (now: readonly Diagram[]) => {
    const level = now.reduce((so, one) => Math.min(so, levelOf(one)), noLevel)
    const asked = branchesOf(now.find((one) => levelOf(one) === level) as Diagram)
    return { now, level, width: asked.length, to: [] as Diagram[] }
  }

  const nodesOf: Table['nodesOf'] = (root, along = branchesOf) => {
    const begun = new Set<Diagram>()
    const done: Diagram[] = []
    // A branching is put back below those it leads to, marked by its complement, and comes up again after all of them.
    const open = [root]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node < 0) done.push(~node)
      else if (node >= terminals && !begun.has(node)) {
        begun.add(node)
        open.push(~node)
        for (const to of along(node)) open.push(to)
      }
    }
    return done
  }

  const size = (): number => levels.length + joins.length / 4

  return {
    size,
    levelOf,
    branchesOf,
    nodesOf,
    branching,
    join: (how, a, b) => walk(how, joinedAtOnce, a, b),
    change: (how, a) => walk(how, changedAtOnce, a, alone),
    joinAll,
  }
}

/** What comes of two without going into them; `alone` where that has to be worked out. */
type AtOnce<How> = (how: How, a: Diagram, b: Diagram) => Diagram

/** Two diagrams of which some branches are joined, and those above them that wait for it. */
type Begun = Readonly<{
  a: Diagram
  b: Diagram
  level: number
  alongA: readonly Diagram[] | null
  alongB: readonly Diagram[] | null
  width: number
  to: Diagram[]
  above: Begun | null
}>

const isSame = (one: readonly Diagram[], to: readonly Diagram[]): boolean => {
  for (let i = 0; i < to.length; i++) if (one[i] !== to[i]) return false
  return one.length === to.length
}

const mixed = (hash: number, next: number): number => {
  const mix = Math.imul(hash ^ next, 0x9e3779b1)
  return mix ^ (mix >>> 15)
}
