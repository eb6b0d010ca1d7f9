import { all, any, is, no, not, type Truth, unknown, type Word, yes } from './truth.ts'

/** Who judged what was found, and whether a neuroradiologist looked at it. */
type Judge = Readonly<{ relevanceBy: Word; judged: Truth; neuroradiologist: Truth }>

/** What a study says to one question about a lesion. */
export type Findings = Readonly<{
  /** Something is there, and no judgement that stands calls it unrelated; where this is no, the question is clear. */
  found: Truth
  /** Judged to be the cause, or possibly so, by somebody who may. */
  causal: Truth
  /** There, and nobody who may has judged it, or it was called unrelated and no neuroradiologist has looked. */
  unjudged: Truth
}>

const nothing: Findings = { found: no, causal: no, unjudged: no }

export function findingsOf(words: readonly Word[], { relevanceBy, judged, neuroradiologist }: Judge): Findings {
  let present: Truth = no
  let blamed: Truth = no
  let unrelated: Truth = no
  for (const word of words)
    switch (word) {
      case null:
        present = any(present, unknown)
        blamed = any(blamed, unknown)
        unrelated = any(unrelated, unknown)
        break
      case 'present':
        present = yes
        break
      case 'present-possible':
      case 'present-causal':
        blamed = yes
        break
      case 'present-unrelated':
        unrelated = yes
        break
    }
  if (present === no && blamed === no && unrelated === no) return nothing
  return {
    found: any(present, blamed, all(unrelated, not(all(judged, neuroradiologist)))),
    causal: all(blamed, judged),
    unjudged: any(
      present,
      all(any(blamed, unrelated), is(relevanceBy, 'not-stated', 'other')),
      all(unrelated, judged, not(neuroradiologist)),
    ),
  }
}
