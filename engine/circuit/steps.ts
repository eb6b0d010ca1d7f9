import { mentionedBy } from '../plan/mentioned.ts'
import type { NodeIndex, Plan, PlanNode, RoomIndex } from '../plan/plan.ts'
import type { Circuit, Side } from './circuit.ts'
import { isOfEntries } from './of-entries.ts'
import { feeding, type Ref, type WireIndex, wireOf } from './wires.ts'

/** One thing that is worked out and kept: a plane, a comparison's two planes, a span, a look at the latest entries. */
export type Step = Readonly<{
  /** Its position among all steps. */
  at: number
  kind: 'wire' | 'compare' | 'recent' | 'span'
  /** The wire, or the node of the plan. */
  of: number
  within: RoomIndex | null
  /** Positions of the steps it reads from, and of those that read from it. */
  after: readonly number[]
  before: readonly number[]
}>

/** Steps in an order in which each can be done, cut into stretches that go through the same slots. */
export type Stretch = Readonly<{ within: RoomIndex | null; steps: readonly Step[] }>

export type Steps = Readonly<{
  stretches: readonly Stretch[]
  keptWires: ReadonlySet<WireIndex>
  keptSpans: ReadonlySet<NodeIndex>
  sides: (node: NodeIndex) => readonly Side[]
}>

/** More in one function would be more than the runtime makes good machine code of. */
const mostSteps = 150

/** Stretches as pieces of which each becomes a function. */
export const piecesOf = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.flatMap(({ within, steps }) =>
    Array.from({ length: Math.ceil(steps.length / mostSteps) }, (_, at) => ({
      within,
      steps: steps.slice(at * mostSteps, (at + 1) * mostSteps),
    })),
  )

/** From one step on those that each ask whether some entry of one kind has it: they go through the entries once. */
export function someTogether(list: readonly Step[], from: number, { wires }: Circuit): readonly Step[] {
  const found: Step[] = []
  let room: RoomIndex | null = null
  for (const step of list.slice(from)) {
    const one = step.kind === 'wire' ? (wires[step.of] as Circuit['wires'][number]) : null
    const waits = found.some(({ at }) => step.after.includes(at))
    if (one?.op !== 'some' || (room !== null && one.room !== room) || waits) return found
    room = one.room
    found.push(step)
  }
  return found
}

/** What has to be worked out for these wires. */
export function stepsFor(plan: Plan, circuit: Circuit, roots: readonly Ref[]): Steps {
  const node = (index: NodeIndex): PlanNode => plan.nodes[index] as PlanNode
  const wire = (index: WireIndex) => circuit.wires[index] as Circuit['wires'][number]
  const keptWires = new Set<WireIndex>()
  const keptSpans = new Set<NodeIndex>()
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
    if (isOfEntries(one) || one.op === 'recent') return []
    return one.op === 'provided' ? [one.date] : mentionedBy(one)
  }

  const isPlain = (one: PlanNode): boolean => mentionedBy(one).length === 0
  /** What takes no longer to work out again than to read back. */
  const isAtHand = (one: PlanNode): boolean =>
    isPlain(one) || (one.op === 'days' && isPlain(node(one.from)) && isPlain(node(one.to)))

  const visit = (ref: Ref, from: RoomIndex | null, keep: boolean): void => {
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
    if (keep || seenWires.has(index) || one.op === 'some' || one.within !== from) keptWires.add(index)
    if (seenWires.has(index)) return
    seenWires.add(index)
    const inside = one.op === 'some' ? one.room : one.within
    for (const part of feeding(one)) visit(part, inside, false)
  }
  const visitNode = (index: NodeIndex): void => {
    for (const ref of readBy(index)) visit(ref, node(index).within, true)
    for (const span of spansIn(index)) visitSpan(span, node(index).within)
  }
  const visitSpan = (index: NodeIndex, from: RoomIndex | null): void => {
    const one = node(index)
    if (isOfEntries(one) || (!isAtHand(one) && (seenSpans.has(index) || one.within !== from))) keptSpans.add(index)
    if (seenSpans.has(index)) return
    seenSpans.add(index)
    visitNode(index)
  }
  for (const ref of roots) visit(ref, null, true)

  const steps = ordered()
  return { stretches: stretchesOf(steps), keptWires, keptSpans, sides: (index) => [...(sides.get(index) ?? [])] }

  function ordered(): readonly Step[] {
    const made: Omit<Step, 'before'>[] = []
    const at = new Map<string, number>()
    const stepOf = (kind: Step['kind'], of: number, within: RoomIndex | null, after: () => Set<number>): number => {
      const key = `${kind} ${of}`
      const known = at.get(key)
      if (known !== undefined) return known
      const before = [...after()]
      made.push({ at: made.length, kind, of, within, after: before })
      at.set(key, made.length - 1)
      return made.length - 1
    }
    const afterWire = (ref: Ref, found: Set<number>): void => {
      const index = wireOf(ref)
      const one = wire(index)
      if (one.op === 'outcome') {
        const kind = node(one.node).op === 'recent' ? 'recent' : 'compare'
        found.add(stepOf(kind, one.node, one.within, () => afterNode(one.node)))
      } else if (keptWires.has(index)) found.add(wireStep(index))
      else for (const part of feeding(one)) afterWire(part, found)
    }
    const wireStep = (index: WireIndex): number =>
      stepOf('wire', index, wire(index).within, () => {
        const found = new Set<number>()
        for (const part of feeding(wire(index))) afterWire(part, found)
        return found
      })
    const afterNode = (index: NodeIndex): Set<number> => {
      const found = new Set<number>()
      for (const ref of readBy(index)) afterWire(ref, found)
      for (const span of spansIn(index)) {
        if (keptSpans.has(span)) found.add(stepOf('span', span, node(span).within, () => afterNode(span)))
        else for (const step of afterNode(span)) found.add(step)
      }
      return found
    }
    for (const ref of roots) afterWire(ref, new Set())
    const followers = made.map((): number[] => [])
    for (const { at, after } of made) for (const before of after) followers[before]?.push(at)
    return made.map((step) => ({ ...step, before: followers[step.at] as readonly number[] }))
  }
}

/** As long a stretch in one place as what it reads allows: each stretch goes through all slots once. */
function stretchesOf(steps: readonly Step[]): readonly Stretch[] {
  const waiting = steps.map(({ after }) => after.length)
  const ready = new Map<RoomIndex | null, number[]>()
  const enter = (index: number): void => {
    const { within } = steps[index] as Step
    ready.set(within, [...(ready.get(within) ?? []), index])
  }
  for (const [index, count] of waiting.entries()) if (count === 0) enter(index)

  const stretches: Stretch[] = []
  for (;;) {
    const within = [null, ...ready.keys()].find((place) => (ready.get(place) ?? []).length > 0)
    if (within === undefined) return stretches
    const done: Step[] = []
    for (let queue = ready.get(within) as number[]; queue.length > 0; queue = ready.get(within) as number[]) {
      const [next, ...rest] = queue as [number, ...number[]]
      ready.set(within, rest)
      done.push(steps[next] as Step)
      for (const follower of (steps[next] as Step).before) {
        waiting[follower] = (waiting[follower] as number) - 1
        if (waiting[follower] === 0) enter(follower)
      }
    }
    stretches.push({ within, steps: done })
  }
}
