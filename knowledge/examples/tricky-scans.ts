import {
  chart,
  contrastCt,
  ctAngiography,
  exceptionFor,
  judgedUnrelated,
  mri,
  person,
  ruleOuts,
  today,
  typicalPicture,
  workedUp,
} from './chart-parts.ts'
import type { Example } from './example.ts'

/** Twenty sessions abroad, of which the letter lists four; the diagnosis came in that letter and was agreed with here. */
const fromAbroad = `${person({ born: '1961-07', onset: '"2017"', side: 'right' })}
${workedUp('2026-11-23')}`.replace(/(dx\.signedBy +\| )neurologist/, '$1specialist-elsewhere')
const letter = `2026-11-23 | dx.agreed                     | yes                              | Dr Demo Nerve, neurologist
2018-01    | session s1                    | product: unknown; side: right; performedHere: no; recordedAfter: yes
2021       | session s2                    | product: unknown; side: right; performedHere: no; recordedAfter: yes; relief: 75
2024-05    | session s3                    | product: unknown; side: right; performedHere: no; recordedAfter: yes; relief: 80
2026-03    | session s4                    | product: unknown; side: right; performedHere: no; recordedAfter: yes`
/** Contrast and FLAIR, no FIESTA; the report says "normal", and a clinician here attests to it. */
const attested = (date: string): string => `
${date}       | study outside                 |                                  | Dr Demo Nerve, neurologist
           |   modality                    | mri
           |   sequences                   | [t1, t1-contrast, t2, flair, dwi]
           |   report                      | structured
           |   evidence                    | report-statement
           |   normalStatement             | yes
           |   quality                     | diagnostic
           |   posteriorFossaQuality       | diagnostic
           |   readerRole                  | general-radiologist
           |   signed                      | yes
           |   acknowledged                | yes
           |   adequateFor                 | [tumour, vascular-malformation, demyelination, other-lesion]`

const icd = `2026-10-01 | mri.impossible                | yes                              | Demo MRI safety
2026-10-01 | mri.impossibleReason          | "ICD, not conditional"           | Demo MRI safety`
const seventyFour = [
  person({ born: '1952-03-08' }),
  workedUp(),
  icd,
  contrastCt({ date: '2026-10-08' }),
  ctAngiography({ date: '2026-10-08' }),
]

const declinedTwice = [
  person(),
  workedUp(),
  `2026-10-20 | mri.declined                  | yes
   2026-10-20 | mri.declinedCapacity          | yes                              | Dr Demo Nerve, neurologist`,
]

/** The tricky patients 1 to 4: scans that are old, too old, impossible or declined. */
export const trickyScans: readonly Example[] = [
  {
    id: 'tricky-1-treated-abroad',
    title: 'Nine years of right spasm, twenty sessions abroad, a normal MRI of 2018',
    story:
      'The last session was in March 2026, the scan of 2018 had contrast and FLAIR but no FIESTA, and its report says normal. A clinician here read and attested it.',
    asOf: today,
    chart: chart(fromAbroad, letter, attested('2018')),
    expected: {
      decisions: {
        phenotype: 'typical',
        ...ruleOuts('cleared'),
        imaging: 'adequate',
        cause: 'vascular-presumed',
        botulinum: { answer: 'permitted', detail: { opensOn: null, exceptions: [] } },
        'botulinum.session': 'blocked',
        'response.toxin': 'not-reported',
        decompression: 'consider',
        stage: 'toxin-series',
      },
      redFlags: {},
      noSteps: ['order-mri', 'repeat-mri'],
    },
    about: ['A3', 'A4', 'A12', 'BT-06'],
  },
  {
    id: 'tricky-2-scan-too-old',
    title: 'The same person, but the MRI is of 2015, for headache',
    story: 'The spasm began in 2017. A scan made before it does not count, so another is ordered.',
    asOf: today,
    chart: chart(fromAbroad, letter, attested('2015')),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        imaging: 'order',
        cause: 'undetermined',
        botulinum: { answer: 'blocked', detail: { overridableBy: ['continuity'], exceptions: [] } },
        'botulinum.session': 'blocked',
        decompression: 'not-candidate',
        stage: 'toxin-series',
      },
      steps: ['order-mri'],
    },
    about: ['A3', 'A8', 'BT-02/tumour'],
  },
  {
    id: 'tricky-2-continuity',
    title: 'The same with the exception for continuity',
    story: 'Earlier sessions helped well and the report is requested. One session may bridge the wait.',
    asOf: today,
    chart: chart(fromAbroad, letter, attested('2015'), exceptionFor('continuity', { date: today })),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        botulinum: { answer: 'blocked', detail: { overridableBy: ['continuity'], exceptions: ['continuity'] } },
      },
      alerts: ['exception-in-force'],
    },
    about: ['A8'],
  },
  {
    id: 'tricky-3-mri-impossible',
    title: 'Seventy-four, an ICD that is not conditional, contrast CT clean',
    story:
      'MRI safety confirmed that MRI is impossible; contrast CT and CT angiography of the posterior fossa show nothing. Typical left spasm, signed.',
    asOf: today,
    chart: chart(...seventyFour),
    expected: {
      decisions: {
        phenotype: 'typical',
        ...ruleOuts('open'),
        botulinum: { answer: 'blocked', detail: { overridableBy: ['mri-impossible'], exceptions: [] } },
        decompression: 'consider',
      },
    },
    about: ['A9', 'A25'],
  },
  {
    id: 'tricky-3-exception',
    title: 'The same with the exception signed for a year',
    story: 'A senior clinician signed for twelve months. The answer stays blocked and the act passes.',
    asOf: today,
    chart: chart(...seventyFour, exceptionFor('mri-impossible', { date: '2026-11-20', expires: '2027-11-20' })),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        botulinum: { answer: 'blocked', detail: { exceptions: ['mri-impossible'] } },
        decompression: 'consider',
      },
      alerts: ['exception-in-force'],
    },
    about: ['A9', 'A8'],
  },
  {
    id: 'tricky-4-declines',
    title: 'Declines any scan, twice',
    story:
      'Definite, no flag, capacity recorded. A wide scanner, sedation and tablets are offered; no operation until there is a scan.',
    asOf: today,
    chart: chart(...declinedTwice),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        botulinum: { answer: 'blocked', detail: { overridableBy: ['imaging-declined'], exceptions: [] } },
        decompression: 'not-candidate',
      },
      steps: ['offer-scan-again', 'talk-about-tablets'],
      due: { 'talk-about-tablets': '2026-11-17' },
    },
    about: ['A8', 'OM-01'],
  },
  {
    id: 'tricky-4-senior-signs',
    title: 'The same, signed by a senior clinician',
    story: 'The senior clinician signed and the person was told. The act passes.',
    asOf: today,
    chart: chart(...declinedTwice, exceptionFor('imaging-declined')),
    expected: {
      decisions: {
        botulinum: { answer: 'blocked', detail: { exceptions: ['imaging-declined'] } },
        decompression: 'not-candidate',
      },
    },
    about: ['A8'],
  },
  {
    id: 'tricky-4-registrar-signs',
    title: 'The same, signed by somebody else',
    story: 'A registrar signed. Only a senior clinician may.',
    asOf: today,
    chart: chart(...declinedTwice, exceptionFor('imaging-declined', { role: 'other' })),
    expected: { decisions: { botulinum: { answer: 'blocked', detail: { exceptions: [] } } } },
    about: ['A8'],
  },
  {
    id: 'tricky-5-meningioma',
    title: 'Fifty-eight, a small meningioma on the other side, not yet judged',
    story:
      'A nine-millimetre meningioma beside the falx, opposite to the spasm. Until a specialist judges it, it counts.',
    asOf: today,
    chart: chart(person(), workedUp(), mri({}, { tumour: 'present' })),
    expected: {
      decisions: {
        ...ruleOuts('cleared', { tumour: 'positive' }),
        cause: 'under-review',
        botulinum: 'blocked',
        decompression: 'treat-cause-first',
        stage: 'ruling-out',
      },
      steps: ['judge-relevance'],
      alerts: ['lesion-found'],
    },
    about: ['A5', 'RO-05'],
  },
  {
    id: 'tricky-5-judged-unrelated',
    title: 'The same, judged unrelated',
    story:
      'Neuroradiology and a named neurosurgeon judged it unrelated, with a yearly scan of its own. The note is shown for ever.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      mri({ id: 'first-read' }, { tumour: 'present' }),
      mri(
        { id: 'relevance', by: 'Dr Demo Knife, neurosurgeon' },
        { tumour: 'present-unrelated', ...judgedUnrelated, supersedes: 'first-read' },
      ),
    ),
    expected: {
      decisions: {
        ...ruleOuts('cleared'),
        cause: 'vascular-presumed',
        botulinum: 'permitted',
        decompression: 'consider',
        stage: 'choosing-treatment',
      },
      alerts: ['finding-set-aside'],
    },
    about: ['A5'],
  },
  {
    id: 'tricky-6-plaque-and-rippling',
    title: 'Forty-five, multiple sclerosis, a plaque in the pons, rippling',
    story:
      'Continuous rippling on the side of a pontine plaque, signed by the neurologist who owns the disease. Neither an operation nor, without an exception, toxin.',
    asOf: today,
    chart: chart(
      person({ born: '1981-05-20', onset: '2026-05' }),
      typicalPicture().replace(/.*(ph\.synchronous|ph\.otherBabinski|ph\.downwardSpread|ph\.onsetOrb).*\n?/g, ''),
      `2026-08-03 | ph.continuousRipple           | yes
       2026-08-03 | rf.msHistory                  | yes
       2026-08-03 | rf.myokymia                   | yes
       2026-08-03 | known.demyelination           | present
       2026-08-03 | screen examination            | complete
       2026-08-03 | screen red-flags              | complete
       2026-08-03 | dx.class                      | probable
       2026-08-03 | dx.signedBy                   | neurologist`,
      mri({}, { demyelination: 'present' }),
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'mimic', detail: { leading: 'myokymia' } },
        'rule-out.demyelination': 'positive',
        botulinum: { answer: 'blocked', detail: { overridableBy: ['known-cause-symptomatic'], exceptions: [] } },
        decompression: 'not-candidate',
      },
      redFlags: { 'rf.msHistory': 'open', 'rf.myokymia': 'open' },
      steps: ['refer-neurology'],
    },
    about: ['DX-09', 'A8', 'A25'],
  },
]
