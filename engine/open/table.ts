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
  branching: (level: number, branches: readonly Diagram[]) => Diagram
  join: (how: Join, a: Diagram, b: Diagram) => Diagram
  change: (how: Change, a: Diagram) => Diagram
  /** Joins any number at once. The name is that of the join: equal names, equal joins. */
  joinAll: (name: string, parts: readonly Diagram[], of: (values: readonly number[]) => number) => Diagram
}>

/** Stands above every level: nothing is asked of a value. */
const noLevel = 2 ** 30
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

  const join = (how: Join, a: Diagram, b: Diagram): Diagram => {
    if (a < terminals) {
      if (b < terminals) return how.of(a, b)
      const known = how.a[a] ?? both
      if (known !== both) return known === other ? b : known
    } else if (b < terminals) {
      const known = how.b[b] ?? both
      if (known !== both) return known === other ? a : known
    } else if (a === b && how.idempotent) return a
    const known = before(how.id, a, b)
    if (known !== alone) return known
    const ofA = levelOf(a)
    const ofB = levelOf(b)
    const level = ofA < ofB ? ofA : ofB
    const alongA = ofA === level ? branchesOf(a) : null
    const alongB = ofB === level ? branchesOf(b) : null
    const width = ((alongA ?? alongB) as readonly Diagram[]).length
    const to: Diagram[] = []
    for (let i = 0; i < width; i++)
      to.push(join(how, alongA === null ? a : (alongA[i] as Diagram), alongB === null ? b : (alongB[i] as Diagram)))
    return remember(how.id, a, b, branching(level, to))
  }

  const change = (how: Change, a: Diagram): Diagram => {
    if (a < terminals) return how.of(a)
    const known = before(how.id, a, alone)
    if (known !== alone) return known
    const along = branchesOf(a)
    const to: Diagram[] = []
    for (let i = 0; i < along.length; i++) to.push(change(how, along[i] as Diagram))
    return remember(how.id, a, alone, branching(levelOf(a), to))
  }

  const joinAll: Table['joinAll'] = (name, parts, of) => {
    const done = several.get(name) ?? new Map<string, Diagram>()
    several.set(name, done)
    const go = (now: readonly Diagram[]): Diagram => {
      const level = Math.min(...now.map(levelOf))
      if (level === noLevel) return of(now)
      const key = now.join()
      const known = done.get(key)
      if (known !== undefined) return known
      const asked = branchesOf(now.find((one) => levelOf(one) === level) as Diagram)
      const to = asked.map((_, i) =>
        go(now.map((one) => (levelOf(one) === level ? (branchesOf(one)[i] as Diagram) : one))),
      )
      const result = branching(level, to)
      done.set(key, result)
      return result
    }
    return go(parts)
  }

  const size = (): number => levels.length + joins.length / 4

  return { size, levelOf, branchesOf, branching, join, change, joinAll }
}

const isSame = (one: readonly Diagram[], to: readonly Diagram[]): boolean => {
  for (let i = 0; i < to.length; i++) if (one[i] !== to[i]) return false
  return one.length === to.length
}

const mixed = (hash: number, next: number): number => {
  const mix = Math.imul(hash ^ next, 0x9e3779b1)
  return mix ^ (mix >>> 15)
}
