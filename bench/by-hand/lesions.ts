import { type AssessedStudy, adequateWithoutContrast } from './adequacy.ts'
import { before } from './days.ts'
import { latestDate } from './entries.ts'
import type { Findings } from './findings.ts'
import type { Person } from './person.ts'
import type { Study } from './studies.ts'
import { all, any, anyOf, is, no, not, type Truth, type Word, yes } from './truth.ts'

export type Read = 'open' | 'positive' | 'cleared'
/** One answer to each of the four questions about a lesion. */
export type FourReads = Readonly<{ tumour: Read; malformation: Read; demyelination: Read; other: Read }>

/** Any study that shows a lesion outweighs every study that does not. */
export function readsOf(studies: readonly AssessedStudy[], openFlag: Truth): FourReads {
  let tumour: Read = 'open'
  let malformation: Read = 'open'
  let demyelination: Read = 'open'
  let other: Read = 'open'
  for (const { study, adequacy } of studies) {
    const forTumour = any(adequacy.tumour, all(adequateWithoutContrast(study), not(openFlag)))
    tumour = beside(tumour, study, { seen: study.masses, enough: forTumour })
    malformation = beside(malformation, study, { seen: study.malformations, enough: adequacy.malformation })
    demyelination = beside(demyelination, study, { seen: study.plaques, enough: adequacy.demyelination })
    other = beside(other, study, { seen: study.others, enough: adequacy.other })
  }
  return { tumour, malformation, demyelination, other }
}

/** What earlier studies said, and one more. */
function beside(earlier: Read, { usable }: Study, one: Readonly<{ seen: Findings; enough: Truth }>): Read {
  if (earlier === 'positive' || one.seen.found === yes) return 'positive'
  return one.seen.found === no && one.enough === yes && usable === yes ? 'cleared' : earlier
}

/** A signed read concludes that a lesion is not excluded, and no later read excludes it. */
export function notExcluded(studies: readonly Study[]): Truth {
  if (studies.length === 0) return no
  const lastExcluding = latestDate(studies, (study) => concludes(study, 'yes'))
  return anyOf(studies, (study) => all(concludes(study, 'no'), not(before(study.date, lastExcluding))))
}
const concludes = ({ modality, signed, lesionExcluded }: Study, conclusion: 'yes' | 'no'): Truth =>
  all(is(modality, 'mri'), signed, is(lesionExcluded, conclusion))

const isListed = (known: Word): Truth => is(known, 'present', 'present-possible', 'present-causal')

/** Ruled out by the studies, unless the problem list, an open red flag or a reader's conclusion says otherwise. */
function ruleOut(known: Word, read: Read, reopened: Truth): Read {
  const listed = isListed(known)
  if (listed === yes || read === 'positive') return 'positive'
  if (listed !== no || reopened !== no) return 'open'
  return read
}

export function ruleOutsOf(person: Person, reads: FourReads, reopened: Truth): FourReads {
  return {
    tumour: ruleOut(person.knownTumour, reads.tumour, reopened),
    malformation: ruleOut(person.knownMalformation, reads.malformation, reopened),
    demyelination: ruleOut(person.knownDemyelination, reads.demyelination, reopened),
    other: ruleOut(person.knownOtherLesion, reads.other, reopened),
  }
}

export const allCleared = ({ tumour, malformation, demyelination, other }: FourReads): boolean =>
  tumour === 'cleared' && malformation === 'cleared' && demyelination === 'cleared' && other === 'cleared'
export const anyIs = ({ tumour, malformation, demyelination, other }: FourReads, read: Read): boolean =>
  tumour === read || malformation === read || demyelination === read || other === read

/** Some lesion was judged to be the cause, or possibly so. */
export const anyCausal = (person: Person, studies: readonly Study[]): Truth =>
  any(
    isBlamed(person.knownTumour),
    isBlamed(person.knownMalformation),
    isBlamed(person.knownDemyelination),
    isBlamed(person.knownOtherLesion),
    anyOf(studies, ({ masses, malformations, plaques, others }) =>
      any(masses.causal, malformations.causal, plaques.causal, others.causal),
    ),
  )
const isBlamed = (known: Word): Truth => is(known, 'present-possible', 'present-causal')

/** Some lesion is on record that nobody who may has judged. */
export const anyUnjudged = (person: Person, studies: readonly Study[]): Truth =>
  any(
    is(person.knownTumour, 'present'),
    is(person.knownMalformation, 'present'),
    is(person.knownDemyelination, 'present'),
    is(person.knownOtherLesion, 'present'),
    anyOf(studies, ({ masses, malformations, plaques, others }) =>
      any(masses.unjudged, malformations.unjudged, plaques.unjudged, others.unjudged),
    ),
  )

/** A line of the problem list that nobody can read is no line that is not there. */
export const noLesionListed = (person: Person): Truth =>
  all(
    isOff(person.knownTumour),
    isOff(person.knownMalformation),
    isOff(person.knownDemyelination),
    isOff(person.knownOtherLesion),
  )
const isOff = (known: Word): Truth => is(known, 'not-listed', 'no', 'present-unrelated')
