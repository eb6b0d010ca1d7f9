import type { NodeIndex, Plan, PlanNode, TruthOp } from '../plan/plan.ts'
import type { CoordinateSubject, Coordinates } from './coordinates.ts'
import type { Diagram, DiagramManager } from './diagram-manager.ts'
import { joins, maps, no, unknown, yes } from './kleene.ts'

export type Compare = Extract<TruthOp, { op: 'compare' }>
/** A condition about an entry, as a diagram over its fields and what else it looks at. */
type Asked = Readonly<{ node: NodeIndex; diagram: Diagram }>

type Context = Readonly<{
  plan: Plan
  d: DiagramManager
  coordinates: Coordinates
  condition: (node: NodeIndex) => Diagram
  /** Whether both sides of a comparison are applicable. */
  applicableIn: (comparison: Compare) => Diagram
  /** A comparison both sides of which are applicable. */
  comparable: (node: NodeIndex) => Diagram
  /** What may be no, unknown or yes whatever else is so. */
  free: (key: string, subject: CoordinateSubject) => Diagram
}>

/** Statements about entries, as diagrams. */
export function entryDiagrams({ plan, d, coordinates, condition, applicableIn, comparable, free }: Context) {
  /**
   * Some entry is such: what does not depend on the entry is asked once for all, and of several kinds one by one, so
   * that no state says something of one kind and the opposite of the same kind in other words.
   */
  const someEntry = (entryKind: number, where: NodeIndex): Diagram => {
    const node = plan.nodes[where] as PlanNode & TruthOp
    if (node.op === 'any')
      return node.of.map((one) => someEntry(entryKind, one)).reduce((a, b) => d.apply(a, b, joins.any))
    if (node.op === 'established') return d.map(someEntry(entryKind, node.of), maps.established)
    if (isOfPerson(where)) return d.apply(condition(where), anyEntry(entryKind), joins.all)
    const asked = (node.op === 'all' ? node.of : [where]).map(askedOfEntry)
    const own = asked.flatMap(({ own }) => (own === null ? [] : [own]))
    return asked.reduce((so, { person }) => d.apply(person, so, joins.all), matchingEntry(entryKind, own))
  }
  /** What of a condition is about the person alone, and what is left to ask of an entry. */
  const askedOfEntry = (index: NodeIndex): Readonly<{ person: Diagram; own: Asked | null }> => {
    if (isOfPerson(index)) return { person: condition(index), own: null }
    const node = plan.nodes[index] as PlanNode
    if (node.op === 'compare') {
      const isApplicable = applicableIn(node)
      const isSettled =
        d.valueOf(d.map(isApplicable, { name: 'is unknown', of: (one) => (one === unknown ? 1 : 0) })) === 0
      if (isSettled) return { person: isApplicable, own: { node: index, diagram: comparable(index) } }
    }
    return { person: d.terminal(yes), own: { node: index, diagram: condition(index) } }
  }
  const isOfPerson = (index: NodeIndex): boolean => (plan.nodes[index] as PlanNode).within === null
  const matchingEntry = (entryKind: number, own: readonly Asked[]): Diagram => {
    const such = own.map(({ diagram }) => diagram).reduce((a, b) => d.apply(a, b, joins.all), d.terminal(yes))
    const key = `some ${entryKind} ${such}`
    const subject = { kind: 'some' as const, entryKind, where: own.map(({ node }) => node), condition: such }
    return isAlwaysKnown(entryKind, such) ? settled(key, subject) : free(key, subject)
  }
  /** Of every entry that keeps to what is assumed of its kind it is known whether it is such. */
  const isAlwaysKnown = (entryKind: number, such: Diagram): boolean => {
    const kind = (plan.layout.entryKinds[entryKind] as Plan['layout']['entryKinds'][number]).entry.id
    const kept = plan.assumptions
      .filter((_, i) => plan.pathway.toProve.assumptions[i]?.about === kind)
      .map(condition)
      .reduce((a, b) => d.apply(a, b, joins.all), d.terminal(yes))
    const open = { name: 'open although kept', of: (a: number, b: number) => (a !== no && b === unknown ? 1 : 0) }
    return d.valueOf(d.apply(kept, such, open)) === 0
  }
  const settled = (key: string, subject: CoordinateSubject): Diagram => {
    const { variable } = coordinates.getOrCreate(key, () => ({ size: 2, subject, learnable: [] }))
    return d.makeNode(variable, [no, yes].map(d.terminal))
  }
  const anyEntry = (entryKind: number): Diagram => matchingEntry(entryKind, [])
  return someEntry
}
