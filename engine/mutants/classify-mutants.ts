import type { Asking, Condition, Pathway } from '@facialis/language'
import type { Witness } from '../symbolic/decode-model.ts'
import { checkByRefinement, checkEquivalence, type EquivalenceResult } from './check-equivalence.ts'
import { isEquivalentByRefinement } from './find-difference.ts'
import { isEquivalent, type Two } from './is-equivalent.ts'
import { evaluatePerson } from './killing.ts'
import type { Mutant } from './mutants.ts'
import { observableFrom, observablePlaces } from './observable-places.ts'
import { type Polarity, polarities } from './polarities.ts'
import { conditionOf, type Shown } from './rules.ts'
import { sharedPlan } from './shared-plan.ts'

/** So many of those found last are asked before somebody else is looked for. */
const askedFirst = 40
/**
 * So many conditions above a change are looked into further before what is told is, meeting so many contradictions each
 * time. Which of several entries is the last takes many, and there are few of which it is asked.
 */
const further = [
  { most: 60, patience: 20_000 },
  { most: 12, patience: 400_000 },
] as const

/**
 * Classifies each mutant as equivalent or distinguishable by a person. Mutants are checked one by one, as they share less than each
 * adds to the formula. Parts that are proved equivalent near the change are pruned; the places that remain are checked one by one,
 * since each needs fewer entries than all together.
 */
export function* classifyMutants(
  pathway: Pathway,
  mutants: readonly Mutant[],
  asking: Asking,
): Generator<EquivalenceResult> {
  const people: Witness[] = []
  const matters = polarities(pathway)
  for (const mutant of mutants) {
    const at = [...observablePlaces(pathway, [mutant])].flatMap((one) => one.at)
    const before = at.length === 0 ? undefined : foundBefore(pathway, mutant, people)
    if (before) {
      yield { mutant, found: before }
      continue
    }
    const near = at.length === 0 ? at : narrowed(matters, mutant, at, (two) => isEquivalent(pathway, two))
    let { found, open } = foundIn(
      near,
      (shown) => checkEquivalence(pathway, [{ mutant, at: [shown] }], asking).next().value?.found ?? null,
    )
    for (const { most, patience } of further) {
      if (found !== null) break
      let looked = 0
      const isSame = (two: Two): boolean =>
        looked++ < most && isEquivalentByRefinement(pathway, two, { asking, patience })
      open = narrowed(matters, mutant, open, isSame)
      found = foundIn(open, (shown) => checkByRefinement(pathway, mutant, shown, { asking, patience })).found
    }
    if (found !== null && found !== 'same') people.unshift(found)
    yield { mutant, found }
  }
}

/** One place after the other: where it is not found out, somebody may yet be told otherwise elsewhere. */
function foundIn(
  at: readonly Shown[],
  foundAt: (shown: Shown) => EquivalenceResult['found'],
): Readonly<{ found: EquivalenceResult['found']; open: readonly Shown[] }> {
  const open: Shown[] = []
  for (const shown of at) {
    const found = foundAt(shown)
    if (found === null) open.push(shown)
    else if (found !== 'same') return { found, open }
  }
  return { found: open.length === 0 ? 'same' : null, open }
}

/** Of where it may show, what is left when what mentions the changed part is looked at entry by entry. */
function narrowed(
  matters: (condition: Condition) => Polarity,
  mutant: Mutant,
  at: readonly Shown[],
  isSame: (two: Two) => boolean,
): readonly Shown[] {
  const showing = new Set(at)
  const isSameNode = (node: object): boolean => {
    const before = conditionOf(node)
    const after = before && conditionOf(mutant.now(node))
    return before !== null && after !== null && isSame({ before, after, matters: matters(before) })
  }
  return observableFrom(mutant, isSameNode).filter((shown) => showing.has(shown))
}

function foundBefore(pathway: Pathway, mutant: Mutant, people: readonly Witness[]): Witness | undefined {
  if (people.length === 0) return undefined
  const { plan, told } = sharedPlan(pathway, [mutant])
  const look = evaluatePerson(plan)
  return people.slice(0, askedFirst).find((somebody) => {
    const { isOther } = look(somebody)
    return told.get(mutant)?.some(isOther)
  })
}
