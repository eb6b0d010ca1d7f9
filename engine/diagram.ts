import type { Condition, Decision, Screen } from '@facialis/language'
import { meet, openWorld } from './decide.ts'
import { valuesWorthTrying } from './domain.ts'
import {
  type Counted,
  entriesOf,
  keyOf,
  never,
  type ResolvedChart,
  type Standing,
  standingOf,
  type Unanswered,
  type World,
} from './world.ts'

/**
 * Decision diagrams over what is not known. A variable is an unanswered fact (or a screen not yet done); its
 * branches are the values it could take and, last, staying unknown. Equal nodes are one node, so a diagram is small
 * where the question is, and "the cheapest facts that would open this" is a shortest path instead of a search.
 */
export type Diagram = Terminal | Branching
export type Terminal = Readonly<{ id: number; variable: -1; value: string }>
export type Branching = Readonly<{ id: number; variable: number; branches: readonly Diagram[] }>

export type Variable = Readonly<{
  index: number
  /** The id it is reported under. */
  fact: string
  /** Null for a screen. */
  unanswered: Unanswered | null
  cost: number
  values: readonly Standing[]
}>

/** More open facts than this in one comparison are left open: it is then settled by none of them. */
const mostInOneComparison = 3

export type Diagrams = Readonly<{
  variables: readonly Variable[]
  ofDecision: (decision: Decision) => Diagram
}>

export function diagramsOf(chart: ResolvedChart): Diagrams {
  const base: ResolvedChart = { ...withHypotheticals(chart), clock: { next: never } }
  const world = openWorld(base)
  const nodes = new Map<string, Diagram>()
  const variables: Variable[] = []
  const byKey = new Map<string, Variable>()
  const screens = new Map(chart.pathway.screens.flatMap((s) => s.facts.map((f) => [f.id, s] as const)))
  let count = 0

  const unique = <D extends Diagram>(key: string, make: (id: number) => D): D => {
    const known = nodes.get(key)
    if (known) return known as D
    const made = make(count++)
    nodes.set(key, made)
    return made
  }
  const terminal = (value: string): Diagram => unique(`=${value}`, (id) => ({ id, variable: -1, value }))
  const branching = (variable: number, branches: readonly Diagram[]): Diagram => {
    const first = branches[0] as Diagram
    if (branches.every((b) => b === first)) return first
    return unique(`${variable}:${branches.map((b) => b.id).join(',')}`, (id) => ({ id, variable, branches }))
  }

  /** Combines diagrams branch by branch; `join` sees one value of each. */
  const combine = (parts: readonly Diagram[], join: (values: readonly string[]) => string): Diagram => {
    const done = new Map<string, Diagram>()
    const go = (now: readonly Diagram[]): Diagram => {
      const key = now.map((d) => d.id).join(',')
      const before = done.get(key)
      if (before) return before
      const top = now.reduce((least, d) => (d.variable >= 0 && d.variable < least ? d.variable : least), never)
      const made =
        top === never
          ? terminal(join(now.map((d) => (d as Terminal).value)))
          : branching(
              top,
              Array.from({ length: (variables[top] as Variable).values.length + 1 }, (_, i) =>
                go(now.map((d) => (d.variable === top ? ((d as Branching).branches[i] as Diagram) : d))),
              ),
            )
      done.set(key, made)
      return made
    }
    return go(parts)
  }

  const variableOf = (key: string, make: () => Omit<Variable, 'index'>): Variable => {
    const known = byKey.get(key)
    if (known) return known
    const made = { ...make(), index: variables.length }
    variables.push(made)
    byKey.set(key, made)
    return made
  }
  const chooser = (variable: Variable): Diagram =>
    branching(
      variable.index,
      [...variable.values.keys(), variable.values.length].map((i) => terminal(`#${i}`)),
    )
  /** One diagram per branch of a variable, put in order whatever they mention themselves. */
  const choose = (variable: Variable, branches: readonly Diagram[]): Diagram =>
    combine(
      [chooser(variable), ...branches],
      ([index, ...values]) => values[Number((index as string).slice(1))] as string,
    )

  const screenVariable = (screen: Screen): Variable =>
    variableOf(`screen.${screen.id}`, () => ({
      fact: `screen.${screen.id}`,
      unanswered: null,
      cost: screen.cost,
      values: [saysNo],
    }))
  const factVariable = (open: Unanswered): Variable =>
    variableOf(open.key, () => ({
      fact: open.fact.id,
      unanswered: open,
      cost: open.fact.cost,
      values: valuesWorthTrying(open.fact, world),
    }))

  /** A fact that is not known: what the condition would be for each of its values, and while it stays unknown. */
  const over = (open: Unanswered, of: (standing: Standing) => Diagram): Diagram => {
    const variable = factVariable(open)
    const own = choose(variable, [...variable.values.map(of), of(stays(open, world))])
    const screen = screens.get(open.fact.id)
    const standing = standingOf(base, open.fact, open.scope)
    if (!screen || open.scope || (!standing.known && standing.why === 'conflicting')) return own
    return choose(screenVariable(screen), [of(saysNo), own])
  }

  /** A set is one question whose answer says of every member whether it is in: the members cost nothing more. */
  const membership = (condition: Extract<Condition, { kind: 'has' }>, scope: Counted | null): Diagram => {
    if (standingOf(base, condition.fact, scope).known) return terminal(world.truth(condition, scope))
    const open: Unanswered = { key: keyOf(condition.fact, scope), fact: condition.fact, scope }
    const answered = factVariable(open)
    const within = condition.members.map((member) => {
      const variable = variableOf(`${open.key} has ${member}`, () => ({
        ...answered,
        cost: 0,
        values: answered.values,
      }))
      return branching(variable.index, [terminal('yes'), terminal('no')])
    })
    return choose(answered, [kleene(within, 'yes', 'no'), terminal('unknown')])
  }

  const leaf = (condition: Condition, scope: Counted | null): Diagram => {
    const expand = (assumed: ReadonlyMap<string, Standing>): Diagram => {
      const met = new Map<string, Unanswered>()
      const truth = openWorld({ ...base, probe: { assumed, met } }).truth(condition, scope)
      const open = met.values().next().value
      if (!open || assumed.size >= mostInOneComparison) return terminal(truth)
      return over(open, (standing) => expand(new Map(assumed).set(open.key, standing)))
    }
    return expand(new Map())
  }

  const kleene = (parts: readonly Diagram[], decisive: string, neutral: string): Diagram =>
    parts.reduce(
      (so, part) =>
        so === terminal(decisive)
          ? so
          : combine([so, part], ([a, b]) =>
              a === decisive || b === decisive ? decisive : a === 'unknown' || b === 'unknown' ? 'unknown' : neutral,
            ),
      terminal(neutral),
    )

  const ofCondition = (condition: Condition, scope: Counted | null): Diagram => {
    switch (condition.kind) {
      case 'always':
      case 'is':
      case 'unanswered':
      case 'compare':
        return leaf(condition, scope)
      case 'has':
        return membership(condition, scope)
      case 'all':
        return kleene(
          condition.of.map((c) => ofCondition(c, scope)),
          'no',
          'yes',
        )
      case 'any':
        return kleene(
          condition.of.map((c) => ofCondition(c, scope)),
          'yes',
          'no',
        )
      case 'not':
        return combine([ofCondition(condition.of, scope)], ([v]) =>
          v === 'yes' ? 'no' : v === 'no' ? 'yes' : 'unknown',
        )
      case 'established':
        return combine([ofCondition(condition.of, scope)], ([v]) => (v === 'yes' ? 'yes' : 'no'))
      case 'named':
        return ofCondition(condition.of, scope)
      case 'some':
        return kleene(
          entriesOf(base, condition.entry).map((e) => ofCondition(condition.where, e)),
          'yes',
          'no',
        )
      case 'recent':
        return recently(condition, 0, condition.back)
      case 'decided':
        return combine([decisionDiagram(condition.decision, scope)], ([answer]) =>
          condition.answers.includes(answer as string)
            ? 'yes'
            : answer === condition.decision.undetermined
              ? 'unknown'
              : 'no',
        )
      default:
        return condition satisfies never
    }
  }

  const recently = (condition: Extract<Condition, { kind: 'recent' }>, from: number, back: number): Diagram => {
    const entry = entriesOf(base, condition.entry)[from]
    if (!entry) return terminal('no')
    const counts = ofCondition(condition.where, entry)
    const counted = back === 0 ? ofCondition(condition.holds, entry) : recently(condition, from + 1, back - 1)
    return combine([counts, counted, recently(condition, from + 1, back)], ([c, a, b]) =>
      c === 'yes' ? (a as string) : c === 'no' ? (b as string) : a === b ? (a as string) : 'unknown',
    )
  }

  const decided = new Map<Decision, Map<Counted | null, Diagram>>()
  const decisionDiagram = (decision: Decision, scope: Counted | null): Diagram => {
    const about = decision.scope === 'patient' ? null : scope
    const known = decided.get(decision) ?? new Map<Counted | null, Diagram>()
    decided.set(decision, known)
    const made = known.get(about) ?? decideDiagram(decision, about)
    known.set(about, made)
    return made
  }

  const decideDiagram = (decision: Decision, scope: Counted | null): Diagram => {
    const { body } = decision
    switch (body.kind) {
      case 'ranked':
        return body.rules
          .toReversed()
          .reduce<Diagram>(
            (below, rule) =>
              combine([ofCondition(rule.when, scope), below], ([truth, answer]) =>
                truth === 'yes'
                  ? rule.answer
                  : truth === 'no'
                    ? (answer as string)
                    : meet(decision, rule.answer, answer as string),
              ),
            terminal(body.otherwise.answer),
          )
      case 'gate': {
        let so = body.behind ? decisionDiagram(body.behind, null) : terminal('permitted')
        for (const need of body.needs)
          so = combine([ofCondition(need.needs, null), so], ([t, a]) => (t === 'yes' ? (a as string) : 'blocked'))
        for (const limit of body.limits)
          so = combine([ofCondition(limit.when, null), so], ([t, a]) => {
            if (t === 'no' || a === 'blocked') return a as string
            if (t === 'unknown' && limit.atChair) return body.behind ? 'blocked' : (a as string)
            return limit.effect === 'block' ? 'blocked' : 'caution'
          })
        return so
      }
      case 'fold':
        return combine(
          entriesOf(base, body.entry).map((entry) => decisionDiagram(body.each, entry)),
          (answers) => body.join.find((answer) => answers.includes(answer)) ?? body.otherwise.answer,
        )
      default:
        return body satisfies never
    }
  }

  return { variables, ofDecision: (decision) => decisionDiagram(decision, null) }
}

const saysNo: Standing = { known: true, value: { word: 'no' }, date: null, provenance: { source: 'assumed' } }

const stays = (open: Unanswered, world: World): Standing => {
  const standing = standingOf(world, open.fact, open.scope)
  return standing.known ? standing : { ...standing }
}

/** What could be ordered and is not there yet stands in the diagram as one entry of today with nothing known. */
function withHypotheticals(chart: ResolvedChart): ResolvedChart {
  const entries = new Map(chart.entries)
  for (const kind of chart.pathway.entries)
    if (kind.orderable) {
      const imagined: Counted = {
        id: `new-${kind.id}`,
        kind: kind.id,
        date: { lo: chart.asOf, hi: chart.asOf },
        fields: new Map(),
        provenance: { source: 'not yet done' },
      }
      entries.set(kind.id, [imagined, ...(entries.get(kind.id) ?? [])])
    }
  return { ...chart, entries }
}
