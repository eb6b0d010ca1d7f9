import {
  chart,
  examined,
  exceptionFor,
  flagsAsked,
  mri,
  person,
  ruleOuts,
  signedAs,
  today,
  typicalPicture,
  workedUp,
} from './chart-parts.ts'
import type { Example } from './example.ts'

/** Onset in infancy, childhood and youth. */
export const youngPeople: readonly Example[] = [
  {
    id: 'infant',
    title: 'Fourteen months old',
    story:
      'The left face has twitched since the age of three months. Video-EEG and contrast MRI within two days; a normal scalp EEG would say nothing.',
    asOf: today,
    chart: chart(person({ born: '2025-09-14', onset: '2025-12' }), '2026-11-23 | ph.unilateral | yes | Demo Practice'),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        imaging: 'order',
        botulinum: 'blocked',
        'botulinum.session': 'blocked',
        decompression: 'not-candidate',
      },
      redFlags: { 'rf.onsetUnder2': 'open', 'rf.ageUnder18': 'open', 'rf.ageUnder30': 'open' },
      steps: ['order-mri', 'video-eeg', 'paediatric-neurology'],
      alerts: ['child'],
    },
    about: ['A16', 'RF-02'],
  },
  {
    id: 'child-clean-scan',
    title: 'Nine years old, contrast scan clean',
    story: 'Typical spasms since eight, a clean contrast MRI, signed by a neurologist. Under 18 the gate stays shut.',
    asOf: today,
    chart: chart(person({ born: '2017-03-01', onset: '2025-06' }), workedUp(), mri()),
    expected: {
      decisions: { botulinum: 'blocked', 'botulinum.session': 'blocked', decompression: 'not-candidate' },
      redFlags: { 'rf.ageUnder18': 'open', 'rf.ageUnder30': 'resolved' },
      steps: ['paediatric-neurology'],
      alerts: ['child'],
    },
    about: ['A16', 'RF-02'],
  },
  {
    id: 'child-with-opinion',
    title: 'The same child with the paediatric neurologist’s opinion',
    story:
      'The paediatric neurologist explained the flag and asked for a small dose. The gate stays shut and the exception lets one plan pass.',
    asOf: today,
    chart: chart(
      person({ born: '2017-03-01', onset: '2025-06' }),
      workedUp(),
      mri(),
      '2026-10-05 | rf.ageUnder18 | yes-resolved | Dr Demo Young, paediatric neurologist | seen, filmed and scanned with contrast',
      exceptionFor('paediatric-opinion', { expires: '2027-05-20' }),
    ),
    expected: {
      decisions: {
        ...ruleOuts('cleared'),
        botulinum: {
          answer: 'blocked',
          because: ['A16'],
          detail: { overridableBy: ['paediatric-opinion'], exceptions: ['paediatric-opinion'] },
        },
        decompression: 'not-candidate',
      },
      redFlags: { 'rf.ageUnder18': 'resolved', 'rf.ageUnder30': 'resolved' },
    },
    about: ['A16', 'paediatric-opinion'],
  },
  {
    id: 'child-with-other-signatures',
    title: 'The same child, other signatures',
    story:
      'A neuromuscular specialist wrote a note, and a shared decision was signed. Under 18 neither counts: only the paediatric neurologist may ask.',
    asOf: today,
    chart: chart(
      person({ born: '2017-03-01', onset: '2025-06' }),
      workedUp(),
      mri(),
      '2026-10-05 | rf.ageUnder18 | yes-resolved | Dr Demo Young, paediatric neurologist | seen, filmed and scanned with contrast',
      exceptionFor('neuromuscular-opinion', { expires: '2027-05-20' }),
      exceptionFor('interval', { expires: '2027-05-20' }),
    ),
    expected: {
      decisions: {
        botulinum: {
          answer: 'blocked',
          because: ['A16'],
          detail: { overridableBy: ['paediatric-opinion'], exceptions: [] },
        },
      },
      steps: ['paediatric-neurology', 'ask-exception/paediatric-opinion'],
      noSteps: ['ask-exception/neuromuscular-opinion'],
    },
    about: ['A16', 'paediatric-opinion'],
  },
  {
    id: 'child-opinion-without-a-name',
    title: 'The same child, the specialist not named',
    story: 'The exception was signed on a paediatric neurologist’s word and does not say whose. Then it does not hold.',
    asOf: today,
    chart: chart(
      person({ born: '2017-03-01', onset: '2025-06' }),
      workedUp(),
      mri(),
      '2026-10-05 | rf.ageUnder18 | yes-resolved | Dr Demo Young, paediatric neurologist | seen, filmed and scanned with contrast',
      exceptionFor('paediatric-opinion', { expires: '2027-05-20', says: {} }),
    ),
    expected: { decisions: { botulinum: { answer: 'blocked', detail: { exceptions: [] } } } },
    about: ['A16', 'paediatric-opinion'],
  },
  {
    id: 'youth-without-contrast',
    title: 'Twenty-four years old, scanned without contrast',
    story: 'Onset at 22. That is a flag of its own, and contrast is mandatory.',
    asOf: today,
    chart: chart(
      person({ born: '2002-01-20', onset: '2024-08' }),
      workedUp(),
      mri({}, { sequences: '[t1, t2, flair, dwi, 3d-t2, tof-mra]' }),
    ),
    expected: {
      decisions: { 'rule-out.tumour': 'open', botulinum: 'blocked', decompression: 'not-candidate' },
      redFlags: { 'rf.ageUnder30': 'open' },
    },
    about: ['RO-04', 'A6'],
  },
  {
    id: 'youth-with-contrast',
    title: 'Twenty-four years old, scanned with contrast',
    story: 'Onset at 22 and a clean contrast scan since. The scan answers for the flag.',
    asOf: today,
    chart: chart(person({ born: '2002-01-20', onset: '2024-08' }), workedUp(), mri()),
    expected: {
      decisions: { ...ruleOuts('cleared'), cause: 'vascular-presumed', botulinum: 'permitted' },
      redFlags: { 'rf.ageUnder30': 'resolved' },
    },
    about: ['RO-04', 'A6'],
  },
  {
    id: 'sudden-palsy-today',
    title: 'Half of the face fell this morning',
    story:
      'Treated for years, and since breakfast the left face does not move and the forehead does. That is a stroke until shown otherwise.',
    asOf: today,
    chart: chart(
      person(),
      typicalPicture(),
      examined(),
      flagsAsked(),
      signedAs(),
      mri(),
      `${today} | rf.suddenPalsy                | yes                              | Demo Nurse
       ${today} | palsy.under24Hours            | yes
       ${today} | palsy.foreheadSpared          | yes`,
    ),
    expected: {
      decisions: { ...ruleOuts('open'), botulinum: 'blocked', stage: 'other-pathway' },
      redFlags: { 'rf.suddenPalsy': 'open' },
      alerts: ['emergency-flag'],
      steps: ['emergency/rf.suddenPalsy'],
    },
    about: ['RF-03', 'A15'],
  },
]
