import { onOrAfter } from './days.ts'
import type { Person } from './person.ts'
import { all, any, is, no, not, type Truth, unknown, yes } from './truth.ts'

/** What the features and the signed conclusion say together. */
export type Diagnosis = Readonly<{
  /** Signed by somebody who may sign, or agreed with here since. */
  signed: Truth
  /** A conclusion of probable or better, signed. */
  signedDiagnosis: Truth
  oneSided: Truth
  /** A feature that hemifacial spasm does not have. */
  anotherDisorder: Truth
  rippling: Truth
  onlyWhenUsed: Truth
  /** Any of the three: it speaks strongly against hemifacial spasm. */
  opposed: Truth
  examined: Truth
  palsyCameFirst: Truth
  noPalsyCameFirst: Truth
}>

export function diagnosisOf(person: Person): Diagnosis {
  const { conclusion, agreed, concludedKind } = person
  const signed = any(
    is(person.signedBy, 'neurologist', 'neurosurgeon', 'ophthalmologist'),
    // Nobody agrees beforehand; on a day nobody knows it is not known either.
    all(is(agreed.word, 'yes'), onOrAfter(agreed.on, conclusion.on)),
  )
  const anotherDisorder = any(
    is(person.bilateralSync, 'yes'),
    is(person.premonitoryUrge, 'yes'),
    is(person.awarenessLost.word, 'yes'),
    is(person.nonstop.word, 'yes'),
    is(person.marching, 'yes'),
    is(person.jawOrTongue, 'yes'),
    is(person.limbInvolved, 'yes'),
    is(person.cn7Only, 'no'),
  )
  const rippling = is(person.continuousRipple.word, 'yes')
  const onlyWhenUsed = is(person.onlyWithMovement, 'yes')
  const afterPalsy = is(concludedKind, 'post-paralytic')
  return {
    signed,
    signedDiagnosis: all(is(conclusion.word, 'definite', 'probable'), not(is(concludedKind, 'mimic')), signed),
    oneSided: any(is(person.unilateral, 'yes'), is(person.bilateralAsync.word, 'yes')),
    anotherDisorder,
    rippling,
    onlyWhenUsed,
    opposed: any(anotherDisorder, rippling, onlyWhenUsed),
    examined: all(
      is(person.cranialNerves.word, 'no', 'yes-explained'),
      is(person.limbsAndGait.word, 'no', 'yes-explained'),
      is(person.earAndParotid.word, 'no', 'yes-explained'),
    ),
    palsyCameFirst: any(afterPalsy, is(person.priorPalsy, 'yes')),
    noPalsyCameFirst: all(not(afterPalsy), is(person.priorPalsy, 'no')),
  }
}

export type Certainty = 'possible' | 'unlikely' | 'probable' | 'definite'

/** How sure it is that this is hemifacial spasm. */
export function certaintyOf(person: Person, { signed, oneSided, opposed }: Diagnosis): Certainty {
  if (opposed === yes) return 'unlikely'
  const { word: conclusion } = person.conclusion
  if (conclusion !== null && signed === yes) return conclusion as Certainty
  const spasmOfTheNerve = all(oneSided, is(person.cn7Only, 'yes'))
  const shown = any(is(person.otherBabinski, 'yes'), is(person.synchronous, 'yes'))
  if (all(spasmOfTheNerve, is(person.observed, 'seen', 'video'), shown, not(opposed)) === yes) return 'definite'
  const spread = is(person.downwardSpread, 'yes')
  const described = all(spasmOfTheNerve, any(is(person.onsetOrbicularisOculi, 'yes'), spread))
  // One lid and no further, or perhaps so; asked of those of whom something is described.
  const lidOnly = is(person.lidOnly, 'yes')
  if ((described === yes || lidOnly === yes) && all(lidOnly, not(spread)) !== no) return 'possible'
  if (described === yes || conclusion === 'definite' || conclusion === 'probable') return 'probable'
  return 'possible'
}

export type Phenotype = 'typical' | 'atypical' | 'post-paralytic' | 'bilateral' | 'mimic' | 'undetermined'

/** Which kind it is; what was not asked is passed over, save that bursts after a palsy must be known to come by themselves. */
export function phenotypeOf(person: Person, diagnosis: Diagnosis): Phenotype {
  const { concludedKind, conclusion } = person
  if (diagnosis.anotherDisorder === yes || diagnosis.rippling === yes || diagnosis.onlyWhenUsed === yes) return 'mimic'
  if (concludedKind === 'mimic' || (conclusion.word === 'unlikely' && diagnosis.signed === yes)) return 'mimic'
  if (concludedKind === 'post-paralytic') return 'post-paralytic'
  if (person.priorPalsy === 'yes') return diagnosis.onlyWhenUsed === unknown ? 'undetermined' : 'post-paralytic'
  if (concludedKind === 'bilateral' || person.bilateralAsync.word === 'yes') return 'bilateral'
  const ofOneSide = person.unilateral === 'yes' && person.cn7Only === 'yes'
  const lowerFace = person.lowerFaceOnset.word
  if (concludedKind === 'atypical' || (ofOneSide && (lowerFace === 'yes' || lowerFace === 'yes-resolved')))
    return 'atypical'
  const fromTheEye =
    ofOneSide && person.onsetOrbicularisOculi === 'yes' && (person.downwardSpread === 'yes' || person.lidOnly === 'no')
  return concludedKind === 'typical' || fromTheEye ? 'typical' : 'undetermined'
}
