import type { Pathway } from '@facialis/language'
import { planOf } from '../plan/lower.ts'
import type { PlannedDecision } from '../plan/plan.ts'
import { TooWide } from '../prove/diagrams.ts'
import { spaceOf } from '../prove/space.ts'
import { mixedWith } from './killing.ts'
import type { Mutant } from './mutants.ts'

/** More nodes than any decision needs that can be looked at as a whole. */
const limit = 1_500_000
/** So many are looked at in one space. */
const together = 12

/**
 * Of each mutant, whether every decision says the same as before in every state there could be; null where the mistake is
 * in a decision that looks at too much at once. `false` says that some state differs, which may be one that no chart can have.
 */
export function* equivalence(
  pathway: Pathway,
  mutants: readonly Mutant[],
): Generator<Readonly<{ mutant: Mutant; same: boolean | null }>> {
  const wide = new Set(pathway.toProve.wide.map(({ id }) => id))
  const isNarrow = (mutant: Mutant): boolean => [...mutant.decisions()].every((id) => !wide.has(id))
  for (const mutant of mutants) if (!isNarrow(mutant)) yield { mutant, same: null }
  const narrow = mutants.filter(isNarrow)
  for (let from = 0; from < narrow.length; from += together) {
    const batch = narrow.slice(from, from + together)
    const { mixed, changed } = mixedWith(pathway, batch, 'answers')
    const plan = planOf(mixed)
    const space = spaceOf(plan, limit)
    const at = (is: (planned: PlannedDecision) => boolean): number => plan.decisions.findIndex(is)
    for (const [i, mutant] of batch.entries()) {
      const where = mutant.decisions()
      const mistaken = (changed[i]?.decisions ?? []).filter(({ id }) => where.has(id))
      yield {
        mutant,
        same: within(() =>
          mistaken.every(
            (decision) =>
              space.decision(at((one) => one.decision.id === decision.id)) ===
              space.decision(at((one) => one.decision === decision)),
          ),
        ),
      }
    }
  }
}

/** Null where more nodes are needed than there may be. */
function within(compare: () => boolean): boolean | null {
  try {
    return compare()
  } catch (error) {
    if (error instanceof TooWide) return null
    throw error
  }
}
