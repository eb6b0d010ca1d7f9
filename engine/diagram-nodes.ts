import type { Standing, Unanswered } from './world.ts'

/** Equal nodes are one node; ids are given in the order of making. */
export type Diagram = Terminal | Branching
export type Terminal = Readonly<{ id: number; variable: -1; value: string }>
export type Branching = Readonly<{ id: number; variable: number; branches: readonly Diagram[] }>

/** An unanswered fact, a member of an unanswered set, or a screen not yet done. */
export type Variable = Readonly<{
  index: number
  /** The id it is reported under. */
  fact: string
  /** Null for a screen. */
  unanswered: Unanswered | null
  cost: number
  /** What it could be; after these comes one more branch, for staying unknown. */
  values: readonly Standing[]
}>

export type Join = (values: readonly string[]) => string

/** The table all diagrams of one evaluation share. */
export type NodeTable = Readonly<{
  variables: readonly Variable[]
  variable: (key: string, make: () => Omit<Variable, 'index'>) => Variable
  terminal: (value: string) => Diagram
  branching: (variable: number, branches: readonly Diagram[]) => Diagram
  /** Combines diagrams branch by branch; `join` sees one value of each. The name is that of the join: equal names, equal joins. */
  combine: (name: string, parts: readonly Diagram[], join: Join) => Diagram
}>

/** Two node ids make one key as long as there are fewer nodes than this. */
const mostNodes = 2 ** 26

const keptUnder = <K>(kept: Map<string, Map<K, Diagram>>, name: string): Map<K, Diagram> => {
  const known = kept.get(name) ?? new Map<K, Diagram>()
  kept.set(name, known)
  return known
}

export function nodeTable(): NodeTable {
  const nodes = new Map<string, Diagram>()
  const variables: Variable[] = []
  const byKey = new Map<string, Variable>()
  const pairs = new Map<string, Map<number, Diagram>>()
  const many = new Map<string, Map<string, Diagram>>()

  const unique = (key: string, make: (id: number) => Diagram): Diagram => {
    const known = nodes.get(key)
    if (known) return known
    const made = make(nodes.size)
    nodes.set(key, made)
    return made
  }
  const terminal = (value: string): Diagram => unique(`=${value}`, (id) => ({ id, variable: -1, value }))
  const branching = (variable: number, branches: readonly Diagram[]): Diagram => {
    const first = branches[0] as Diagram
    if (branches.every((branch) => branch === first)) return first
    return unique(`${variable}:${idsOf(branches)}`, (id) => ({ id, variable, branches }))
  }

  const combine = (name: string, parts: readonly Diagram[], join: Join): Diagram => {
    const [one, other] = parts
    if (parts.length === 2 && one && other) return pairwise(name, join, one, other)
    const done = keptUnder(many, name)
    const go = (now: readonly Diagram[]): Diagram => {
      const key = idsOf(now)
      const before = done.get(key)
      if (before) return before
      const top = topmost(now)
      const made =
        top === null
          ? terminal(join(now.map((d) => (d as Terminal).value)))
          : branching(
              top,
              branchesOf(top).map((i) => go(now.map((d) => along(d, top, i)))),
            )
      done.set(key, made)
      return made
    }
    return go(parts)
  }

  /** Nearly all joins are of two diagrams; this does the same without a list in sight. */
  const pairwise = (name: string, join: Join, one: Diagram, other: Diagram): Diagram => {
    const done = keptUnder(pairs, name)
    const go = (a: Diagram, b: Diagram): Diagram => {
      const key = a.id * mostNodes + b.id
      const before = done.get(key)
      if (before) return before
      let made: Diagram
      if (a.variable < 0 && b.variable < 0) made = terminal(join([(a as Terminal).value, (b as Terminal).value]))
      else {
        const top = a.variable < 0 ? b.variable : b.variable < 0 ? a.variable : Math.min(a.variable, b.variable)
        const size = (variables[top] as Variable).values.length + 1
        const branches: Diagram[] = []
        for (let i = 0; i < size; i++) branches.push(go(along(a, top, i), along(b, top, i)))
        made = branching(top, branches)
      }
      done.set(key, made)
      return made
    }
    return go(one, other)
  }
  const branchesOf = (variable: number): readonly number[] =>
    Array.from({ length: (variables[variable] as Variable).values.length + 1 }, (_, i) => i)

  const variable: NodeTable['variable'] = (key, make) => {
    const known = byKey.get(key)
    if (known) return known
    const made = { ...make(), index: variables.length }
    variables.push(made)
    byKey.set(key, made)
    return made
  }
  return { variables, variable, terminal, branching, combine }
}

const idsOf = (diagrams: readonly Diagram[]): string => {
  let key = ''
  for (const { id } of diagrams) key += `${id},`
  return key
}

const topmost = (diagrams: readonly Diagram[]): number | null => {
  let top: number | null = null
  for (const { variable } of diagrams) if (variable >= 0 && (top === null || variable < top)) top = variable
  return top
}

const along = (diagram: Diagram, variable: number, branch: number): Diagram =>
  diagram.variable === variable ? ((diagram as Branching).branches[branch] as Diagram) : diagram
