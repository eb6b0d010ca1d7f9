import type { Fact } from '@facialis/language'
import type { Place } from '../plan/layout.ts'
import type { NodeIndex, Plan, PlanNode, PlannedBody, TruthOp } from '../plan/plan.ts'
import { applicable } from './applicable.ts'
import { type About, type Coordinates, classesIn, coordinatesOver, factCoordinate, factKey } from './coordinates.ts'
import { type Diagram, type Diagrams, diagrams } from './diagrams.ts'
import { positionLearns, positionsIn, truthsAt } from './positions.ts'

/** Truths as outcomes of a diagram. */
export const [no, unknown, yes] = [0, 1, 2] as const

/**
 * The decisions of a plan over all states there could be. A state gives every fact a value (or none) and says of every
 * comparison and of every statement about entries whether it holds. No state a chart can have is missing; some that no
 * chart can have are among them, so what is proved here is proved, and what is not may still hold.
 */
export type Space = Readonly<{
  plan: Plan
  d: Diagrams
  coordinates: Coordinates
  condition: (node: NodeIndex) => Diagram
  decision: (decision: number) => Diagram
}>

type Compare = Extract<TruthOp, { op: 'compare' }>
/** A condition about an entry, as a diagram over its fields and what else it looks at. */
type Asked = Readonly<{ node: NodeIndex; diagram: Diagram }>

const joins = {
  all: { name: 'all', of: (a: number, b: number) => Math.min(a, b) },
  any: { name: 'any', of: (a: number, b: number) => Math.max(a, b) },
  /** Where the first is not yes, the first; else the second. */
  guard: { name: 'guard', of: (a: number, b: number) => (a === yes ? b : a) },
}
const maps = {
  not: { name: 'not', of: (a: number) => 2 - a },
  established: { name: 'established', of: (a: number) => (a === yes ? yes : no) },
}

export function spaceOf(plan: Plan): Space {
  const d = diagrams()
  const coordinates = coordinatesOver(d)
  const classesOf = classesIn(plan)
  const positionAt = positionsIn(plan)
  const factOf = (place: Place) => coordinates.of(factKey(place.fact), () => factCoordinate(place, classesOf(place)))
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
        return d.branching(variable, terminals([...truths, unknown]))
      }
      case 'unanswered': {
        const { variable } = factOf(node.place)
        return d.branching(variable, terminals([...classesOf(node.place).map(() => no), yes]))
      }
      case 'member':
        return membership(node.place, node.mask)
      case 'all':
      case 'any':
        return node.of.map(condition).reduce((a, b) => d.join(a, b, joins[node.op]))
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
        return someEntry(node.room, node.where)
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
      const about = { kind: 'member' as const, fact, member }
      const { variable } = coordinates.of(`${factKey(fact)} ${member}`, () => ({ size: 2, about, learns: [] }))
      return d.branching(variable, terminals([no, yes]))
    })
    const within = isIn.reduce((a, b) => d.join(a, b, joins.any), d.terminal(no))
    const known = d.branching(factOf(place).variable, terminals([yes, unknown]))
    return d.join(known, within, { name: 'if known', of: (open, truth) => (open === unknown ? unknown : truth) })
  }
  const comparison = (index: NodeIndex): Diagram => {
    return d.join(applicableIn(plan.nodes[index] as PlanNode & Compare), comparable(index), joins.guard)
  }
  const applicableIn = ({ left, right }: Compare): Diagram =>
    d.join(applicable(parts, left), applicable(parts, right), joins.all)
  const comparable = (index: NodeIndex): Diagram => {
    const cut = positionAt(index)
    if (!cut) return free(`node ${index}`, { kind: 'node', node: index })
    const { position } = cut
    const { variable } = coordinates.of(`position ${position.term}`, () => ({
      size: position.values.length,
      about: { kind: 'position', term: position.term, marks: position.marks, values: position.values },
      learns: positionLearns(position),
    }))
    return d.branching(variable, terminals(truthsAt(cut)))
  }
  /**
   * Some entry is such: what does not depend on the entry is asked once for all, and of several kinds one by one, so
   * that no state says something of one kind and the opposite of the same kind in other words.
   */
  const someEntry = (room: number, where: NodeIndex): Diagram => {
    const node = plan.nodes[where] as PlanNode & TruthOp
    if (node.op === 'any') return node.of.map((one) => someEntry(room, one)).reduce((a, b) => d.join(a, b, joins.any))
    if (node.op === 'established') return d.map(someEntry(room, node.of), maps.established)
    if (isOfPerson(where)) return d.join(condition(where), anyEntry(room), joins.all)
    const asked = (node.op === 'all' ? node.of : [where]).map(askedOfEntry)
    const own = asked.flatMap(({ own }) => (own === null ? [] : [own]))
    const inside = own.length === 0 ? anyEntry(room) : suchEntry(room, own)
    return asked.reduce((so, { person }) => d.join(person, so, joins.all), inside)
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
  const suchEntry = (room: number, own: readonly Asked[]): Diagram => {
    const such = own.map(({ diagram }) => diagram).reduce((a, b) => d.join(a, b, joins.all), d.terminal(yes))
    const key = `some ${room} ${such}`
    const about = { kind: 'some' as const, room, where: own.map(({ node }) => node), such }
    return isAlwaysKnown(room, such) ? settled(key, about) : free(key, about)
  }
  /** Of every entry that keeps to what is assumed of its kind it is known whether it is such. */
  const isAlwaysKnown = (room: number, such: Diagram): boolean => {
    const kind = (plan.layout.rooms[room] as Plan['layout']['rooms'][number]).entry.id
    const kept = plan.assumptions
      .filter((_, i) => plan.pathway.toProve.assumptions[i]?.about === kind)
      .map(condition)
      .reduce((a, b) => d.join(a, b, joins.all), d.terminal(yes))
    const open = { name: 'open although kept', of: (a: number, b: number) => (a !== no && b === unknown ? 1 : 0) }
    return d.valueOf(d.join(kept, such, open)) === 0
  }
  const settled = (key: string, about: About): Diagram => {
    const { variable } = coordinates.of(key, () => ({ size: 2, about, learns: [] }))
    return d.branching(variable, terminals([no, yes]))
  }
  const anyEntry = (room: number): Diagram => suchEntry(room, [])
  const free = (key: string, about: About): Diagram => {
    const { variable } = coordinates.of(key, () => ({
      size: 3,
      about,
      learns: [
        [unknown, no],
        [unknown, yes],
      ],
    }))
    return d.branching(variable, terminals([no, unknown, yes]))
  }
  const parts = { d, plan, condition, someEntry }

  const decisions = new Map<number, Diagram>()
  const decision = (index: number): Diagram => {
    const known = decisions.get(index)
    if (known !== undefined) return known
    const made = decided((plan.decisions[index] as Plan['decisions'][number]).body, index)
    decisions.set(index, made)
    return made
  }
  const decided = (body: PlannedBody, index: number): Diagram => {
    switch (body.kind) {
      case 'ranked':
        return body.rules.reduceRight(
          (below, { when, answer }) =>
            d.join(condition(when), below, {
              name: `rank ${index} ${answer}`,
              of: (truth, rest) =>
                truth === yes ? answer : truth === no ? rest : (body.meets[answer]?.[rest] as number),
            }),
          d.terminal(body.otherwise),
        )
      case 'gate': {
        // From the last to the first: how far the gate is shut, 0 open to 2 shut.
        let shut = body.limits.reduceRight(
          (so, { when, ifUnknown, ifYes }) =>
            d.join(condition(when), so, {
              name: `limit ${ifUnknown} ${ifYes}`,
              of: (truth, level) => Math.max(level, truth === yes ? ifYes : truth === unknown ? ifUnknown : 0),
            }),
          d.terminal(0),
        )
        for (const need of body.needs.toReversed())
          shut = d.join(condition(need), shut, { name: 'need', of: (truth, level) => (truth === yes ? level : 2) })
        if (body.behind !== null)
          shut = d.join(decision(body.behind), shut, {
            name: 'behind',
            of: (answer, level) => Math.max(2 - answer, level),
          })
        return d.map(shut, { name: 'as answer', of: (level) => 2 - level })
      }
      case 'fold': {
        const each = plan.decisions[body.each] as Plan['decisions'][number]
        const { answers } = (plan.decisions[index] as Plan['decisions'][number]).decision
        const { variable } = coordinates.of(`fold ${index}`, () => ({
          size: answers.length,
          about: { kind: 'fold', decision: index },
          learns: foldLearns(each.decision.boldness, answers),
        }))
        return d.branching(variable, terminals(answers.map((_, i) => i)))
      }
      default:
        return body satisfies never
    }
  }
  return { plan, d, coordinates, condition, decision }
}

const isAmong = (words: readonly string[], mask: number, fact: Fact): boolean =>
  'values' in fact && words.some((word) => (mask >>> fact.values.indexOf(word)) & 1)

/**
 * Learning more about an entry takes what all come to up, to a bolder answer; that holds of each entry by itself. What a
 * further entry shows is new evidence, not an answer to what was open: no state learns it.
 */
function foldLearns(boldness: readonly (readonly string[])[] | null, answers: readonly string[]) {
  const level = (answer: number): number => boldness?.findIndex((same) => same.includes(answers[answer] as string)) ?? 0
  return answers.flatMap((_, from) =>
    answers.flatMap((_, to) => (level(to) > level(from) ? [[from, to] as const] : [])),
  )
}
