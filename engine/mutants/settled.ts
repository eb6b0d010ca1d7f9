import type { Asking, Pathway } from '@facialis/language'
import { type Compared, compared } from './compared.ts'
import type { Mutant } from './mutants.ts'
import type { Shown } from './rules.ts'
import { showing } from './showing.ts'

/**
 * Of each mutant, whether it tells everybody there could be the same as the rules, or else somebody it does not. What is
 * the same near the change is not looked at any further; of the rest one thing after the other that people are told, since
 * each by itself asks for fewer entries than all together.
 */
export function* settled(pathway: Pathway, mutants: readonly Mutant[], asking: Asking): Generator<Compared> {
  const open = new Map<Mutant, Set<Shown>>()
  const showsAt = new Map<Shown, Mutant[]>()
  for (const { mutant, at } of showing(pathway, mutants)) {
    if (at.length === 0) {
      yield { mutant, found: 'same' }
      continue
    }
    open.set(mutant, new Set(at))
    for (const shown of at) showsAt.set(shown, [...(showsAt.get(shown) ?? []), mutant])
  }
  const doubtful = new Set<Mutant>()
  for (const [shown, some] of showsAt) {
    const here = some.filter((mutant) => open.has(mutant)).map((mutant) => ({ mutant, at: [shown] }))
    for (const { mutant, found } of compared(pathway, here, asking)) {
      const left = open.get(mutant) as Set<Shown>
      left.delete(shown)
      if (found === null) doubtful.add(mutant)
      const isSomebody = found !== null && found !== 'same'
      if (!isSomebody && left.size > 0) continue
      open.delete(mutant)
      yield { mutant, found: isSomebody ? found : doubtful.has(mutant) ? null : 'same' }
    }
  }
}
