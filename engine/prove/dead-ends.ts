import { type Condition, type Day, defaultPolicy, type Pathway } from '@facialis/language'
import { resolve } from '../chart/resolve.ts'
import { couldBeRecorded } from '../local-search/judgements.ts'
import { isWord } from '../plan/layout.ts'
import { planOf } from '../plan/lower.ts'
import type { Plan } from '../plan/plan.ts'
import { asInvariant } from '../symbolic/as-invariant.ts'
import { constantSum } from '../symbolic/bit-vectors.ts'
import { findByRefinement } from '../symbolic/find-by-refinement.ts'
import { type Literal, negate } from '../symbolic/literal.ts'
import { decodeModel, type Somebody } from '../symbolic/somebody.ts'
import { sufficientRows } from '../symbolic/sufficient-rows.ts'
import { dependenciesOf, type SymbolicPlan, symbolicPlan } from '../symbolic/symbolic-plan.ts'
import { createWorld } from '../world/create-world.ts'

/** Something that is open for some people, and what leads on from there. */
export type Impasse = Readonly<{
  id: string
  text: string
  isOpen: Condition
  leadsOn: Condition
  /** What is looked at first: where nobody is stuck in it, that is taken as known here. */
  given: readonly Impasse[]
}>

/**
 * `nobody`: whoever it is open for has something that leads on, which is a proof. `nobody-with-few`: nobody with one or two entries of
 * each kind is stuck; of others it is not known. Somebody: this person is stuck. Null: neither was found out.
 */
export type Stuck = Readonly<{ impasse: Impasse; found: 'nobody' | 'nobody-with-few' | Somebody | null }>

const few = 2
/** Entries of all kinds together: with more of them a question takes longer than anybody waits. */
const most = 400
const patience = 400_000
/** With as many entries as matter a contradiction takes longer. */
const patienceWithAll = 60_000
/** What is not found out in these steps is found out sooner with all entries at once. */
const step = { atATime: 3, rounds: 12, patience: 20_000 }
/** To leave something out is worth less of a wait. */
const quickly = 1_000

/** Of each impasse, whether anybody there could be is stuck in it. */
export function* deadEnds(pathway: Pathway, impasses: readonly Impasse[], asOf: Day): Generator<Stuck> {
  const known = new Map<Impasse, Stuck['found']>()
  const foundIn = (impasse: Impasse): Stuck['found'] => {
    const before = known.get(impasse)
    if (before !== undefined) return before
    const given = impasse.given.map((one) => ({ impasse: one, found: foundIn(one) }))
    const found = stuckIn({ pathway, impasse, given, asOf })
    known.set(impasse, found)
    return found
  }
  for (const impasse of impasses) yield { impasse, found: foundIn(impasse) }
}

type AskedAbout = Readonly<{ pathway: Pathway; impasse: Impasse; given: readonly Stuck[]; asOf: Day }>

function stuckIn(about: AskedAbout): Stuck['found'] {
  const inSteps = stuckInSteps(about)
  if (inSteps === 'nobody') return 'nobody'
  const withFew = stuckWithFew(about)
  if (withFew !== 'nobody') return withFew ?? inSteps
  // Whoever was found has more entries than few.
  if (inSteps !== null) return inSteps
  return isNobodyWithAny(about) ? 'nobody' : 'nobody-with-few'
}

/** What entries come to is left open at first, then looked into where it was thought otherwise. */
function stuckInSteps(about: AskedAbout): ReturnType<typeof findByRefinement> {
  const plan = planFor(about, 'nobody')
  const nodes = [...plan.invariants.flatMap(({ whenever, holds }) => [whenever, holds]), ...plan.assumptions]
  return findByRefinement({
    ...step,
    pathway: about.pathway,
    plan,
    asking: { asOf: about.asOf, policy: {} },
    asked: { nodes, decisions: [] },
    isSuch: stuckAmong,
    isSuchThere: (somebody) => isStuckThere(about, somebody),
    first: { nodes: new Set(), decisions: new Set() },
    near: [],
  })
}

/** Of those with few entries, what is known of them is as good as what is known of everybody. */
function stuckWithFew(about: AskedAbout): Somebody | 'nobody' | null {
  const plan = planFor(about, 'nobody', 'nobody-with-few')
  const rows = rowsFor(plan)
  const among = symbolicPlan(plan, {
    rowsOf: (entryKind) => Math.min(few, (rows[entryKind] as number) + 1),
    isExact: true,
  })
  const isStuck = stuckAmong(among)
  const isSomebody = among.isSatisfiable(isStuck, patience)
  if (isSomebody !== true) return isSomebody === false ? 'nobody' : null
  sparingly(among, isStuck)
  const somebody = decodeModel(among, about.asOf)
  return couldBeRecorded(about.pathway, somebody.chart) && isStuckThere(about, somebody) ? somebody : null
}

function isNobodyWithAny(about: AskedAbout): boolean {
  const plan = planFor(about, 'nobody')
  const rows = rowsFor(plan)
  if (rows.reduce((sum, one) => sum + one, 0) > most) return false
  const all = symbolicPlan(plan, { rowsOf: (entryKind) => rows[entryKind] as number, isExact: false })
  return all.isSatisfiable(stuckAmong(all), patienceWithAll) === false
}

/** What is asked, and after it whatever of what was looked at first came out so. */
function planFor({ pathway, impasse, given }: AskedAbout, ...known: readonly Stuck['found'][]): Plan {
  const taken = given.flatMap(({ impasse, found }) => (known.includes(found) ? [impasse] : []))
  const invariants = [impasse, ...taken].map((one) => ({ ...asInvariant(one.isOpen), holds: one.leadsOn }))
  return planOf({ ...pathway, toProve: { ...pathway.toProve, invariants } })
}

/** By the rules themselves, who are asked of the chart and not of everybody. */
function isStuckThere({ pathway, impasse: { isOpen, leadsOn } }: AskedAbout, { chart, asking }: Somebody): boolean {
  const policy = { ...defaultPolicy(pathway.policy), ...asking.policy }
  const world = createWorld(resolve(pathway, chart, { ...asking, policy }))
  return world.truth(isOpen, null) === 'yes' && world.truth(leadsOn, null) !== 'yes'
}

/** As many entries as matter to what is asked about. Whoever is stuck with more is so with these, and what is known holds of them, too. */
function rowsFor(plan: Plan): readonly number[] {
  const { nodes, decisions } = dependenciesOf(plan, [...promiseOf(plan), ...plan.assumptions], [])
  return sufficientRows(plan, nodes, decisions)
}

const promiseOf = ({ invariants: [asked] }: Plan): readonly [number, number] =>
  asked === undefined ? [0, 0] : [asked.whenever, asked.holds]

/** It is open, nothing leads on, no assumption is broken, and what is known is so. */
function stuckAmong({ plan, logic, truth }: SymbolicPlan): Literal {
  const [isOpen, leadsOn] = promiseOf(plan)
  const { assumptions } = plan.pathway.toProve
  const possible = plan.assumptions.filter((_, i) => assumptions[i]?.about === 'patient')
  const [, ...known] = plan.invariants
  return logic.all([
    truth(isOpen).yes,
    negate(truth(leadsOn).yes),
    ...possible.map((one) => negate(truth(one).no)),
    ...known.map(({ whenever, holds }) => logic.any([negate(truth(whenever).yes), truth(holds).yes])),
  ])
}

/** Leaves somebody found who is still stuck and of whom little is said: no other numbers of a site, few entries, few answers. */
function sparingly({ logic, numbers, sheet, solver, isSatisfiable }: SymbolicPlan, isStuck: Literal): void {
  let so = isStuck
  const without = (statement: Literal): void => {
    const next = logic.all([so, statement])
    if (isSatisfiable(next, quickly) === true) so = next
  }
  const { policies, rows, places } = sheet.asked
  const isUsual = [...policies.values()].flatMap((number) => {
    const [value, usual] = [sheet.policy(number), constantSum(number.default)]
    return [numbers.isAtMost(value, usual), numbers.isAtMost(usual, value)]
  })
  without(logic.all(isUsual))
  for (const { entryKind, row } of [...rows.values()].sort((a, b) => b.row - a.row))
    without(negate(sheet.isThere(entryKind, row)))
  for (const { place, row } of [...places.values()]) {
    const isSaid = solver.isTrue(sheet.isKnown(place, row))
    if (isSaid && (place.entryKind === null || solver.isTrue(sheet.isThere(place.entryKind, row))))
      without(unsaid(sheet, place, row))
  }
  isSatisfiable(so, patience)
}

type Sheet = SymbolicPlan['sheet']
/** What stands where nothing was said: not known, or the word for it. */
function unsaid(sheet: Sheet, place: Parameters<Sheet['words']>[0], row: number): Literal {
  const { fact } = place
  if (!isWord(fact) || !('values' in fact) || !fact.unrecorded || !('word' in fact.unrecorded))
    return negate(sheet.isKnown(place, row))
  return sheet.words(place, row)[fact.values.indexOf(fact.unrecorded.word)] as Literal
}
