import type { Asking, Pathway } from '@facialis/language'
import { couldBeRecorded } from '../people/judged.ts'
import type { Plan } from '../plan/plan.ts'
import type { Budget } from '../symbolic/find-by-refinement.ts'
import { type Literal, negate } from '../symbolic/literal.ts'
import type { Parts } from '../symbolic/refined-plan.ts'
import { decodeModel, type Somebody } from '../symbolic/somebody.ts'
import { sufficientRows } from '../symbolic/sufficient-rows.ts'
import { dependenciesOf, type SymbolicOptions, type SymbolicPlan, symbolicPlan } from '../symbolic/symbolic-plan.ts'
import { mayDifferClosely } from './closely.ts'
import { somebodyOther } from './further.ts'
import { lookingAt } from './killing.ts'
import { mixed, type Told } from './mixed.ts'
import type { Mutant } from './mutants.ts'
import type { Shown } from './rules.ts'
import type { Showing } from './showing.ts'

/**
 * `same`: everybody is told the same there. Somebody: this person is told something else. Null: neither was found out.
 */
export type Compared = Readonly<{ mutant: Mutant; found: 'same' | Somebody | null }>

/** Whether mutants say the same as the rules wherever they may show, whoever it is. */
export function* compared(pathway: Pathway, mutants: readonly Showing[], asking: Asking): Generator<Compared> {
  let left = mutants
  for (const look of looks) {
    if (left.length === 0) return
    const { plan, told } = mixed(
      pathway,
      left.map((showing) => ({ showing, now: showing.mutant.now, shows: () => showing.at })),
    )
    const open = new Map([...told].map(([{ showing }, all]) => [showing, all]))
    const all = symbolicPlan(plan, look.rows(plan, [...told.values()].flat()))
    const meet = lookingAt(plan)
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
export function comparedFurther(pathway: Pathway, mutant: Mutant, shown: Shown, how: Budget): Compared['found'] {
  const change = { now: mutant.now, shows: () => [shown] }
  const { plan, told } = mixed(pathway, [change])
  const [one] = told.get(change) as readonly [Told]
  const meet = lookingAt(plan)
  const asked = (at: number) => (one.by === 'node' ? { nodes: [at], decisions: [] } : { nodes: [], decisions: [at] })
  const found = somebodyOther({
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
  return mayDifferClosely(plan, sides, (all) => all.logic.any(shows.map((one) => differing(all, one))))
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
