import { operandsOf } from '../plan/operands.ts'
import type { EntryKindIndex, NodeIndex, Plan, PlanNode } from '../plan/plan.ts'
import { isAggregate } from './aggregate-op.ts'
import type { Circuit, Side } from './circuit.ts'
import { inputsOf, type Ref, type WireIndex, wireOf } from './circuit-builder.ts'

/** One thing that is worked out and kept: a plane, a comparison's two planes, a span, a look at the latest entries. */
export type Step = Readonly<{
  /** Its position among all steps. */
  at: number
  kind: 'wire' | 'compare' | 'recent' | 'span'
  /** The wire, or the node of the plan. */
  of: number
  within: EntryKindIndex | null
  /** Positions of the steps it reads from, and of those that read from it. */
  inputs: readonly number[]
  consumers: readonly number[]
}>

/** Steps in topological order that run over the same entries (or over the person), so that they share one loop. */
export type Block = Readonly<{ within: EntryKindIndex | null; steps: readonly Step[] }>

export type Schedule = Readonly<{
  blocks: readonly Block[]
  storedWires: ReadonlySet<WireIndex>
  storedSpans: ReadonlySet<NodeIndex>
  sides: (node: NodeIndex) => readonly Side[]
}>

/** Longer functions are not optimised by the JavaScript and WebAssembly compilers. */
const maxStepsPerFunction = 150

/** Splits blocks so that each becomes a function of bounded length. */
export const splitBlocks = (stretches: readonly Block[]): readonly Block[] =>
  stretches.flatMap(({ within, steps }) =>
    Array.from({ length: Math.ceil(steps.length / maxStepsPerFunction) }, (_, at) => ({
      within,
      steps: steps.slice(at * maxStepsPerFunction, (at + 1) * maxStepsPerFunction),
    })),
  )

/** The run of existential quantifiers over one kind of entry, from one step on, that can share one loop over the entries. */
export function fusableQuantifiers(list: readonly Step[], from: number, { wires }: Circuit): readonly Step[] {
  const found: Step[] = []
  let entryKind: EntryKindIndex | null = null
  for (const step of list.slice(from)) {
    const one = step.kind === 'wire' ? (wires[step.of] as Circuit['wires'][number]) : null
    const waits = found.some(({ at }) => step.inputs.includes(at))
    if (one?.op !== 'some' || (entryKind !== null && one.entryKind !== entryKind) || waits) return found
    entryKind = one.entryKind
    found.push(step)
  }
  return found
}

/** What has to be worked out for these wires. */
export function scheduleSteps(plan: Plan, circuit: Circuit, roots: readonly Ref[]): Schedule {
  const node = (index: NodeIndex): PlanNode => plan.nodes[index] as PlanNode
  const wire = (index: WireIndex) => circuit.wires[index] as Circuit['wires'][number]
  const storedWires = new Set<WireIndex>()
  const storedSpans = new Set<NodeIndex>()
  const sides = new Map<NodeIndex, Set<Side>>()
  const seenWires = new Set<WireIndex>()
  const seenSpans = new Set<NodeIndex>()

  /** The wires a step of its own reads, which then stand in memory. */
  const readBy = (index: NodeIndex): readonly Ref[] => {
    const one = node(index)
    const both = (of: NodeIndex): readonly Ref[] => [circuit.truth(of, 'yes'), circuit.truth(of, 'no')]
    switch (one.op) {
      case 'provided':
        return both(one.when)
      case 'latest-date':
      case 'first-date':
      case 'count':
      case 'sum':
        return both(one.where)
      case 'run-length':
        return [circuit.truth(one.during, 'yes'), circuit.truth(one.endedBy, 'yes')]
      case 'recent':
        return [...both(one.where), ...both(one.holds)]
      default:
        return []
    }
  }
  const spansIn = (index: NodeIndex): readonly NodeIndex[] => {
    const one = node(index)
    if (isAggregate(one) || one.op === 'recent') return []
    return one.op === 'provided' ? [one.date] : operandsOf(one)
  }

  const isPlain = (one: PlanNode): boolean => operandsOf(one).length === 0
  /** What takes no longer to work out again than to read back. */
  const isCheapToRecompute = (one: PlanNode): boolean =>
    isPlain(one) || (one.op === 'days' && isPlain(node(one.from)) && isPlain(node(one.to)))

  const visit = (ref: Ref, from: EntryKindIndex | null, keep: boolean): void => {
    const index = wireOf(ref)
    const one = wire(index)
    if (one.op === 'all-set' || one.op === 'column') return
    if (one.op === 'outcome') {
      sides.set(one.node, (sides.get(one.node) ?? new Set()).add(one.side))
      if (seenWires.has(index)) return
      seenWires.add(index)
      visitNode(one.node)
      return
    }
    if (keep || seenWires.has(index) || one.op === 'some' || one.within !== from) storedWires.add(index)
    if (seenWires.has(index)) return
    seenWires.add(index)
    const inside = one.op === 'some' ? one.entryKind : one.within
    for (const part of inputsOf(one)) visit(part, inside, false)
  }
  const visitNode = (index: NodeIndex): void => {
    for (const ref of readBy(index)) visit(ref, node(index).within, true)
    for (const span of spansIn(index)) visitSpan(span, node(index).within)
  }
  const visitSpan = (index: NodeIndex, from: EntryKindIndex | null): void => {
    const one = node(index)
    if (isAggregate(one) || (!isCheapToRecompute(one) && (seenSpans.has(index) || one.within !== from)))
      storedSpans.add(index)
    if (seenSpans.has(index)) return
    seenSpans.add(index)
    visitNode(index)
  }
  for (const ref of roots) visit(ref, null, true)

  const steps = orderSteps()
  return { blocks: topologicalBlocks(steps), storedWires, storedSpans, sides: (index) => [...(sides.get(index) ?? [])] }

  function orderSteps(): readonly Step[] {
    const made: Omit<Step, 'consumers'>[] = []
    const at = new Map<string, number>()
    const stepOf = (
      kind: Step['kind'],
      of: number,
      within: EntryKindIndex | null,
      inputsFrom: () => Set<number>,
    ): number => {
      const key = `${kind} ${of}`
      const known = at.get(key)
      if (known !== undefined) return known
      const inputs = [...inputsFrom()]
      made.push({ at: made.length, kind, of, within, inputs })
      at.set(key, made.length - 1)
      return made.length - 1
    }
    const addWireInputs = (ref: Ref, found: Set<number>): void => {
      const index = wireOf(ref)
      const one = wire(index)
      if (one.op === 'outcome') {
        const kind = node(one.node).op === 'recent' ? 'recent' : 'compare'
        found.add(stepOf(kind, one.node, one.within, () => nodeInputs(one.node)))
      } else if (storedWires.has(index)) found.add(wireStep(index))
      else for (const part of inputsOf(one)) addWireInputs(part, found)
    }
    const wireStep = (index: WireIndex): number =>
      stepOf('wire', index, wire(index).within, () => {
        const found = new Set<number>()
        for (const part of inputsOf(wire(index))) addWireInputs(part, found)
        return found
      })
    const nodeInputs = (index: NodeIndex): Set<number> => {
      const found = new Set<number>()
      for (const ref of readBy(index)) addWireInputs(ref, found)
      for (const span of spansIn(index)) {
        if (storedSpans.has(span)) found.add(stepOf('span', span, node(span).within, () => nodeInputs(span)))
        else for (const step of nodeInputs(span)) found.add(step)
      }
      return found
    }
    for (const ref of roots) addWireInputs(ref, new Set())
    const consumers = made.map((): number[] => [])
    for (const { at, inputs } of made) for (const input of inputs) consumers[input]?.push(at)
    return made.map((step) => ({ ...step, consumers: consumers[step.at] as readonly number[] }))
  }
}

/** Kahn's topological sort, taking as many ready steps of one kind of entry as possible, since each block is one loop. */
function topologicalBlocks(steps: readonly Step[]): readonly Block[] {
  const pendingInputs = steps.map(({ inputs }) => inputs.length)
  const ready = new Map<EntryKindIndex | null, number[]>()
  const enter = (index: number): void => {
    const { within } = steps[index] as Step
    ready.set(within, [...(ready.get(within) ?? []), index])
  }
  for (const [index, count] of pendingInputs.entries()) if (count === 0) enter(index)

  const blocks: Block[] = []
  for (;;) {
    const within = [null, ...ready.keys()].find((place) => (ready.get(place) ?? []).length > 0)
    if (within === undefined) return blocks
    const done: Step[] = []
    for (let queue = ready.get(within) as number[]; queue.length > 0; queue = ready.get(within) as number[]) {
      const [next, ...rest] = queue as [number, ...number[]]
      ready.set(within, rest)
      done.push(steps[next] as Step)
      for (const follower of (steps[next] as Step).consumers) {
        pendingInputs[follower] = (pendingInputs[follower] as number) - 1
        if (pendingInputs[follower] === 0) enter(follower)
      }
    }
    blocks.push({ within, steps: done })
  }
}
