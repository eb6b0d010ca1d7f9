import type { Asking, Pathway } from '@facialis/language'
import { couldBeRecorded } from '../local-search/judgements.ts'
import type { Plan } from '../plan/plan.ts'
import { decodeModel, type Witness } from '../symbolic/decode-model.ts'
import type { Budget } from '../symbolic/find-by-refinement.ts'
import { type Literal, negate } from '../symbolic/literal.ts'
import type { Parts } from '../symbolic/refined-plan.ts'
import { sufficientRows } from '../symbolic/sufficient-rows.ts'
import { dependenciesOf, type SymbolicOptions, type SymbolicPlan, symbolicPlan } from '../symbolic/symbolic-plan.ts'
import { findDifference } from './find-difference.ts'
import { mayDiffer } from './is-equivalent.ts'
import { evaluatePerson } from './killing.ts'
import type { Mutant } from './mutants.ts'
import type { ObservablePlaces } from './observable-places.ts'
import type { Shown } from './rules.ts'
import { sharedPlan, type Told } from './shared-plan.ts'

/** `same`: equivalent for every chart. A person: a counter-example. Null: undecided. */
export type EquivalenceResult = Readonly<{ mutant: Mutant; found: 'same' | Witness | null }>

/** Checks mutants for equivalence with the original at every place where they may be observable. */
export function* checkEquivalence(
  pathway: Pathway,
  mutants: readonly ObservablePlaces[],
  asking: Asking,
): Generator<EquivalenceResult> {
  let left = mutants
  for (const look of looks) {
    if (left.length === 0) return
    const { plan, told } = sharedPlan(
      pathway,
      left.map((showing) => ({ showing, now: showing.mutant.now, shows: () => showing.at })),
    )
    const open = new Map([...told].map(([{ showing }, all]) => [showing, all]))
    const all = symbolicPlan(plan, look.rows(plan, [...told.values()].flat()))
    const meet = evaluatePerson(plan)
    for (const [showing, shows] of [...open]) {
      if (!open.has(showing)) continue
      const isOther = all.isSatisfiable(all.logic.any(shows.map((one) => differing(all, one))), look.patience)
      if (isOther === false && look.isEverybody) {
        open.delete(showing)
        yield { mutant: showing.mutant, found: 'same' }
      }
      if (isOther !== true || !look.isPerson) continue
      const somebody = decodeModel(all, asking.asOf)
      if (!couldBeRecorded(pathway, somebody.chart)) continue
      // Whoever is found for one may be told something else by others, too.
      const { isOther: isToldOther } = meet(somebody)
      for (const [other, theirs] of [...open]) {
        if (!theirs.some(isToldOther)) continue
        open.delete(other)
        yield { mutant: other.mutant, found: somebody }
      }
    }
    if (look.thenClosely)
      for (const [showing, shows] of [...open]) {
        if (isOtherClosely(plan, shows) !== false) continue
        open.delete(showing)
        yield { mutant: showing.mutant, found: 'same' }
      }
    left = [...open.keys()]
  }
  for (const { mutant } of left) yield { mutant, found: null }
}

/** The same of one place where a mutant may show, however long it takes to look into one thing after the other. */
export function checkByRefinement(
  pathway: Pathway,
  mutant: Mutant,
  shown: Shown,
  how: Budget,
): EquivalenceResult['found'] {
  const change = { now: mutant.now, shows: () => [shown] }
  const { plan, told } = sharedPlan(pathway, [change])
  const [one] = told.get(change) as readonly [Told]
  const meet = evaluatePerson(plan)
  const asked = (at: number) => (one.by === 'node' ? { nodes: [at], decisions: [] } : { nodes: [], decisions: [at] })
  const found = findDifference({
    ...how,
    pathway,
    plan,
    sides: [asked(one.own), asked(one.changed)],
    differing: (all) => differing(all, one),
    isOther: (somebody) => meet(somebody).isOther(one),
  })
  return found === 'nobody' ? 'same' : found
}

function isOtherClosely(plan: Plan, shows: readonly Told[]): boolean | null {
  const sides = [partsUnder(plan, shows, 'own'), partsUnder(plan, shows, 'changed')] as const
  return mayDiffer(plan, sides, (all) => all.logic.any(shows.map((one) => differing(all, one))))
}

function partsUnder(plan: Plan, shows: readonly Told[], side: 'own' | 'changed'): Parts {
  const asked = (by: Told['by']): readonly number[] => shows.flatMap((one) => (one.by === by ? [one[side]] : []))
  return dependenciesOf(plan, asked('node'), asked('decision'))
}

type Look = Readonly<{
  rows: (plan: Plan, told: readonly Told[]) => SymbolicOptions
  /** How many contradictions are met before one question is given up. */
  patience: number
  /** Nobody is left out, so that what nobody is told otherwise is the same. */
  isEverybody: boolean
  /** Whoever is found can be met. */
  isPerson: boolean
  /** Of whom nobody is found then, the parts that differ are looked at by themselves. */
  thenClosely?: boolean
}>

/**
 * Quick ones first: what several entries come to is left open; then people with few entries; then with as many as matter.
 * What a count or sum comes to rests on every entry: whoever is found without knowing it may not be met, and is looked
 * for again.
 */
const looks: readonly Look[] = [
  {
    rows: () => ({ rowsOf: () => null, isExact: false }),
    patience: 5_000,
    isEverybody: true,
    isPerson: false,
  },
  {
    rows: (plan, told) => withAtMost(2, enoughFor(plan, told)),
    patience: 5_000,
    isEverybody: false,
    isPerson: true,
    thenClosely: true,
  },
  { rows: enoughFor, patience: 10_000, isEverybody: true, isPerson: true },
  { rows: (plan, told) => withAtMost(5, enoughFor(plan, told)), patience: 10_000, isEverybody: false, isPerson: true },
]

const withAtMost = (most: number, { rowsOf }: SymbolicOptions): SymbolicOptions => ({
  rowsOf: (entryKind) => Math.min(most, (rowsOf(entryKind) as number) + most - 1),
  isExact: true,
})

function enoughFor(plan: Plan, told: readonly Told[]): SymbolicOptions {
  const asked = (by: Told['by']): readonly number[] =>
    told.flatMap((one) => (one.by === by ? [one.own, one.changed] : []))
  const { nodes, decisions } = dependenciesOf(plan, asked('node'), asked('decision'))
  const enough = sufficientRows(plan, nodes, decisions)
  return { rowsOf: (entryKind) => enough[entryKind] as number, isExact: false }
}

/** It is told otherwise: an answer, or whether it is there. */
function differing({ logic, answers, truth }: SymbolicPlan, { by, own, changed }: Told): Literal {
  if (by === 'node') return logic.xor(truth(own).yes, truth(changed).yes)
  const after = answers(changed)
  return logic.any(answers(own).map((so, answer) => logic.all([so, negate(after[answer] as Literal)])))
}
