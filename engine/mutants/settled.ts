import type { Asking, Condition, Pathway } from '@facialis/language'
import type { Somebody } from '../symbolic/somebody.ts'
import { isSameClosely, type Two } from './closely.ts'
import { type Compared, compared, comparedFurther } from './compared.ts'
import { isSameFurther } from './further.ts'
import { lookingAt } from './killing.ts'
import { type Matter, mattering } from './mattering.ts'
import { mixed } from './mixed.ts'
import type { Mutant } from './mutants.ts'
import { conditionOf, type Shown } from './rules.ts'
import { climbed, showing } from './showing.ts'

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
 * Of each mutant, whether it tells everybody there could be the same as the rules, or else somebody it does not. Each by
 * itself: what several share is less than what each of them adds to what has to be thought of. What is the same near the
 * change, at last entry by entry, is not looked at any further; of the rest one thing after the other that people are told, since each by itself
 * asks for fewer entries than all together.
 */
export function* settled(pathway: Pathway, mutants: readonly Mutant[], asking: Asking): Generator<Compared> {
  const people: Somebody[] = []
  const matters = mattering(pathway)
  for (const mutant of mutants) {
    const at = [...showing(pathway, [mutant])].flatMap((one) => one.at)
    const before = at.length === 0 ? undefined : foundBefore(pathway, mutant, people)
    if (before) {
      yield { mutant, found: before }
      continue
    }
    const near = at.length === 0 ? at : closer(matters, mutant, at, (two) => isSameClosely(pathway, two))
    let { found, open } = foundIn(
      near,
      (shown) => compared(pathway, [{ mutant, at: [shown] }], asking).next().value?.found ?? null,
    )
    for (const { most, patience } of further) {
      if (found !== null) break
      let looked = 0
      const isSame = (two: Two): boolean => looked++ < most && isSameFurther(pathway, two, { asking, patience })
      open = closer(matters, mutant, open, isSame)
      found = foundIn(open, (shown) => comparedFurther(pathway, mutant, shown, { asking, patience })).found
    }
    if (found !== null && found !== 'same') people.unshift(found)
    yield { mutant, found }
  }
}

/** One place after the other: where it is not found out, somebody may yet be told otherwise elsewhere. */
function foundIn(
  at: readonly Shown[],
  foundAt: (shown: Shown) => Compared['found'],
): Readonly<{ found: Compared['found']; open: readonly Shown[] }> {
  const open: Shown[] = []
  for (const shown of at) {
    const found = foundAt(shown)
    if (found === null) open.push(shown)
    else if (found !== 'same') return { found, open }
  }
  return { found: open.length === 0 ? 'same' : null, open }
}

/** Of where it may show, what is left when what mentions the changed part is looked at entry by entry. */
function closer(
  matters: (condition: Condition) => Matter,
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
  return climbed(mutant, isSameNode).filter((shown) => showing.has(shown))
}

function foundBefore(pathway: Pathway, mutant: Mutant, people: readonly Somebody[]): Somebody | undefined {
  if (people.length === 0) return undefined
  const { plan, told } = mixed(pathway, [mutant])
  const look = lookingAt(plan)
  return people.slice(0, askedFirst).find((somebody) => {
    const { isOther } = look(somebody)
    return told.get(mutant)?.some(isOther)
  })
}
