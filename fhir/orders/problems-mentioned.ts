import type { Pathway } from '@facialis/language'
import type { Resource } from '../read/resources.ts'
import { codeOf } from '../terms/concept.ts'
import { termsOf } from '../terms/terminology-index.ts'

/** Ids of facts that problems on the list speak of by their codes, unless they were refuted. */
export function mentionedIn(resources: readonly Resource[], pathway: Pathway): ReadonlySet<string> {
  const terms = termsOf(pathway)
  const problems = resources.filter(
    ({ resourceType, verificationStatus }) =>
      resourceType === 'Condition' && !['refuted', 'entered-in-error'].includes(codeOf(verificationStatus) ?? ''),
  )
  return new Set(problems.flatMap(({ code }) => terms.meaningsOf('Condition', code).states.map(({ fact }) => fact.id)))
}
