import type { Passage } from '@facialis/language'
import * as causes from './causes.ts'
import * as corrections from './corrections.ts'
import * as differential from './differential.ts'
import * as guidance from './guidance.ts'
import * as imaging from './imaging.ts'
import * as labels from './labels.ts'
import * as monitoring from './monitoring.ts'
import * as phenotype from './phenotype.ts'
import * as scales from './scales.ts'
import * as seed from './seed.ts'
import * as surgeryCandidates from './surgery-candidates.ts'
import * as surgeryRelief from './surgery-relief.ts'
import * as surgeryResults from './surgery-results.ts'
import * as tablets from './tablets.ts'
import * as teaching from './teaching.ts'
import * as toxinEffect from './toxin-effect.ts'
import * as toxinSideEffects from './toxin-side-effects.ts'
import * as vessels from './vessels.ts'

export * from './causes.ts'
export * from './corrections.ts'
export * from './differential.ts'
export * from './guidance.ts'
export * from './imaging.ts'
export * from './labels.ts'
export * from './monitoring.ts'
export * from './phenotype.ts'
export * from './scales.ts'
export * from './seed.ts'
export * from './surgery-candidates.ts'
export * from './surgery-relief.ts'
export * from './surgery-results.ts'
export * from './tablets.ts'
export * from './teaching.ts'
export * from './toxin-effect.ts'
export * from './toxin-side-effects.ts'
export * from './vessels.ts'

/** Every chapter of passages, the seed page and what corrects it first; a chapter may be more than one file. */
export const chapters: readonly Readonly<Record<string, unknown>>[] = [
  seed,
  corrections,
  phenotype,
  differential,
  causes,
  imaging,
  vessels,
  scales,
  labels,
  { ...toxinEffect, ...toxinSideEffects, ...tablets },
  { ...surgeryResults, ...surgeryRelief, ...surgeryCandidates },
  monitoring,
  guidance,
  teaching,
]

const isPassage = (value: unknown): value is Passage =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'passage'

// A module lists its names in alphabetical order, so S10 would stand before S2.
const byNumber = new Intl.Collator('en', { numeric: true })

/** Every passage there is, chapter by chapter. */
export const passages: readonly Passage[] = chapters.flatMap((chapter) =>
  Object.values(chapter)
    .filter(isPassage)
    .sort((a, b) => byNumber.compare(a.id, b.id)),
)
