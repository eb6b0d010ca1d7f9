import { all, any, established, is, named, no, not, onOrAfter, recordedOn, yes } from '@facialis/language'
import {
  dxAgreed,
  dxClass,
  dxPhenotype,
  dxSignedBy,
  examCranialNerves,
  examEarAndParotid,
  examLimbsAndGait,
  observed,
  phAwarenessLost,
  phBilateralAsync,
  phBilateralSync,
  phCn7Only,
  phContinuousRipple,
  phDownwardSpread,
  phJawOrTongue,
  phLidOnly,
  phLimbInvolved,
  phMarching,
  phNonstop,
  phOnlyWithMovement,
  phOnsetOrbicularisOculi,
  phOtherBabinski,
  phPremonitoryUrge,
  phSynchronous,
  phUnilateral,
} from '../facts/index.ts'

/** Nobody agrees beforehand: a conclusion reached since then, or on a day nobody knows, has not been agreed with. */
const agreedSince = onOrAfter(recordedOn(dxAgreed), recordedOn(dxClass))
/** A trainee, an outside letter or another author counts once a clinician here who may sign has agreed. */
export const signed = named(
  'signed by somebody who may sign, or agreed here',
  any(is(dxSignedBy, 'neurologist', 'neurosurgeon', 'ophthalmologist'), all(yes(dxAgreed), agreedSince)),
)

/** What the offers rest on: a conclusion of probable or more, and a signature. The signature does not expire. */
export const signedDiagnosis = named(
  'a signed diagnosis of hemifacial spasm',
  all(is(dxClass, 'definite', 'probable'), not(is(dxPhenotype, 'mimic')), signed),
)

/** Jaw, tongue or limb, or more than the muscles of expression: said of any of the three. */
const otherMuscles = any(yes(phJawOrTongue), yes(phLimbInvolved), no(phCn7Only))

/** Not hemifacial spasm whatever else is there: both sides synchronous, a premonitory urge, other muscles, impaired awareness. */
export const anotherDisorder = named(
  'a feature that hemifacial spasm does not have',
  any(
    yes(phBilateralSync),
    yes(phPremonitoryUrge),
    yes(phAwarenessLost),
    yes(phNonstop),
    yes(phMarching),
    otherMuscles,
  ),
)
export const rippling = yes(phContinuousRipple)
export const onlyWhenUsed = yes(phOnlyWithMovement)

/**
 * Anything that speaks strongly against the diagnosis. Unknown until the examination screen is done, and an offer
 * needs it to be `no`: a signature does not stand against what was seen.
 */
export const stronglyOpposed = named(
  'a feature that speaks strongly against hemifacial spasm',
  any(anotherDisorder, rippling, onlyWhenUsed),
)

/** Where both sides are affected out of step, each side alone is a one-sided spasm. */
export const oneSided = named(
  'one side only, or both sides asynchronous',
  any(yes(phUnilateral), yes(phBilateralAsync)),
)

/** "Other testing" of the source: nerves, limbs, gait, ear and parotid, nothing abnormal left unexplained. */
export const examined = named(
  'examination of cranial nerves, limbs, gait, ear and parotid',
  all(
    is(examCranialNerves, 'no', 'yes-explained'),
    is(examLimbsAndGait, 'no', 'yes-explained'),
    is(examEarAndParotid, 'no', 'yes-explained'),
  ),
)

/** One side, facial muscles only: the ground every conclusion above `possible` stands on. */
const facialNerveSpasm = all(oneSided, yes(phCn7Only))
const wasObserved = is(observed, 'seen', 'video')
export const browSign = all(facialNerveSpasm, wasObserved, yes(phOtherBabinski), not(stronglyOpposed))
export const sameInstant = all(facialNerveSpasm, wasObserved, yes(phSynchronous), not(stronglyOpposed))
export const described = all(facialNerveSpasm, any(yes(phOnsetOrbicularisOculi), yes(phDownwardSpread)))

/** Somebody described a part of it; the rest is not known yet. */
export const partlyDescribed = named(
  'a feature of hemifacial spasm was described',
  any(oneSided, yes(phOnsetOrbicularisOculi), yes(phDownwardSpread), yes(phSynchronous), yes(phOtherBabinski)),
)

/** One lid and no further; asked of those whose spasm is described, for whom it would lower the conclusion. */
export const lidOnly = all(established(any(described, yes(phLidOnly))), yes(phLidOnly), not(yes(phDownwardSpread)))
