import {
  type Condition,
  childrenOf,
  conditionsOf,
  type DateTerm,
  type Decision,
  type Entry,
  type Fact,
  type NumberTerm,
  type Pathway,
  type PolicyNumber,
} from '@facialis/language'
import { type Layout, layoutOf, maskOf } from './layout.ts'
import { mentionedBy } from './mentioned.ts'
import type { NodeIndex, Plan, PlanNode, PlannedDecision, SpanOp, TruthOp } from './plan.ts'
import { askedBy, plannedBody } from './planned-decision.ts'

type Op = TruthOp | SpanOp

/** Facts of which some decision asks when they were observed. */
function observedIn(pathway: Pathway): ReadonlySet<Fact> {
  const found = new Set<Fact>()
  const visit = (node: Condition | DateTerm | NumberTerm): void => {
    if (node.kind === 'recorded') found.add(node.fact)
    for (const child of childrenOf(node)) visit(child)
  }
  for (const decision of pathway.decisions) for (const condition of conditionsOf(decision)) visit(condition)
  const { invariants, assumptions } = pathway.toProve
  for (const { whenever, holds } of invariants) for (const condition of [whenever, holds]) visit(condition)
  for (const { holds } of assumptions) visit(holds)
  return found
}
const truth = { no: 0, unknown: 1, yes: 2 } as const

/** Made once for each pathway. */
export function planOf(pathway: Pathway): Plan {
  const known = plans.get(pathway)
  if (known) return known
  const plan = lowered(pathway)
  plans.set(pathway, plan)
  return plan
}
const plans = new WeakMap<Pathway, Plan>()

function lowered(pathway: Pathway): Plan {
  const layout = layoutOf(pathway, observedIn(pathway))
  const policy: PolicyNumber[] = []
  const decisions: PlannedDecision[] = []
  const table = interning()
  const roomOf = (entry: Entry): number => layout.rooms.findIndex((room) => room.entry.id === entry.id)
  const lower = lowering({ layout, table, roomOf, policy, decisionOf })
  const positions = new Map<Decision, number>()

  function decisionOf(decision: Decision): number {
    const before = positions.get(decision)
    if (before !== undefined) return before
    const body = plannedBody(decision, { condition: lower.condition, decisionOf, roomOf })
    const within =
      decision.scope === 'patient' ? null : layout.rooms.findIndex(({ entry }) => entry.id === decision.scope)
    decisions.push({ decision, within, body })
    positions.set(decision, decisions.length - 1)
    return decisions.length - 1
  }
  for (const decision of pathway.decisions) decisionOf(decision)
  const { invariants, assumptions } = pathway.toProve
  const proved = {
    invariants: invariants.map(({ whenever, holds }) => ({
      whenever: lower.condition(whenever),
      holds: lower.condition(holds),
    })),
    assumptions: assumptions.map(({ holds }) => lower.condition(holds)),
  }
  return {
    pathway,
    layout,
    nodes: counted(table.made, decisions),
    decisions,
    policy,
    rooms: pathway.entries,
    saidAs: table.saidAs,
    ...proved,
  }
}

type Placed = Op & Readonly<{ within: number | null }>

/** Equal operations on equal nodes are one node. */
function interning() {
  const made: Placed[] = []
  const saidAs: (Condition | DateTerm | NumberTerm)[] = []
  const byKey = new Map<string, NodeIndex>()
  return {
    made,
    saidAs,
    /** Remembers what a node was first said as. */
    said: (node: Condition | DateTerm | NumberTerm, index: NodeIndex): NodeIndex => {
      saidAs[index] ??= node
      return index
    },
    at: (index: NodeIndex): Placed => made[index] as Placed,
    put: (op: Op, within: number | null): NodeIndex => {
      const key = JSON.stringify(op, (name, value) => (name === 'fact' ? undefined : value))
      const before = byKey.get(key)
      if (before !== undefined) return before
      made.push({ ...op, within })
      byKey.set(key, made.length - 1)
      return made.length - 1
    },
  }
}

/** How often each node is mentioned by a node or decision that is itself asked for. */
function counted(made: readonly Placed[], decisions: readonly PlannedDecision[]): readonly PlanNode[] {
  const uses = new Array<number>(made.length).fill(0)
  const mention = (index: NodeIndex): void => {
    uses[index] = (uses[index] as number) + 1
    if (uses[index] === 1) for (const child of mentionedBy(made[index] as Placed)) mention(child)
  }
  for (const { body } of decisions) for (const index of askedBy(body)) mention(index)
  return made.map((node, index) => ({ ...node, uses: uses[index] as number }))
}

type Lowering = Readonly<{
  layout: Layout
  table: ReturnType<typeof interning>
  roomOf: (entry: Entry) => number
  policy: PolicyNumber[]
  decisionOf: (decision: Decision) => number
}>

function lowering({ layout, table, roomOf, policy, decisionOf }: Lowering) {
  const { at, put } = table
  const { placeOf } = layout

  /** A node is asked of the kind of entry that anything it mentions is asked of. */
  const sharedRoom = (of: readonly NodeIndex[]): number | null => {
    const rooms = new Set(of.map((index) => at(index).within).filter((within) => within !== null))
    if (rooms.size > 1) throw new Error('A condition asks one entry for fields of two kinds.')
    return [...rooms][0] ?? null
  }
  const over = (op: Op, of: readonly NodeIndex[]): NodeIndex => put(op, sharedRoom(of))
  const constant = (value: 0 | 1 | 2): NodeIndex => put({ op: 'constant', truth: value }, null)

  /** What is said twice is said once; what decides alone is all there is. */
  const joined = (op: 'all' | 'any', parts: readonly NodeIndex[]): NodeIndex => {
    const [decisive, neutral] = op === 'all' ? ([0, 2] as const) : ([2, 0] as const)
    const isConstant = (index: NodeIndex, value: number): boolean => {
      const node = at(index)
      return node.op === 'constant' && node.truth === value
    }
    if (parts.some((index) => isConstant(index, decisive))) return constant(decisive)
    const distinct = [...new Set(parts)].filter((index) => !isConstant(index, neutral))
    const [only] = distinct
    if (only === undefined) return constant(neutral)
    return distinct.length === 1 ? only : over({ op, of: distinct }, distinct)
  }
  const condition = (c: Condition): NodeIndex => table.said(c, conditionOf(c))
  const conditionOf = (c: Condition): NodeIndex => {
    switch (c.kind) {
      case 'always':
        return constant(truth.yes)
      case 'is':
      case 'has': {
        const place = placeOf(c.fact)
        const words = c.kind === 'is' ? c.values : c.members
        const mask = maskOf(words, c.fact.values)
        return put({ op: c.kind === 'is' ? 'word' : 'member', place, mask }, place.room)
      }
      case 'unanswered': {
        const place = placeOf(c.fact)
        return put({ op: 'unanswered', place }, place.room)
      }
      case 'compare': {
        const turned = c.op === '>' || c.op === '>='
        const [left, right] = turned ? [number(c.right), number(c.left)] : [number(c.left), number(c.right)]
        const comparison = c.op === '<' || c.op === '>' ? '<' : '<='
        return over({ op: 'compare', left, comparison, right }, [left, right])
      }
      case 'all':
      case 'any':
        return joined(c.kind, c.of.map(condition))
      case 'not': {
        const of = condition(c.of)
        const inner = at(of)
        return inner.op === 'not' ? inner.of : over({ op: 'not', of }, [of])
      }
      case 'established': {
        const of = condition(c.of)
        return at(of).op === 'established' ? of : over({ op: 'established', of }, [of])
      }
      case 'named':
        return condition(c.of)
      case 'decided': {
        const { answers, undetermined, scope } = c.decision
        const yes = maskOf(c.answers, answers)
        const unknown = undetermined === null ? 0 : maskOf([undetermined], answers) & ~yes
        const room = scope === 'patient' ? null : layout.rooms.findIndex(({ entry }) => entry.id === scope)
        return put({ op: 'decided', decision: decisionOf(c.decision), yes, unknown }, room)
      }
      case 'some':
        return put({ op: 'some', room: roomOf(c.entry), where: condition(c.where) }, null)
      case 'recent':
        return put(
          { op: 'recent', room: roomOf(c.entry), back: c.back, where: condition(c.where), holds: condition(c.holds) },
          null,
        )
      case 'proposed':
        // Nothing is proposed while answers are asked for.
        return constant(truth.unknown)
      default:
        return c satisfies never
    }
  }

  const date = (term: DateTerm): NodeIndex => table.said(term, dateOf(term))
  const dateOf = (term: DateTerm): NodeIndex => {
    switch (term.kind) {
      case 'as-of':
        return put({ op: 'as-of' }, null)
      case 'date-of': {
        const place = placeOf(term.fact)
        return put({ op: 'date', place }, place.room)
      }
      case 'recorded': {
        const place = placeOf(term.fact)
        return put({ op: 'recorded', place }, place.room)
      }
      case 'entry-date': {
        const room = roomOf(term.entry)
        return put({ op: 'entry-date', room }, room)
      }
      case 'latest-date':
      case 'first-date': {
        const field = term.of ? placeOf(term.of) : null
        return put({ op: term.kind, room: roomOf(term.entry), where: condition(term.where), field }, null)
      }
      case 'shifted': {
        const of = [date(term.date), number(term.by)]
        return over({ op: 'plus', of }, of)
      }
      case 'earliest':
      case 'latest': {
        const of = term.of.map(date)
        return over({ op: term.kind, of }, of)
      }
      case 'provided': {
        const [when, of] = [condition(term.when), date(term.date)]
        return over({ op: 'provided', when, date: of }, [when, of])
      }
      default:
        return term satisfies never
    }
  }

  const number = (term: NumberTerm): NodeIndex => table.said(term, numberOf(term))
  const numberOf = (term: NumberTerm): NodeIndex => {
    switch (term.kind) {
      case 'number':
        return put({ op: 'number', value: term.value }, null)
      case 'policy': {
        const known = policy.findIndex(({ id }) => id === term.id)
        const index = known < 0 ? policy.push(term) - 1 : known
        return put({ op: 'policy', index }, null)
      }
      case 'quantity': {
        const place = placeOf(term.fact)
        return put({ op: 'quantity', place }, place.room)
      }
      case 'days-between':
      case 'years-between': {
        const [from, to] = [date(term.from), date(term.to)]
        return over({ op: term.kind === 'days-between' ? 'days' : 'years', from, to }, [from, to])
      }
      case 'count':
        return put({ op: 'count', room: roomOf(term.entry), where: condition(term.where) }, null)
      case 'sum':
        return put({ op: 'sum', room: roomOf(term.entry), where: condition(term.where), field: placeOf(term.of) }, null)
      case 'plus': {
        const of = term.of.map(number)
        return over({ op: 'plus', of }, of)
      }
      case 'times': {
        const [left, right] = [number(term.left), number(term.right)]
        return over({ op: 'times', left, right }, [left, right])
      }
      case 'run-length':
        return put(
          {
            op: 'run-length',
            room: roomOf(term.entry),
            during: condition(term.during),
            endedBy: condition(term.endedBy),
          },
          null,
        )
      default:
        return term satisfies never
    }
  }
  return { condition }
}
