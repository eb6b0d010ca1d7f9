import { type Branchings, branchingsOf, type Diagram, terminals } from './branchings.ts'
import { type JoinAll, joiningAll } from './join-all.ts'
import { mixed, numberIndex } from './number-index.ts'

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
export type Table = Branchings &
  Readonly<{
    join: (how: Join, a: Diagram, b: Diagram) => Diagram
    change: (how: Change, a: Diagram) => Diagram
    joinAll: JoinAll
  }>

/** Stands for the second diagram where only one is changed. */
const alone = -1

export function tableOf(): Table {
  const branchings = branchingsOf()
  const { levelOf, branchesOf, branching } = branchings
  const joined = numberIndex()
  /** Of what was joined: how, both sides and what came of it. */
  const joins: number[] = []

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

  return {
    ...branchings,
    size: () => branchings.size() + joins.length / 4,
    join: (how, a, b) => walk(how, joinedAtOnce, a, b),
    change: (how, a) => walk(how, changedAtOnce, a, alone),
    joinAll: joiningAll(branchings),
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
