import type { Fact } from '@facialis/language'
import type { Place } from '../plan/layout.ts'
import type { NodeIndex, Plan, PlanNode, TruthOp } from '../plan/plan.ts'
import { applicable } from './applicable.ts'
import {
  type CoordinateSubject,
  type Coordinates,
  classesIn,
  coordinatesOver,
  factCoordinate,
  factKey,
} from './coordinates.ts'
import { decisionDiagrams } from './decision-diagrams.ts'
import { type Diagram, type DiagramManager, diagramManager } from './diagram-manager.ts'
import { type Compare, entryDiagrams } from './entry-diagrams.ts'
import { joins, maps, no, unknown, yes } from './kleene.ts'
import { positionLearnable, positionsIn, truthsAt } from './positions.ts'

/**
 * The decisions of a plan over all abstract states. A state assigns a value (or unknown) to every fact, comparison and statement
 * about entries. It is an over-approximation: every chart has a state, some states have no chart. Proofs are therefore sound
 * and not complete: what cannot be proved may still hold.
 */
export type StateSpace = Readonly<{
  plan: Plan
  d: DiagramManager
  coordinates: Coordinates
  condition: (node: NodeIndex) => Diagram
  decision: (decision: number) => Diagram
  /** The same decision without one of its ranked rules. */
  withoutRule: (decision: number, rule: number) => Diagram
}>

export function stateSpaceOf(plan: Plan): StateSpace {
  const d = diagramManager()
  const coordinates = coordinatesOver(d)
  const classesOf = classesIn(plan)
  const positionAt = positionsIn(plan)
  const factOf = (place: Place) =>
    coordinates.getOrCreate(factKey(place.fact), () => factCoordinate(place, classesOf(place)))
  const terminals = (values: readonly number[]): readonly Diagram[] => values.map(d.terminal)

  const conditions = new Map<NodeIndex, Diagram>()
  const condition = (node: NodeIndex): Diagram => {
    const known = conditions.get(node)
    if (known !== undefined) return known
    const made = conditionOf(node, plan.nodes[node] as PlanNode & TruthOp)
    conditions.set(node, made)
    return made
  }
  const conditionOf = (index: NodeIndex, node: PlanNode & TruthOp): Diagram => {
    switch (node.op) {
      case 'constant':
        return d.terminal(node.truth)
      case 'word': {
        const { variable } = factOf(node.place)
        const truths = classesOf(node.place).map((words) => (isAmong(words, node.mask, node.place.fact) ? yes : no))
        return d.makeNode(variable, terminals([...truths, unknown]))
      }
      case 'unanswered': {
        const { variable } = factOf(node.place)
        return d.makeNode(variable, terminals([...classesOf(node.place).map(() => no), yes]))
      }
      case 'member':
        return membership(node.place, node.mask)
      case 'all':
      case 'any':
        return node.of.map(condition).reduce((a, b) => d.apply(a, b, joins[node.op]))
      case 'not':
      case 'established':
        return d.map(condition(node.of), maps[node.op])
      case 'decided':
        return d.map(decision(node.decision), {
          name: `decided ${node.yes} ${node.unknown}`,
          of: (answer) => ((node.yes >>> answer) & 1 ? yes : (node.unknown >>> answer) & 1 ? unknown : no),
        })
      case 'compare':
        return comparison(index)
      case 'some':
        return someEntry(node.entryKind, node.where)
      case 'recent':
        return free(`node ${index}`, { kind: 'node', node: index })
      default:
        return node satisfies never
    }
  }
  const membership = (place: Place, mask: number): Diagram => {
    const { fact } = place
    const asked = (fact as Extract<Fact, { type: 'set' }>).values.filter((_, i) => (mask >>> i) & 1)
    const isIn = asked.map((member) => {
      const subject = { kind: 'member' as const, fact, member }
      const { variable } = coordinates.getOrCreate(`${factKey(fact)} ${member}`, () => ({
        size: 2,
        subject,
        learnable: [],
      }))
      return d.makeNode(variable, terminals([no, yes]))
    })
    const within = isIn.reduce((a, b) => d.apply(a, b, joins.any), d.terminal(no))
    const known = d.makeNode(factOf(place).variable, terminals([yes, unknown]))
    return d.apply(known, within, { name: 'if known', of: (open, truth) => (open === unknown ? unknown : truth) })
  }
  const comparison = (index: NodeIndex): Diagram => {
    return d.apply(applicableIn(plan.nodes[index] as PlanNode & Compare), comparable(index), joins.guard)
  }
  const applicableIn = ({ left, right }: Compare): Diagram =>
    d.apply(applicable(parts, left), applicable(parts, right), joins.all)
  const comparable = (index: NodeIndex): Diagram => {
    const cut = positionAt(index)
    if (!cut) return free(`node ${index}`, { kind: 'node', node: index })
    const { position } = cut
    const { variable } = coordinates.getOrCreate(`position ${position.term}`, () => ({
      size: position.values.length,
      subject: { kind: 'position', term: position.term, marks: position.marks, values: position.values },
      learnable: positionLearnable(position),
    }))
    return d.makeNode(variable, terminals(truthsAt(cut)))
  }
  const free = (key: string, subject: CoordinateSubject): Diagram => {
    const { variable } = coordinates.getOrCreate(key, () => ({
      size: 3,
      subject,
      learnable: [
        [unknown, no],
        [unknown, yes],
      ],
    }))
    return d.makeNode(variable, terminals([no, unknown, yes]))
  }
  const someEntry = entryDiagrams({ plan, d, coordinates, condition, applicableIn, comparable, free })
  const parts = { d, plan, condition, someEntry }
  const { decision, withoutRule } = decisionDiagrams({
    plan,
    d,
    coordinates,
    condition: (node) => condition(node),
  })
  return { plan, d, coordinates, condition, decision, withoutRule }
}

const isAmong = (words: readonly string[], mask: number, fact: Fact): boolean =>
  'values' in fact && words.some((word) => (mask >>> fact.values.indexOf(word)) & 1)
