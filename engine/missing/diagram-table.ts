import { type ApplyAll, applyAllIn } from './apply-all.ts'
import { hashIndex, mixHash } from './hash-index.ts'
import { type Diagram, terminals, type UniqueTable, uniqueTable } from './unique-table.ts'

/** How the values of two diagrams are joined; the same `id` always means the same join. */
export type BinaryOperation = Readonly<{
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
export type UnaryOperation = Readonly<{ id: number; of: (value: number) => number }>

/**
 * Reduced ordered decision diagrams with a unique table and a computed table (operation cache). Nodes hold level numbers and
 * nothing about a person, so one table serves many people and shares results among them.
 */
export type DiagramTable = UniqueTable &
  Readonly<{
    apply: (how: BinaryOperation, a: Diagram, b: Diagram) => Diagram
    map: (how: UnaryOperation, a: Diagram) => Diagram
    applyAll: ApplyAll
  }>

/** Stands for the second diagram where only one is changed. */
const alone = -1

export function diagramTable(): DiagramTable {
  const branchings = uniqueTable()
  const { levelOf, childrenOf, makeNode } = branchings
  const joined = hashIndex()
  /** Of what was joined: how, both sides and what came of it. */
  const joins: number[] = []

  const hashOf = (id: number, a: Diagram, b: Diagram): number => mixHash(mixHash(mixHash(0, id), a), b)
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

  const joinedAtOnce: AtOnce<BinaryOperation> = (how, a, b) => {
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
  const changedAtOnce: AtOnce<UnaryOperation> = (how, a) => (a < terminals ? how.of(a) : before(how.id, a, alone))

  /** The apply recursion with an explicit stack: its depth is the number of levels, several for each entry of a person. */
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
      const made = remember(how.id, top.a, top.b, makeNode(top.level, top.to))
      if (top.above === null) return made
      top = top.above
      top.to.push(made)
    }
  }
  const beginAt = (a: Diagram, b: Diagram, above: Begun | null): Begun => {
    const ofA = levelOf(a)
    const ofB = levelOf(b)
    const level = ofA < ofB ? ofA : ofB
    const alongA = ofA === level ? childrenOf(a) : null
    const alongB = ofB === level ? childrenOf(b) : null
    return { a, b, level, alongA, alongB, width: ((alongA ?? alongB) as readonly Diagram[]).length, to: [], above }
  }

  return {
    ...branchings,
    size: () => branchings.size() + joins.length / 4,
    apply: (how, a, b) => walk(how, joinedAtOnce, a, b),
    map: (how, a) => walk(how, changedAtOnce, a, alone),
    applyAll: applyAllIn(branchings),
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
