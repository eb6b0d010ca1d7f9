import { chart, examined, flagsAsked, mri, otherStudy, person, ruleOuts, signedAs, today } from './chart-parts.ts'
import type { Example } from './example.ts'

const shut = {
  botulinum: 'blocked',
  'botulinum.session': 'blocked',
  cause: 'undetermined',
  decompression: 'not-candidate',
} as const

/** What looks like hemifacial spasm, and its less usual kinds. */
export const otherConditions: readonly Example[] = [
  {
    id: 'blepharospasm',
    title: 'Blepharospasm',
    story:
      'Both eyes close together, worse in bright light, better when a finger touches the temple. It was signed as another condition.',
    asOf: today,
    chart: chart(
      person({ side: 'both' }),
      `2026-08-03 | visit first-visit | kind: first
       2026-08-03 | ph.unilateral | no
       2026-08-03 | ph.bilateralSync | yes
       2026-08-03 | ph.lightSensitive | yes
       2026-08-03 | ph.sensoryTrick | yes
       2026-08-03 | ph.otherBabinski | no`,
      signedAs({ sure: 'unlikely', kind: 'mimic' }),
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'mimic', detail: { certainty: 'unlikely', leading: 'bleph' } },
        ...shut,
        stage: 'other-pathway',
      },
      alerts: ['mimic', 'brow-sign-absent-both-sides'],
      steps: ['hand-over'],
    },
    about: ['DX-03', 'DX-04', 'DX-06'],
  },
  {
    id: 'motor-tic',
    title: 'A motor tic',
    story:
      'An urge before, relief after, held back in company, other tics since childhood. One side of the face, but not hemifacial spasm.',
    asOf: today,
    chart: chart(
      person(),
      `2026-08-03 | visit first-visit | kind: first
       2026-08-03 | ph.unilateral | yes
       2026-08-03 | ph.cn7Only | yes
       2026-08-03 | ph.premonitoryUrge | yes
       2026-08-03 | ph.suppressible | yes
       2026-08-03 | ph.childhoodTics | yes`,
      flagsAsked(),
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'mimic', detail: { certainty: 'unlikely', leading: 'tic' } },
        imaging: 'not-needed-yet',
        ...shut,
      },
      alerts: ['mimic'],
    },
    about: ['DX-04', 'DX-06'],
  },
  {
    id: 'focal-seizure',
    title: 'Focal seizures, with a normal EEG',
    story:
      'Episodes start at the mouth, march to the hand and cloud awareness. The EEG between them was normal, which excludes nothing.',
    asOf: today,
    chart: chart(
      person(),
      `2026-11-20 | visit first-visit | kind: first
       2026-11-20 | ph.unilateral | yes
       2026-11-20 | ph.cn7Only | no
       2026-11-20 | ph.limbInvolved | yes
       2026-11-20 | ph.awarenessLost | yes
       2026-11-20 | ph.marching | yes
       2026-11-20 | rf.limbOrSpeech | yes`,
      otherStudy(
        { id: 'eeg', date: '2026-11-21' },
        { modality: 'other', report: 'structured', signed: 'yes', normalStatement: 'yes' },
      ),
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'mimic', detail: { certainty: 'unlikely', leading: 'seizure' } },
        ...ruleOuts('open'),
        ...shut,
        stage: 'other-pathway',
      },
      redFlags: { 'rf.limbOrSpeech': 'open', 'rf.epc': 'open' },
      alerts: ['emergency-flag', 'mimic'],
      steps: ['emergency/rf.limbOrSpeech'],
    },
    about: ['DX-04', 'RF-03'],
  },
  {
    id: 'unceasing-jerks',
    title: 'Rhythmic jerks that do not stop',
    story:
      'The left face has jerked without pause since yesterday. That is a seizure that goes on until shown otherwise.',
    asOf: today,
    chart: chart(
      person({ onset: '2026-11-22' }),
      `2026-11-23 | ph.unilateral | yes
       2026-11-23 | ph.nonstop | yes
       2026-11-23 | ph.rhythmic | yes
       2026-11-23 | rf.epc | yes`,
    ),
    expected: {
      decisions: { ...shut, stage: { answer: 'other-pathway', detail: { since: '2026-11-23' } } },
      redFlags: { 'rf.epc': 'open' },
      alerts: ['emergency-flag'],
      steps: ['emergency/rf.epc'],
    },
    about: ['RF-03', 'A15'],
  },
  {
    id: 'meige',
    title: 'Jaw and tongue join in',
    story: 'The eyes close and the jaw opens; the tongue pushes out. Other muscles than those of the facial nerve.',
    asOf: today,
    chart: chart(
      person({ side: 'both' }),
      `2026-08-03 | ph.unilateral | no
       2026-08-03 | ph.bilateralSync | yes
       2026-08-03 | ph.cn7Only | no
       2026-08-03 | ph.jawOrTongue | yes`,
      flagsAsked(),
    ),
    expected: {
      decisions: { phenotype: { answer: 'mimic', detail: { certainty: 'unlikely', leading: 'meige' } }, ...shut },
    },
    about: ['DX-04'],
  },
  {
    id: 'synkinesis',
    title: 'Synkinesis after Bell palsy',
    story: 'Since a palsy two years ago the eye closes on every smile. At rest the face is still.',
    asOf: today,
    chart: chart(
      person(),
      `2026-08-03 | ph.unilateral | yes
       2026-08-03 | ph.cn7Only | yes
       2026-08-03 | ph.priorPalsy | yes
       2026-08-03 | ph.onlyWithMovement | yes`,
      flagsAsked(),
    ),
    expected: { decisions: { phenotype: { answer: 'mimic', detail: { leading: 'synk' } }, ...shut } },
    about: ['DX-07', 'DX-04'],
  },
  {
    id: 'myokymia',
    title: 'Continuous rippling',
    story:
      'Fine waves under the skin of the left face, day and night, for three weeks. The pons has to be looked at, with contrast.',
    asOf: today,
    chart: chart(
      person({ onset: '2026-11-01' }),
      `2026-11-16 | ph.unilateral | yes
       2026-11-16 | ph.cn7Only | yes
       2026-11-16 | ph.continuousRipple | yes
       2026-11-16 | rf.myokymia | yes`,
    ),
    expected: {
      decisions: { phenotype: { answer: 'mimic', detail: { leading: 'myokymia' } }, imaging: 'order', ...shut },
      redFlags: { 'rf.myokymia': 'open' },
      steps: ['order-mri'],
    },
    about: ['DX-09', 'RO-04'],
  },
  {
    id: 'lid-twitch',
    title: 'A twitch of one lid',
    story:
      'Three weeks of flickering of the lower lid in a tired person, nothing below. It is watched, not scanned by rule.',
    asOf: today,
    chart: chart(
      person({ onset: '2026-11-02' }),
      `2026-11-16 | visit first-visit | kind: first
       2026-11-16 | ph.unilateral | yes
       2026-11-16 | ph.cn7Only | yes
       2026-11-16 | ph.onsetOrbicularisOculi | yes
       2026-11-16 | ph.lidOnly | yes
       2026-11-16 | ph.downwardSpread | no`,
      examined('2026-11-16'),
      flagsAsked('2026-11-16'),
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'undetermined', detail: { certainty: 'possible', leading: 'lidmyok' } },
        imaging: 'not-needed-yet',
        ...shut,
      },
      steps: ['lid-twitch-review'],
      noSteps: ['order-mri'],
    },
    about: ['DX-10', 'A14'],
  },
  {
    id: 'lid-twitch-spread',
    title: 'The twitch has spread',
    story:
      'Three months later it pulls the corner of the mouth. Now it is described like hemifacial spasm and is scanned.',
    asOf: '2027-02-22',
    chart: chart(
      person({ onset: '2026-11-02' }),
      `2026-11-16 | ph.lidOnly | yes
       2026-11-16 | ph.downwardSpread | no
       2027-02-22 | ph.unilateral | yes
       2027-02-22 | ph.cn7Only | yes
       2027-02-22 | ph.onsetOrbicularisOculi | yes
       2027-02-22 | ph.lidOnly | no
       2027-02-22 | ph.downwardSpread | yes`,
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'typical', detail: { certainty: 'probable' } },
        imaging: 'order',
        botulinum: 'blocked',
      },
      steps: ['order-mri'],
    },
    about: ['DX-10', 'IM-01'],
  },
  {
    id: 'lid-twitch-concluded-not-signed',
    title: 'A twitch of one lid that somebody already calls hemifacial spasm',
    story:
      'It is still the lid alone, but the conclusion is there, by somebody whose signature does not count. Watching does not take the place of signing it, or of not agreeing.',
    asOf: today,
    chart: chart(
      person({ onset: '2026-11-02' }),
      `2026-11-16 | visit first-visit | kind: first
       2026-11-16 | ph.lidOnly | yes
       2026-11-16 | dx.class | probable`,
    ),
    expected: {
      decisions: { ...shut },
      steps: ['sign-diagnosis', 'lid-twitch-review'],
    },
    about: ['DX-05', 'DX-10'],
  },
  {
    id: 'asked-and-no-picture-of-it',
    title: 'Everything about the spasm was asked, and it is no picture of anything yet',
    story:
      'Not one-sided, it began around the eye and never spread; nobody has examined. That nothing comes of the answers is a conclusion too, and somebody owes it.',
    asOf: today,
    chart: chart(
      person(),
      `2026-08-03 | ph.unilateral | no
       2026-08-03 | ph.cn7Only | yes
       2026-08-03 | ph.onsetOrbicularisOculi | yes
       2026-08-03 | ph.downwardSpread | no`,
    ),
    expected: {
      decisions: { ...shut },
      steps: ['sign-diagnosis', 'explain-sides'],
      noSteps: ['describe-spasm', 'electrophysiology'],
    },
    about: ['DX-05', 'DX-06'],
  },
  {
    id: 'post-paralytic',
    title: 'Spasm after a facial palsy',
    story:
      'A Bell palsy in 2021, spontaneous bursts since 2023. Toxin is the treatment once the scan is clean; moving a vessel is not.',
    asOf: today,
    chart: chart(
      person(),
      `2026-08-03 | ph.unilateral | yes
       2026-08-03 | ph.cn7Only | yes
       2026-08-03 | ph.synchronous | yes
       2026-08-03 | exam.observed | seen
       2026-08-03 | ph.priorPalsy | yes
       2026-08-03 | ph.onlyWithMovement | no`,
      examined(),
      flagsAsked(),
      signedAs({ kind: 'post-paralytic' }),
      mri(),
      `2026-11-02 | score smc | smc: III
       2026-11-02 | wish.surgery | yes
       2026-11-02 | onlyHearingEar | no
       2026-11-02 | asa | I`,
    ),
    expected: {
      decisions: {
        phenotype: 'post-paralytic',
        ...ruleOuts('cleared'),
        cause: { answer: 'secondary', detail: { secondaryTo: 'facial-palsy' } },
        botulinum: 'permitted',
        decompression: 'not-candidate',
        stage: 'choosing-treatment',
      },
    },
    about: ['DX-07', 'A13', 'SX-00'],
  },
  {
    id: 'bilateral-asynchronous',
    title: 'Both sides, years apart',
    story:
      'The right side began in 2016, the left in 2023; they never fire together. Each side is judged alone and an expert signed.',
    asOf: today,
    chart: chart(
      person({ side: 'both', onset: '"2016"' }),
      `2026-08-03 | ph.unilateral | no
       2026-08-03 | ph.bilateralAsync | yes
       2026-08-03 | ph.bilateralSync | no
       2026-08-03 | ph.cn7Only | yes
       2026-08-03 | ph.onsetOrbicularisOculi | yes
       2026-08-03 | ph.otherBabinski | yes
       2026-08-03 | exam.observed | seen
       2026-08-03 | rf.bilateral | yes`,
      examined(),
      flagsAsked(),
      signedAs({ kind: 'bilateral' }),
      mri(),
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'bilateral', detail: { certainty: 'definite' } },
        ...ruleOuts('cleared'),
        cause: 'vascular-presumed',
        botulinum: 'permitted',
      },
      redFlags: { 'rf.bilateral': 'resolved' },
    },
    about: ['DX-08', 'A13'],
  },
  {
    id: 'lower-face-onset',
    title: 'Begun at the mouth',
    story:
      'It started at the corner of the mouth and climbed to the eye. A contrast scan answered the flag that this is.',
    asOf: today,
    chart: chart(
      person(),
      `2026-08-03 | ph.unilateral | yes
       2026-08-03 | ph.cn7Only | yes
       2026-08-03 | ph.onsetOrbicularisOculi | no
       2026-08-03 | ph.otherBabinski | yes
       2026-08-03 | exam.observed | seen
       2026-08-03 | rf.lowerFaceOnset | yes`,
      examined(),
      flagsAsked(),
      signedAs({ kind: 'atypical' }),
      mri(),
    ),
    expected: {
      decisions: { phenotype: 'atypical', ...ruleOuts('cleared'), cause: 'vascular-presumed', botulinum: 'permitted' },
      redFlags: { 'rf.lowerFaceOnset': 'resolved' },
    },
    about: ['DX-01', 'A7', 'RO-04'],
  },
]
