import type { Cite, Passage } from '@facialis/language'
import type { Source } from './book.ts'

/** What a rule rests on, as the left page shows it. */
export const citedBy = (cites: readonly Cite[]): readonly Source[] =>
  cites.map((cite) => (cite.kind === 'passage' ? passageShown(cite) : cite))

export const passageShown = (passage: Passage): Source => ({
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

/** What a reader must not overlook: no source at all, or one that nobody could open. */
export function flagsOf(cites: readonly Cite[], isUnverified = false): readonly string[] {
  const judged = cites.filter((cite) => cite.kind === 'own-judgement').length
  const unseen = cites.filter((cite) => cite.kind === 'passage' && cite.unverified).length
  return [
    ...(isUnverified ? ['unverified rule'] : []),
    ...(unseen > 0 ? [`${unseen} unverified ${unseen === 1 ? 'passage' : 'passages'}`] : []),
    ...(judged === cites.length ? ['own judgement only'] : judged > 0 ? ['with own judgement'] : []),
  ]
}
