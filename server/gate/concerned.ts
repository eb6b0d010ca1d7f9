import type { AskedChart } from '@facialis/engine'
import { concerned } from '@facialis/knowledge/other-systems.ts'
import { factsOf } from '@facialis/language'

/** Facts by which somebody is known to be concerned. */
export const concerning: ReadonlySet<string> = new Set([...factsOf(concerned)].map(({ id }) => id))

/**
 * Whether the pathway is this person's, as far as is known: also by a problem on their list that nobody has confirmed, whose
 * facts are `mentioned`.
 */
export const isConcerned = (told: Pick<AskedChart, 'truth'>, mentioned: ReadonlySet<string>): boolean =>
  told.truth(concerned) === 'yes' || [...mentioned].some((fact) => concerning.has(fact))
