import { type Condition, type Day, defaultPolicy, type Pathway } from '@facialis/language'
import { resolve } from '../chart/resolve.ts'
import { couldBeRecorded } from '../local-search/judgements.ts'
import { isWord } from '../plan/layout.ts'
import { planOf } from '../plan/lower.ts'
import type { Plan } from '../plan/plan.ts'
import { asInvariant } from '../symbolic/as-invariant.ts'
import { constantSum } from '../symbolic/bit-vectors.ts'
import { decodeModel, type Witness } from '../symbolic/decode-model.ts'
import { findByRefinement } from '../symbolic/find-by-refinement.ts'
import { type Literal, negate } from '../symbolic/literal.ts'
import { sufficientRows } from '../symbolic/sufficient-rows.ts'
import { dependenciesOf, type SymbolicPlan, symbolicPlan } from '../symbolic/symbolic-plan.ts'
import { createWorld } from '../world/create-world.ts'

/** A state in which people may be stuck, and the steps that lead out of it. */
export type Impasse = Readonly<{
  id: string
  text: string
  isOpen: Condition
  leadsOn: Condition
  /** Searched first; where nobody is stuck in it, that is assumed here. */
  given: readonly Impasse[]
}>

/**
 * `nobody`: a proof that a step leads on for everybody in this state. `nobody-with-few`: the same for people with at most
 * two entries of each kind; for others it is unknown. A witness: this person is stuck. Null: the search gave up.
 */
export type DeadEndResult = Readonly<{ impasse: Impasse; found: 'nobody' | 'nobody-with-few' | Witness | null }>

const fewEntries = 2
/** Entries of all kinds together: with more of them a query takes too long. */
const maxEntries = 400
const patience = 400_000
/** With as many entries as are sufficient, each conflict takes longer. */
const patienceWithAll = 60_000
/** Beyond these limits, encoding all entries at once is faster. */
const refinement = { batchSize: 3, rounds: 12, patience: 20_000 }
/** Minimising a model is worth less time. */
const minimisePatience = 1_000

/** For each impasse, whether any possible person is stuck in it. */
export function* deadEnds(pathway: Pathway, impasses: readonly Impasse[], asOf: Day): Generator<DeadEndResult> {
  const known = new Map<Impasse, DeadEndResult['found']>()
  const foundIn = (impasse: Impasse): DeadEndResult['found'] => {
    const before = known.get(impasse)
    if (before !== undefined) return before
    const given = impasse.given.map((one) => ({ impasse: one, found: foundIn(one) }))
    const found = searchImpasse({ pathway, impasse, given, asOf })
    known.set(impasse, found)
    return found
  }
  for (const impasse of impasses) yield { impasse, found: foundIn(impasse) }
}

type DeadEndQuery = Readonly<{ pathway: Pathway; impasse: Impasse; given: readonly DeadEndResult[]; asOf: Day }>

function searchImpasse(about: DeadEndQuery): DeadEndResult['found'] {
  const inSteps = searchByRefinement(about)
  if (inSteps === 'nobody') return 'nobody'
  const withFew = searchWithFewEntries(about)
  if (withFew !== 'nobody') return withFew ?? inSteps
  // The witness has more than a few entries.
  if (inSteps !== null) return inSteps
  return isNobodyWithAnyEntries(about) ? 'nobody' : 'nobody-with-few'
}

/** Aggregates over entries are abstracted at first, and refined where the abstraction was spurious. */
function searchByRefinement(about: DeadEndQuery): ReturnType<typeof findByRefinement> {
  const plan = planFor(about, 'nobody')
  const nodes = [...plan.invariants.flatMap(({ whenever, holds }) => [whenever, holds]), ...plan.assumptions]
  return findByRefinement({
    ...refinement,
    pathway: about.pathway,
    plan,
    asking: { asOf: about.asOf, policy: {} },
    query: { nodes, decisions: [] },
    encode: encodeStuck,
    isConfirmed: (somebody) => isStuckWhenEvaluated(about, somebody),
    refinedFirst: { nodes: new Set(), decisions: new Set() },
    near: [],
  })
}

/** Searches only people with few entries, so results about such people may be assumed as well. */
function searchWithFewEntries(about: DeadEndQuery): Witness | 'nobody' | null {
  const plan = planFor(about, 'nobody', 'nobody-with-few')
  const rows = rowsFor(plan)
  const among = symbolicPlan(plan, {
    rowsOf: (entryKind) => Math.min(fewEntries, (rows[entryKind] as number) + 1),
    isExact: true,
  })
  const isStuck = encodeStuck(among)
  const isSomebody = among.isSatisfiable(isStuck, patience)
  if (isSomebody !== true) return isSomebody === false ? 'nobody' : null
  minimiseModel(among, isStuck)
  const somebody = decodeModel(among, about.asOf)
  return couldBeRecorded(about.pathway, somebody.chart) && isStuckWhenEvaluated(about, somebody) ? somebody : null
}

function isNobodyWithAnyEntries(about: DeadEndQuery): boolean {
  const plan = planFor(about, 'nobody')
  const rows = rowsFor(plan)
  if (rows.reduce((sum, one) => sum + one, 0) > maxEntries) return false
  const all = symbolicPlan(plan, { rowsOf: (entryKind) => rows[entryKind] as number, isExact: false })
  return all.isSatisfiable(encodeStuck(all), patienceWithAll) === false
}

/** The plan of the impasse, followed by the given ones with these results. */
function planFor({ pathway, impasse, given }: DeadEndQuery, ...known: readonly DeadEndResult['found'][]): Plan {
  const taken = given.flatMap(({ impasse, found }) => (known.includes(found) ? [impasse] : []))
  const invariants = [impasse, ...taken].map((one) => ({ ...asInvariant(one.isOpen), holds: one.leadsOn }))
  return planOf({ ...pathway, toProve: { ...pathway.toProve, invariants } })
}

/** Checks the witness with the evaluator. */
function isStuckWhenEvaluated(
  { pathway, impasse: { isOpen, leadsOn } }: DeadEndQuery,
  { chart, asking }: Witness,
): boolean {
  const policy = { ...defaultPolicy(pathway.policy), ...asking.policy }
  const world = createWorld(resolve(pathway, chart, { ...asking, policy }))
  return world.truth(isOpen, null) === 'yes' && world.truth(leadsOn, null) !== 'yes'
}

/** A sufficient number of entries of each kind: whoever is stuck with more is also stuck with these, and the given results still hold. */
function rowsFor(plan: Plan): readonly number[] {
  const { nodes, decisions } = dependenciesOf(plan, [...queryNodes(plan), ...plan.assumptions], [])
  return sufficientRows(plan, nodes, decisions)
}

const queryNodes = ({ invariants: [asked] }: Plan): readonly [number, number] =>
  asked === undefined ? [0, 0] : [asked.whenever, asked.holds]

/** The impasse applies, nothing leads on, the assumptions hold, and so do the given results. */
function encodeStuck({ plan, logic, truth }: SymbolicPlan): Literal {
  const [isOpen, leadsOn] = queryNodes(plan)
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
function minimiseModel({ logic, numbers, sheet, solver, isSatisfiable }: SymbolicPlan, isStuck: Literal): void {
  let so = isStuck
  const without = (statement: Literal): void => {
    const next = logic.all([so, statement])
    if (isSatisfiable(next, minimisePatience) === true) so = next
  }
  const { policies, rows, places } = sheet.read
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
      without(encodeUnrecorded(sheet, place, row))
  }
  isSatisfiable(so, patience)
}

type Sheet = SymbolicPlan['sheet']
/** What stands where nothing was said: not known, or the word for it. */
function encodeUnrecorded(sheet: Sheet, place: Parameters<Sheet['words']>[0], row: number): Literal {
  const { fact } = place
  if (!isWord(fact) || !('values' in fact) || !fact.unrecorded || !('word' in fact.unrecorded))
    return negate(sheet.isKnown(place, row))
  return sheet.words(place, row)[fact.values.indexOf(fact.unrecorded.word)] as Literal
}
