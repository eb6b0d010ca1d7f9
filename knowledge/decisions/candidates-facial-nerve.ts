import { all, any, type Candidate, candidate, type Feature, feature, is, no, not, yes } from '@facialis/language'
import {
  dxPhenotype,
  phAwarenessLost,
  phBilateralSync,
  phBrief,
  phCn7Only,
  phContinuousRipple,
  phDownwardSpread,
  phIpsiEarClick,
  phIrregular,
  phJawOrTongue,
  phLidOnly,
  phLimbInvolved,
  phMarching,
  phNonstop,
  phOnlyWithMovement,
  phOnsetOrbicularisOculi,
  phOtherBabinski,
  phPainful,
  phPremonitoryUrge,
  phPriorPalsy,
  phSleepPersist,
  phSuppressible,
  phSynchronous,
  phTriggeredByMovement,
  redFlagFacts,
} from '../facts/index.ts'
import { K2, K3, K4a, K5, K5a, K6, K7, K11a, K14, K17 } from '../sources/index.ts'
import { oneSided, signedDiagnosis } from './diagnosis-conditions.ts'
import { unanswered } from './red-flags.ts'

/** Ordinal weights, no probabilities: no validated score exists. */
export const strong = 2
/** What hemifacial spasm does not have: one such feature outweighs two strong ones for it. */
const opposing = 2 * strong

/** A flag no clinician has answered for, by its own question or by what says the same. */
const anyFlag = any(...redFlagFacts.map(unanswered))

/** What speaks against hemifacial spasm of every cause. */
const notHemifacial: readonly Feature[] = [
  feature('both sides synchronous', yes(phBilateralSync), opposing),
  feature('premonitory urge, relief afterwards', yes(phPremonitoryUrge), opposing),
  feature('jaw, tongue or limb involved', any(yes(phJawOrTongue), yes(phLimbInvolved)), opposing),
  feature('impaired awareness', yes(phAwarenessLost), opposing),
  feature('continuous rhythmic jerks', yes(phNonstop), opposing),
  feature('discrete episodes with a Jacksonian march', yes(phMarching), opposing),
  feature('voluntary suppression', yes(phSuppressible)),
  feature('painful', yes(phPainful)),
  feature('confined to one lid', yes(phLidOnly), strong),
  feature('continuous rippling', yes(phContinuousRipple), opposing),
  feature('only with voluntary movement of the face', yes(phOnlyWithMovement), opposing),
]

/** Hemifacial spasm and what the facial nerve does after an injury. */
export const hemifacial: readonly Candidate[] = [
  candidate('hfs', {
    label: 'Hemifacial spasm',
    for: [
      feature('one side of the face', oneSided),
      feature('facial muscles only', yes(phCn7Only)),
      feature('began around the eye', yes(phOnsetOrbicularisOculi)),
      feature('spread downward', yes(phDownwardSpread), strong),
      feature('upper and lower face synchronous', yes(phSynchronous), strong),
      feature('other Babinski sign (brow rises as the eye closes)', yes(phOtherBabinski), strong),
      feature('short bursts', yes(phBrief)),
      feature('irregular timing', yes(phIrregular)),
      feature('persists in sleep', yes(phSleepPersist)),
      feature('set off by movement', yes(phTriggeredByMovement)),
      feature('click in the ear with the spasm', yes(phIpsiEarClick)),
      feature('signed diagnosis', signedDiagnosis, strong),
    ],
    against: [...notHemifacial, feature('an earlier palsy on that side', yes(phPriorPalsy), strong)],
    test: 'MRI by the protocol; EMG if in doubt',
    because: [K2, K3, K6, K7, K11a],
  }),
  candidate('hfsSec', {
    label: 'Hemifacial spasm from another cause',
    for: [
      feature('one side of the face', oneSided),
      feature('facial muscles only', yes(phCn7Only)),
      feature('a red flag', anyFlag, strong),
    ],
    against: [
      feature('continuous rippling', yes(phContinuousRipple), strong),
      ...notHemifacial,
      feature('no red flag', not(anyFlag), strong),
    ],
    test: 'the whole imaging work-up, with contrast',
    because: [K4a, K14],
  }),
  candidate('pphfs', {
    label: 'Hemifacial spasm after facial palsy',
    for: [
      feature('one side of the face', oneSided),
      feature('facial muscles only', yes(phCn7Only)),
      feature('an earlier palsy on that side', yes(phPriorPalsy), strong),
      feature('spontaneous bursts after a palsy', all(yes(phPriorPalsy), no(phOnlyWithMovement)), strong),
      feature('concluded by the clinician', is(dxPhenotype, 'post-paralytic'), strong),
    ],
    against: [...notHemifacial, feature('never a palsy on that side', no(phPriorPalsy), strong)],
    test: 'EMG with blink reflex, and MRI',
    because: [K5, K5a],
  }),
]

export const afterPalsy = candidate('synk', {
  label: 'Synkinesis after facial palsy',
  for: [
    feature('an earlier palsy on that side', yes(phPriorPalsy), strong),
    feature('only with voluntary movement of the face', yes(phOnlyWithMovement), strong),
  ],
  against: [
    feature('spontaneous bursts', no(phOnlyWithMovement), strong),
    feature('never a palsy on that side', no(phPriorPalsy)),
  ],
  test: 'EMG with spread of the blink reflex; MRI if there was no palsy',
  because: [K5a, K17],
})
