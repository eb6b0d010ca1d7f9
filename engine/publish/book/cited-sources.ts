import type { Cite, Passage } from '@facialis/language'
import type { Source } from './book.ts'

/** The sources of a rule, as the left page shows them. */
export const citedSources = (cites: readonly Cite[]): readonly Source[] =>
  cites.map((cite) => (cite.kind === 'passage' ? passageSource(cite) : cite))

export const passageSource = (passage: Passage): Source => ({
  kind: 'passage',
  id: passage.id,
  says: passage.paraphrase,
  strength: passage.strength,
  from: passage.source.title,
  locator: passage.locator,
  dated: passage.source.dated,
  reviewBy: passage.source.reviewBy,
  isNormative: passage.normative,
  isUnverified: passage.unverified,
  isPastReview: false,
})

/** What a reader must not overlook: a rule without a source, or a source that could not be verified. */
export function flagsOf(cites: readonly Cite[], isUnverified = false): readonly string[] {
  const judged = cites.filter((cite) => cite.kind === 'own-judgement').length
  const unverified = cites.filter((cite) => cite.kind === 'passage' && cite.unverified).length
  return [
    ...(isUnverified ? ['unverified rule'] : []),
    ...(unverified > 0 ? [`${unverified} unverified ${unverified === 1 ? 'passage' : 'passages'}`] : []),
    ...(judged === cites.length ? ['own judgement only'] : judged > 0 ? ['with own judgement'] : []),
  ]
}
