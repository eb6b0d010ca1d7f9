import { hashIndex, mixHash } from './hash-index.ts'

/** A multi-valued decision diagram (MDD): below `terminals` a value, otherwise a node of its table. Equal diagrams are one number. */
export type Diagram = number

/** Values are smaller than this: truths (0 no, 1 unknown, 2 yes) and positions of answers. */
export const terminals = 1024

/** Values stand below every level. */
export const noLevel = 2 ** 30

/** The unique table: every reduced node exists once. */
export type UniqueTable = Readonly<{
  /** How many there are; of a table, with the joins it remembers. */
  size: () => number
  levelOf: (diagram: Diagram) => number
  childrenOf: (diagram: Diagram) => readonly Diagram[]
  /** Every node reachable by all children or by some, in post-order: each after its children. */
  nodesOf: (diagram: Diagram, along?: (diagram: Diagram) => readonly Diagram[]) => readonly Diagram[]
  makeNode: (level: number, branches: readonly Diagram[]) => Diagram
}>

export function uniqueTable(): UniqueTable {
  const levels: number[] = []
  const branches: (readonly Diagram[])[] = []
  const made = hashIndex()

  const levelOf = (diagram: Diagram): number =>
    diagram < terminals ? noLevel : (levels[diagram - terminals] as number)
  const childrenOf = (diagram: Diagram): readonly Diagram[] => branches[diagram - terminals] as readonly Diagram[]

  const makeNode = (level: number, to: readonly Diagram[]): Diagram => {
    let isOne = true
    let hash = level
    for (let i = 0; i < to.length; i++) {
      if (to[i] !== to[0]) isOne = false
      hash = mixHash(hash, to[i] as Diagram)
    }
    if (isOne) return to[0] as Diagram
    for (let at = made.first(hash); at >= 0; at = made.next())
      if (levels[at] === level && isSame(branches[at] as readonly Diagram[], to)) return at + terminals
    levels.push(level)
    branches.push(to)
    return made.add(hash) + terminals
  }

  const nodesOf: UniqueTable['nodesOf'] = (root, along = childrenOf) => {
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

  return { size: () => levels.length, levelOf, childrenOf, nodesOf, makeNode }
}

const isSame = (one: readonly Diagram[], to: readonly Diagram[]): boolean => {
  for (let i = 0; i < to.length; i++) if (one[i] !== to[i]) return false
  return one.length === to.length
}
