import { before, onOrAfter, type When } from './days.ts'
import { latestDate } from './entries.ts'
import type { Person } from './person.ts'
import {
  type Adequacy,
  adequacyOf,
  adequateWithoutContrast,
  clear,
  clearsAllWithContrast,
  clearsArteries,
  doesNotExclude,
  excludesLesion,
  found,
  isTheCause,
  isUnjudged,
  type Study,
  usable,
} from './studies.ts'
import { all, any, anyOf, is, no, not, type Truth, type Word, yes } from './truth.ts'

export type Read = 'open' | 'positive' | 'cleared'
/** One answer to each of the four questions about a lesion. */
export type FourReads = Readonly<{ tumour: Read; malformation: Read; demyelination: Read; other: Read }>

/** The studies beside what each of them is adequate for. */
export type AssessedStudy = Readonly<{ study: Study; adequacy: Adequacy; clearsAll: Truth }>

export function assessed(studies: readonly Study[]): readonly AssessedStudy[] {
  const arteries = anyOf(studies, clearsArteries)
  return studies.map((study) => {
    const adequacy = adequacyOf(study, arteries)
    return { study, adequacy, clearsAll: clearsAllWithContrast(study, adequacy) }
  })
}

/** Whether a contrast MRI that clears every lesion was made on a day or since. */
export const clearedSince = (studies: readonly AssessedStudy[], day: When): Truth =>
  anyOf(studies, ({ study, clearsAll }) => (clearsAll === no ? no : all(clearsAll, onOrAfter(study.date, day))))

/** Any study that shows a lesion outweighs every study that does not. */
export function readsOf(studies: readonly AssessedStudy[], openFlag: Truth): FourReads {
  const noOpenFlag = not(openFlag)
  const over = (of: (study: AssessedStudy) => Read): Read => {
    let read: Read = 'open'
    for (const study of studies) {
      const one = of(study)
      if (one === 'positive') return 'positive'
      if (one === 'cleared') read = 'cleared'
    }
    return read
  }
  const read = (study: Study, findings: readonly Word[], enough: Truth): Read => {
    const isFound = found(study, findings)
    if (isFound === yes) return 'positive'
    return isFound === no && enough === yes && all(clear(study, findings), usable(study)) === yes ? 'cleared' : 'open'
  }
  return {
    tumour: over(({ study, adequacy }) =>
      read(study, study.findings.masses, any(adequacy.tumour, all(adequateWithoutContrast(study), noOpenFlag))),
    ),
    malformation: over(({ study, adequacy }) => read(study, study.findings.malformations, adequacy.malformation)),
    demyelination: over(({ study, adequacy }) => read(study, study.findings.plaques, adequacy.demyelination)),
    other: over(({ study, adequacy }) => read(study, study.findings.others, adequacy.other)),
  }
}

/** A signed read concludes that a lesion is not excluded, and no later one says that it is. */
export function notExcluded(studies: readonly Study[]): Truth {
  if (studies.length === 0) return no
  const lastExcluding = latestDate(studies, excludesLesion)
  return anyOf(studies, (study) => all(doesNotExclude(study), not(before(study.date, lastExcluding))))
}

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
export const noneIsOpen = (reads: FourReads): boolean => !anyIs(reads, 'open')

/** On the problem list or on some study, for any of the four questions. */
const anyLesion = (
  person: Person,
  studies: readonly Study[],
  { known, seen }: Readonly<{ known: (word: Word) => Truth; seen: (study: Study, findings: readonly Word[]) => Truth }>,
): Truth =>
  any(
    known(person.knownTumour),
    known(person.knownMalformation),
    known(person.knownDemyelination),
    known(person.knownOtherLesion),
    anyOf(studies, (study) =>
      any(
        seen(study, study.findings.masses),
        seen(study, study.findings.malformations),
        seen(study, study.findings.plaques),
        seen(study, study.findings.others),
      ),
    ),
  )

/** Some lesion was judged to be the cause, or possibly so. */
export const anyCausal = (person: Person, studies: readonly Study[]): Truth =>
  anyLesion(person, studies, { known: (word) => is(word, 'present-possible', 'present-causal'), seen: isTheCause })

/** Some lesion is on record that nobody who may has judged. */
export const anyUnjudged = (person: Person, studies: readonly Study[]): Truth =>
  anyLesion(person, studies, { known: (word) => is(word, 'present'), seen: isUnjudged })

/** A line of the problem list that nobody can read is no line that is not there. */
export const noLesionListed = (person: Person): Truth =>
  all(
    isOff(person.knownTumour),
    isOff(person.knownMalformation),
    isOff(person.knownDemyelination),
    isOff(person.knownOtherLesion),
  )
const isOff = (known: Word): Truth => is(known, 'not-listed', 'no', 'present-unrelated')
