import { any, type Candidate, candidate, feature, is, no, yes } from '@facialis/language'
import {
  phAwarenessLost,
  phBilateralSync,
  phBrief,
  phChildhoodTics,
  phCn7Only,
  phContinuousRipple,
  phDopamineBlocker,
  phDopamineTimed,
  phDownwardSpread,
  phFixedPull,
  phGoneInSleep,
  phIrregular,
  phJawOrTongue,
  phLidOnly,
  phLightSensitive,
  phLimbInvolved,
  phMarching,
  phNonstop,
  phOnsetOrbicularisOculi,
  phOtherBabinski,
  phPainful,
  phPalateMoves,
  phPatternChanges,
  phPremonitoryUrge,
  phRhythmic,
  phSensoryTrick,
  phSkinThinning,
  phSleepPersist,
  phStressWorse,
  phSuppressible,
  phUnilateral,
  phWasting,
  phWeightLoss,
  rfEpc,
  rfMsHistory,
} from '../facts/index.ts'
import { K2, K2b, K3, K4, K8, K16, K18b, K19, K21, K22, K23, T1, T4, T5, T6, T7 } from '../sources/index.ts'
import { strong } from './candidates-facial-nerve.ts'

export const dystoniasAndTics: readonly Candidate[] = [
  candidate('bleph', {
    label: 'Benign essential blepharospasm',
    for: [
      feature('both sides synchronous', yes(phBilateralSync), strong),
      feature('sensitive to light', yes(phLightSensitive)),
      feature('eased by a sensory trick', yes(phSensoryTrick)),
      feature('gone in sleep', yes(phGoneInSleep)),
    ],
    against: [
      feature('strictly one-sided', yes(phUnilateral), strong),
      feature('other Babinski sign (brow rises as the eye closes)', yes(phOtherBabinski), strong),
    ],
    test: 'clinical; EMG and blink reflex if unclear',
    because: [K2, K8, K3],
  }),
  candidate('meige', {
    label: 'Meige syndrome or oromandibular dystonia',
    for: [
      feature('jaw, tongue or throat involved', yes(phJawOrTongue), strong),
      feature('both sides synchronous', yes(phBilateralSync)),
    ],
    against: [feature('facial muscles only', yes(phCn7Only), strong), feature('strictly one-sided', yes(phUnilateral))],
    test: 'neurology; drug history',
    because: [K18b],
  }),
  candidate('tardive', {
    label: 'Tardive dyskinesia',
    for: [
      feature('a dopamine-blocking medicine for months', yes(phDopamineBlocker), strong),
      feature('jaw or tongue movement', yes(phJawOrTongue)),
    ],
    against: [feature('no such medicine', no(phDopamineBlocker), strong)],
    test: 'drug review; rating by a neurologist',
    because: [T4],
  }),
  candidate('tic', {
    label: 'Motor tic',
    for: [
      feature('premonitory urge, relief afterwards', yes(phPremonitoryUrge), strong),
      feature('voluntary suppression', yes(phSuppressible)),
      feature('tics since childhood', yes(phChildhoodTics), strong),
    ],
    against: [feature('persists in sleep', yes(phSleepPersist)), feature('cannot be suppressed', no(phSuppressible))],
    test: 'clinical',
    because: [K4, T1],
  }),
  candidate('functional', {
    label: 'Functional facial spasm',
    for: [
      feature('sudden onset with sustained contraction', yes(phFixedPull), strong),
      feature('a variable or distractible pattern', yes(phPatternChanges), strong),
    ],
    against: [feature('other Babinski sign (brow rises as the eye closes)', yes(phOtherBabinski), strong)],
    test: 'blink reflex with early spread to the mouth',
    because: [K19],
  }),
  candidate('dysk', {
    label: 'Drug-induced movement',
    for: [feature('timed to a medicine', yes(phDopamineTimed), strong)],
    against: [],
    test: 'drug review',
    because: [T7],
  }),
]

export const nerveAndMuscle: readonly Candidate[] = [
  candidate('myokymia', {
    label: 'Facial myokymia',
    for: [
      feature('continuous rippling', yes(phContinuousRipple), strong),
      feature('multiple sclerosis or its signs', is(rfMsHistory, 'yes', 'yes-resolved')),
    ],
    against: [feature('separate short bursts', yes(phBrief))],
    test: 'MRI of the brain with contrast for demyelination and pons; EMG',
    because: [K16],
  }),
  candidate('lidmyok', {
    label: 'Eyelid myokymia',
    for: [
      feature('one lid only', yes(phLidOnly), strong),
      feature('worse with stress or tiredness', yes(phStressWorse)),
    ],
    against: [feature('spread below the eye', yes(phDownwardSpread), strong)],
    test: 'watching, and another look',
    because: [K2b],
  }),
  candidate('hms', {
    label: 'Hemimasticatory spasm',
    for: [
      feature('jaw involved', yes(phJawOrTongue)),
      feature('painful', yes(phPainful)),
      feature('thinned skin on that side', yes(phSkinThinning), strong),
    ],
    against: [feature('began around the eye', yes(phOnsetOrbicularisOculi), strong)],
    test: 'EMG of the jaw muscle; skin review',
    because: [K4, K18b],
  }),
  candidate('fasc', {
    label: 'Fasciculation',
    for: [feature('wasting or fasciculation of tongue or limb', yes(phWasting), strong)],
    against: [],
    test: 'EMG of the limbs',
    because: [T6],
  }),
]

export const seizuresAndMyoclonus: readonly Candidate[] = [
  candidate('seizure', {
    label: 'Focal motor seizure',
    for: [
      feature('discrete episodes with a Jacksonian march', yes(phMarching), strong),
      feature('arm or leg involved', yes(phLimbInvolved), strong),
      feature('impaired awareness', yes(phAwarenessLost), strong),
    ],
    against: [
      feature('facial muscles only', yes(phCn7Only)),
      feature('other Babinski sign (brow rises as the eye closes)', yes(phOtherBabinski)),
    ],
    test: 'EEG or video-EEG, and MRI; a surface EEG can be normal',
    because: [K21, K23],
  }),
  candidate('epc', {
    label: 'Epilepsia partialis continua',
    for: [
      feature('continuous rhythmic jerks', any(yes(phNonstop), is(rfEpc, 'yes')), strong),
      feature('a regular rhythm', yes(phRhythmic)),
    ],
    against: [
      feature('irregular timing', yes(phIrregular)),
      feature('other Babinski sign (brow rises as the eye closes)', yes(phOtherBabinski), strong),
    ],
    test: 'EEG urgently; MRI; glucose',
    because: [K22],
  }),
  candidate('myoclonus', {
    label: 'Facial or palatal myoclonus',
    for: [
      feature('a regular rhythm', yes(phRhythmic), strong),
      feature('the soft palate moves', yes(phPalateMoves), strong),
    ],
    against: [feature('irregular timing', yes(phIrregular))],
    test: 'MRI of the brainstem',
    because: [K18b],
  }),
  candidate('omr', {
    label: 'Oculomasticatory myorhythmia',
    for: [
      feature('weight loss or diarrhoea with slow jaw and eye movement', yes(phWeightLoss), strong),
      feature('jaw involved', yes(phJawOrTongue)),
      feature('a regular rhythm', yes(phRhythmic)),
    ],
    against: [feature('facial muscles only', yes(phCn7Only))],
    test: 'work-up for Whipple disease',
    because: [K2, T5],
  }),
]
