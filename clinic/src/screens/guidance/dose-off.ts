import type { Cite, Passage, PolicyNumber } from '@facialis/language'

/** A passage that nobody could verify and that names a dose is not shown: its figure could be taken for advice. */
export const isDoseOff = (passage: Passage): boolean =>
  passage.unverified && /\d\s?(U|units)\b/.test(passage.paraphrase)

const stands = (cite: Cite): boolean => cite.kind === 'passage' && !cite.unverified

/** A number in units of a product with nothing verified behind it. It works as a limit; its figure is not shown. */
export const isNumberOff = (number: PolicyNumber): boolean => number.unit === 'U' && !number.because.some(stands)
