import type { Asking, Pathway } from '@facialis/language'
import { isSameClosely } from './closely.ts'
import { type Compared, compared } from './compared.ts'
import { lookingAt, type Somebody } from './killing.ts'
import { mixed } from './mixed.ts'
import type { Mutant } from './mutants.ts'
import { conditionOf, type Shown } from './rules.ts'
import { climbed, showing } from './showing.ts'

/** So many of those found last are asked before somebody else is looked for. */
const askedFirst = 40

/**
 * Of each mutant, whether it tells everybody there could be the same as the rules, or else somebody it does not. Each by
 * itself: what several share is less than what each of them adds to what has to be thought of. What is the same near the
 * change, at last entry by entry, is not looked at any further; of the rest one thing after the other that people are told, since each by itself
 * asks for fewer entries than all together.
 */
export function* settled(pathway: Pathway, mutants: readonly Mutant[], asking: Asking): Generator<Compared> {
  const people: Somebody[] = []
  for (const mutant of mutants) {
    const at = [...showing(pathway, [mutant])].flatMap((one) => one.at)
    const before = at.length === 0 ? undefined : foundBefore(pathway, mutant, people)
    if (before) {
      yield { mutant, found: before }
      continue
    }
    let found: Compared['found'] = 'same'
    for (const shown of at.length === 0 ? at : closer(pathway, mutant, at)) {
      const [one] = compared(pathway, [{ mutant, at: [shown] }], asking)
      if (one?.found === 'same') continue
      // Somebody may yet be told otherwise elsewhere.
      found = one?.found ?? null
      if (found !== null) break
    }
    if (found !== null && found !== 'same') people.unshift(found)
    yield { mutant, found }
  }
}

/** Of where it may show, what is left when what mentions the changed part is looked at entry by entry. */
function closer(pathway: Pathway, mutant: Mutant, at: readonly Shown[]): readonly Shown[] {
  const showing = new Set(at)
  const isSame = (node: object): boolean => {
    const before = conditionOf(node)
    const after = before && conditionOf(mutant.now(node))
    return before !== null && after !== null && isSameClosely(pathway, before, after)
  }
  return climbed(mutant, isSame).filter((shown) => showing.has(shown))
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
