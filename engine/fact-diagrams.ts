import type { Condition, Screen } from '@facialis/language'
import { openWorld } from './decide.ts'
import type { Diagram, NodeTable, Variable } from './diagram-nodes.ts'
import { dictionaryOf } from './dictionary.ts'
import { valuesWorthTrying } from './domain.ts'
import {
  type Counted,
  keyOf,
  type Probe,
  type ResolvedChart,
  type Standing,
  standingOf,
  type Unanswered,
  type World,
} from './world.ts'

/** More open facts than this in one comparison are left open: it is then settled by none of them. */
const mostInOneComparison = 3

type Membership =
  | Readonly<{ set: null; known: Diagram; members: readonly Diagram[] }>
  | Readonly<{ set: Variable; known: null; members: readonly Diagram[] }>

/** Diagrams of single facts: what a condition is for each value an unknown fact could take. */
export function factDiagrams(base: ResolvedChart, table: NodeTable) {
  const world: World = openWorld(base)
  const { screensOf } = dictionaryOf(base.pathway)

  /** One diagram per branch of a variable, put in order whatever they mention themselves. */
  const choose = (variable: Variable, branches: readonly Diagram[]): Diagram => {
    const chooser = table.branching(
      variable.index,
      branches.map((_, i) => table.terminal(`#${i}`)),
    )
    return table.combine(
      'choose',
      [chooser, ...branches],
      ([index, ...values]) => values[Number((index as string).slice(1))] as string,
    )
  }
  const factVariable = (open: Unanswered): Variable =>
    table.variable(open.key, () => ({
      fact: open.fact.id,
      unanswered: open,
      cost: open.fact.cost,
      values: valuesWorthTrying(open.fact, world),
    }))
  const screenVariable = (screen: Screen): Variable =>
    table.variable(`screen.${screen.id}`, () => ({
      fact: `screen.${screen.id}`,
      unanswered: null,
      cost: screen.cost,
      values: [saysNo],
    }))

  const over = (open: Unanswered, of: (standing: Standing) => Diagram): Diagram => {
    const variable = factVariable(open)
    const standing = standingOf(base, open.fact, open.scope)
    const own = choose(variable, [...variable.values.map(of), of(standing)])
    // A list asked today does not answer what is marked as not known today.
    const marked = !standing.known && (standing.why === 'conflicting' || standing.date?.hi === base.asOf)
    if (open.scope || marked) return own
    return screensOf(open.fact).reduce((so, screen) => choose(screenVariable(screen), [of(saysNo), so]), own)
  }

  const leaf = (condition: Condition, scope: Counted | null): Diagram => {
    const expand = (assumed: ReadonlyMap<string, Standing>): Diagram => {
      const probe: Probe = { assumed, met: new Map(), vague: new Map() }
      const truth = openWorld({ ...base, probe }).truth(condition, scope)
      // What only a vague date leaves open, a more exact one settles.
      const open = first(probe.met) ?? (truth === 'unknown' ? first(probe.vague) : undefined)
      if (!open || assumed.size >= mostInOneComparison) return table.terminal(truth)
      return over(open, (standing) => expand(new Map(assumed).set(open.key, standing)))
    }
    return expand(new Map())
  }

  /** A set is one question whose answer says of every member whether it is in: the members cost nothing more. */
  const membership = (condition: Extract<Condition, { kind: 'has' }>, scope: Counted | null): Membership => {
    const { fact, members } = condition
    if (standingOf(base, fact, scope).known)
      return { set: null, known: table.terminal(world.truth(condition, scope)), members: [] }
    const set = factVariable({ key: keyOf(fact, scope), fact, scope })
    const within = members.map((member) =>
      table.variable(`${keyOf(fact, scope)} has ${member}`, () => ({ ...set, cost: 0 })),
    )
    return {
      set,
      known: null,
      members: within.map(({ index }) => table.branching(index, [table.terminal('yes'), table.terminal('no')])),
    }
  }

  /**
   * Lists first, then facts about the person, then fields of entries: what many rules share (a scan) then stands
   * below what each rule has for itself (a red flag), and diagrams stay small.
   */
  const declare = (): void => {
    const listed = base.pathway.screens.flatMap((screen) => screen.facts)
    for (const fact of new Set([...listed, ...base.pathway.facts])) {
      if (fact.type === 'text' || standingOf(base, fact, null).known) continue
      for (const screen of screensOf(fact)) screenVariable(screen)
      factVariable({ key: fact.id, fact, scope: null })
    }
  }

  return { leaf, membership, choose, declare }
}

const first = <T>(of: ReadonlyMap<string, T>): T | undefined => of.values().next().value

const saysNo: Standing = { known: true, value: { word: 'no' }, date: null, provenance: { source: 'assumed' } }
