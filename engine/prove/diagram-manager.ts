import { type OperationCache, operationCache } from './operation-cache.ts'

/**
 * Reduced ordered multi-valued decision diagrams. Equal functions are one node, so equality and constancy of functions over all
 * combinations of values are checks of one number.
 */
export type Diagram = number

export type DiagramManager = Readonly<{
  /** A new variable below all others so far. `size`: how many values it has. */
  variable: (size: number) => number
  sizeOf: (variable: number) => number
  terminal: (value: number) => Diagram
  /** One diagram for each value of a variable that stands above all they mention. */
  makeNode: (variable: number, branches: readonly Diagram[]) => Diagram
  /** The value of a diagram that mentions no variable; null for any other. */
  valueOf: (diagram: Diagram) => number | null
  variableOf: (diagram: Diagram) => number
  childrenOf: (diagram: Diagram) => readonly Diagram[]
  /** Changes every outcome. */
  map: (diagram: Diagram, to: Operation<(value: number) => number>) => Diagram
  /** Joins two functions, outcome by outcome. */
  apply: (one: Diagram, other: Diagram, by: Operation<(a: number, b: number) => number>) => Diagram
  /** The cofactor: the function with a variable fixed to this value. */
  restrict: (diagram: Diagram, variable: number, value: number) => Diagram
  nodes: () => number
}>

/** Operations with equal names must be equal, as results are cached by name. */
export type Operation<F> = Readonly<{ name: string; of: F }>

/** Below every variable. */
const bottom = Number.MAX_SAFE_INTEGER
/** So many nodes are made: whoever asks for more looks at too much at once. */
const maxNodes = 2 ** 26

export function diagramManager(): DiagramManager {
  const sizes: number[] = []
  const variables: number[] = []
  const branches: (readonly Diagram[])[] = []
  const values: number[] = []
  const terminals = new Map<number, Diagram>()
  // Most of the work is to ask whether a node is there already: open addressing, each slot a node and 1, or 0.
  let slots = new Int32Array(2 ** 10)
  const remembered = new Map<string, OperationCache>()
  const memoryOf = (name: string): OperationCache => {
    const known = remembered.get(name) ?? operationCache()
    remembered.set(name, known)
    return known
  }
  const made = (variable: number, of: readonly Diagram[], value: number): Diagram => {
    if (variables.length >= maxNodes) throw new Error(`${maxNodes} nodes are not enough.`)
    variables.push(variable)
    branches.push(of)
    values.push(value)
    return variables.length - 1
  }
  const terminal = (value: number): Diagram => {
    const known = terminals.get(value)
    if (known !== undefined) return known
    const one = made(bottom, [], value)
    terminals.set(value, one)
    return one
  }
  /** Where such a node is, or would be. */
  const slotOf = (variable: number, of: readonly Diagram[]): number => {
    let slot = hashOf(variable, of) & (slots.length - 1)
    for (;;) {
      const node = (slots[slot] as number) - 1
      if (node < 0 || (variables[node] === variable && same(childrenOf(node), of))) return slot
      slot = (slot + 1) & (slots.length - 1)
    }
  }
  const grow = (): void => {
    const before = slots
    slots = new Int32Array(2 * before.length)
    for (const kept of before) if (kept > 0) slots[slotOf(variableOf(kept - 1), childrenOf(kept - 1))] = kept
  }
  const makeNode = (variable: number, of: readonly Diagram[]): Diagram => {
    const [first] = of
    if (of.every((one) => one === first)) return first as Diagram
    const slot = slotOf(variable, of)
    const known = slots[slot] as number
    if (known > 0) return known - 1
    const one = made(variable, of, -1)
    slots[slot] = one + 1
    if (2 * variables.length > slots.length) grow()
    return one
  }
  const variableOf = (diagram: Diagram): number => variables[diagram] as number
  const childrenOf = (diagram: Diagram): readonly Diagram[] => branches[diagram] as readonly Diagram[]
  const along = (diagram: Diagram, variable: number, value: number): Diagram =>
    variables[diagram] === variable ? (childrenOf(diagram)[value] as Diagram) : diagram

  const map: DiagramManager['map'] = (root, { name, of }) => {
    const kept = memoryOf(`map ${name}`)
    const go = (diagram: Diagram): Diagram => {
      const before = kept.get(diagram, 0)
      if (before >= 0) return before
      const variable = variableOf(diagram)
      const so =
        variable === bottom ? terminal(of(values[diagram] as number)) : makeNode(variable, childrenOf(diagram).map(go))
      kept.set(diagram, 0, so)
      return so
    }
    return go(root)
  }
  const apply: DiagramManager['apply'] = (one, other, { name, of }) => {
    const kept = memoryOf(name)
    const go = (a: Diagram, b: Diagram): Diagram => {
      const before = kept.get(a, b)
      if (before >= 0) return before
      const variable = Math.min(variableOf(a), variableOf(b))
      let so: Diagram
      if (variable === bottom) so = terminal(of(values[a] as number, values[b] as number))
      else {
        const parts: Diagram[] = []
        for (let value = 0; value < (sizes[variable] as number); value++)
          parts.push(go(along(a, variable, value), along(b, variable, value)))
        so = makeNode(variable, parts)
      }
      kept.set(a, b, so)
      return so
    }
    return go(one, other)
  }
  const restrict: DiagramManager['restrict'] = (root, variable, value) => {
    const kept = memoryOf(`given ${variable} ${value}`)
    const go = (diagram: Diagram): Diagram => {
      const top = variableOf(diagram)
      if (top > variable) return diagram
      if (top === variable) return childrenOf(diagram)[value] as Diagram
      const before = kept.get(diagram, 0)
      if (before >= 0) return before
      const so = makeNode(top, childrenOf(diagram).map(go))
      kept.set(diagram, 0, so)
      return so
    }
    return go(root)
  }
  return {
    variable: (size) => sizes.push(size) - 1,
    sizeOf: (variable) => sizes[variable] as number,
    terminal,
    makeNode,
    valueOf: (diagram) => (variableOf(diagram) === bottom ? (values[diagram] as number) : null),
    variableOf,
    childrenOf,
    map,
    apply,
    restrict,
    nodes: () => variables.length,
  }
}

const same = (some: readonly Diagram[], others: readonly Diagram[]): boolean => {
  if (some.length !== others.length) return false
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false
  return true
}

function hashOf(variable: number, of: readonly Diagram[]): number {
  let hash = variable + 1
  for (let i = 0; i < of.length; i++) {
    hash = Math.imul(hash ^ (of[i] as number), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}
