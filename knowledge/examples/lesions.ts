import {
  chart,
  contrastCt,
  judgedUnrelated,
  mri,
  otherStudy,
  person,
  ready,
  ruleOuts,
  today,
  workedUp,
} from './chart-parts.ts'
import type { Example, Expected } from './example.ts'

type Subject = 'tumour' | 'vascular-malformation' | 'demyelination' | 'other-lesion'
type Found = readonly [id: string, title: string, story: string, field: string, subject: Subject]

/** Wherever it lies, a lesion shuts the gate until a named specialist judges it. */
const found: readonly Found[] = [
  [
    'tumour-of-the-angle',
    'An epidermoid of the left angle',
    'Clinically this was a plain typical spasm. The scan shows a mass on the nerve.',
    'tumour',
    'tumour',
  ],
  [
    'remote-cyst',
    'A cyst far from the nerve',
    'The only finding is an arachnoid cyst of the temporal pole. It still has to be judged by somebody.',
    'tumour',
    'tumour',
  ],
  [
    'contralateral-mass',
    'A mass on the other side',
    'The spasm is on the left, the schwannoma on the right. Neither side is looked past.',
    'tumour',
    'tumour',
  ],
  [
    'supratentorial-mass',
    'A mass above the tentorium',
    'A frontal meningioma, nothing in the posterior fossa. Nobody has judged it yet.',
    'tumour',
    'tumour',
  ],
  [
    'ear-lesion',
    'Disease of the middle ear',
    'A cholesteatoma erodes the facial canal. It counts with the tumours.',
    'earLesion',
    'tumour',
  ],
  [
    'parotid-mass',
    'A lump in the parotid',
    'The nerve is free in the head, and a mass lies in the gland. It counts with the tumours.',
    'parotidMass',
    'tumour',
  ],
  [
    'malformation',
    'A dural fistula',
    'Early draining veins around the brainstem. A malformation, not a loop.',
    'vascularMalformation',
    'vascular-malformation',
  ],
  [
    'aneurysm',
    'An unruptured aneurysm',
    'An aneurysm of the vertebral artery, in a person with mild spasm. Mild spasm is no reassurance.',
    'aneurysm',
    'vascular-malformation',
  ],
  [
    'plaque-without-history',
    'Plaques nobody expected',
    'The scan shows lesions typical of multiple sclerosis, one in the left pons. There was no history of it.',
    'demyelination',
    'demyelination',
  ],
  [
    'raised-pressure',
    'Signs of raised pressure',
    'Wide ventricles and flat discs on the scan, no mass. It is another lesion all the same.',
    'raisedPressure',
    'other-lesion',
  ],
  [
    'pontine-infarct',
    'A small bleed in the pons',
    'An old bleed beside the facial nucleus. Nobody has judged it yet.',
    'infarctOrBleed',
    'other-lesion',
  ],
  [
    'chiari',
    'Low tonsils',
    'Tonsils eight millimetres below the foramen. The report leaves open what that means for the face.',
    'chiari',
    'other-lesion',
  ],
  [
    'bone-lesion',
    'A lesion of the skull base',
    'The temporal bone is thickened around the nerve. Nobody has judged it yet.',
    'boneLesion',
    'other-lesion',
  ],
  [
    'enhancing-nerve',
    'A nerve that takes up contrast',
    'The left nerve lights up along its canal. A vessel does not do that.',
    'nerveEnhancement',
    'other-lesion',
  ],
]

const lesionFound = ([id, title, story, field, subject]: Found): Example => ({
  id: `found-${id}`,
  title,
  story,
  asOf: today,
  chart: chart(person(), workedUp(), mri({}, { [field]: 'present' })),
  expected: {
    decisions: {
      ...ruleOuts('cleared', { [subject]: 'positive' }),
      cause: { answer: 'under-review', because: ['RO-05/unjudged'], detail: { secondaryTo: null } },
      botulinum: { answer: 'blocked', because: [`BT-02/${subject}`], detail: { exceptions: [] } },
      'botulinum.session': 'blocked',
      decompression: subject === 'demyelination' ? 'not-candidate' : 'treat-cause-first',
      stage: { answer: 'ruling-out', detail: { also: ['secondary-cause-care'] } },
    },
  },
  about: ['RO-05', `BT-02/${subject}`],
})

/** The same lesion once a specialist has spoken: whose word it is, and what follows. */
type Judged = readonly [
  id: string,
  title: string,
  story: string,
  changes: Parameters<typeof mri>[1],
  expected: Expected,
]
const positive = (id: Subject) => ({ ...ruleOuts('cleared', { [id]: 'positive' }), botulinum: 'blocked' }) as const
const judgedLesions: readonly Judged[] = [
  [
    'tumour-the-cause',
    'The epidermoid judged to be the cause',
    'A neurosurgeon judged that the mass on the nerve is the cause, and follows it. It is treated first.',
    { tumour: 'present-causal', ...judgedUnrelated, relevanceWhy: 'on the nerve', followUpOwner: 'operation planned' },
    {
      decisions: {
        ...positive('tumour'),
        cause: { answer: 'secondary', because: ['RO-05'], detail: { secondaryTo: 'tumour' } },
        decompression: 'treat-cause-first',
        stage: { answer: 'ruling-out', detail: { also: ['secondary-cause-care'] } },
      },
      steps: ['refer-lesion'],
      noSteps: ['judge-relevance', 'name-follow-up-owner'],
    },
  ],
  [
    'aneurysm-possibly',
    'An aneurysm that may be the cause',
    'A neurologist judged that the aneurysm may press on the nerve. That is enough for a secondary cause, and nobody is named yet who follows it.',
    {
      aneurysm: 'present-possible',
      ...judgedUnrelated,
      relevanceBy: 'neurologist',
      relevanceWhy: 'close to the nerve',
      followUpOwner: null,
    },
    {
      decisions: {
        ...positive('vascular-malformation'),
        cause: { answer: 'secondary', detail: { secondaryTo: 'vascular-malformation' } },
        decompression: 'treat-cause-first',
      },
      steps: ['name-follow-up-owner'],
      noSteps: ['judge-relevance'],
    },
  ],
  [
    'cause-by-somebody-else',
    'A mass called the cause by somebody who may not judge',
    'The report itself calls the mass causal, and no neurologist or neurosurgeon has said so. It still waits to be judged.',
    { tumour: 'present-causal', ...judgedUnrelated, relevanceBy: 'other', relevanceWhy: 'so the report says' },
    {
      decisions: { ...positive('tumour'), cause: { answer: 'under-review', detail: { secondaryTo: null } } },
      steps: ['judge-relevance'],
    },
  ],
  [
    'unrelated-by-somebody-else',
    'A mass called unrelated by somebody who may not judge',
    'The report itself calls the mass unrelated, and no neurologist or neurosurgeon has said so. It is judged, not scanned again.',
    { tumour: 'present-unrelated', ...judgedUnrelated, relevanceBy: 'other', relevanceWhy: 'so the report says' },
    {
      decisions: { ...positive('tumour'), botulinum: 'blocked' },
      steps: ['judge-relevance'],
      noSteps: ['repeat-mri', 'order-mri'],
      noAlerts: ['finding-set-aside'],
    },
  ],
  [
    'unrelated-on-a-general-read',
    'Judged unrelated on a general radiologist’s report',
    'A neurosurgeon judged the meningioma unrelated from the report of a general radiologist. Nothing is cleared until a neuroradiologist has looked.',
    { tumour: 'present-unrelated', ...judgedUnrelated, readerRole: 'general-radiologist' },
    {
      decisions: { ...positive('tumour'), botulinum: 'blocked' },
      steps: ['neuroradiology-read'],
      noSteps: ['judge-relevance', 'repeat-mri', 'order-mri'],
    },
  ],
  [
    'unrelated-with-a-neuroradiology-read',
    'The same, and the neurosurgeon has seen a neuroradiologist’s read',
    'The judge says that a neuroradiologist of the board read it, too. The gate opens, and the note stays.',
    {
      tumour: 'present-unrelated',
      ...judgedUnrelated,
      readerRole: 'general-radiologist',
      neuroradiologyRead: 'yes',
    },
    {
      decisions: {
        ...ruleOuts('cleared'),
        'rule-out.tumour': {
          answer: 'cleared',
          detail: { setAside: ['mri'], followUpOwner: 'neurosurgery, a scan every year' },
        },
        botulinum: 'permitted',
      },
      noSteps: ['neuroradiology-read', 'judge-relevance'],
      alerts: ['finding-set-aside'],
    },
  ],
  [
    'unrelated-without-owner',
    'Judged unrelated, and nobody follows it',
    'A neurosurgeon judged the meningioma unrelated and named nobody for its yearly scan. The gate opens, and the finding keeps a step of its own.',
    { tumour: 'present-unrelated', ...judgedUnrelated, followUpOwner: null },
    {
      decisions: { ...ruleOuts('cleared'), cause: 'vascular-presumed', botulinum: 'permitted' },
      steps: ['name-follow-up-owner'],
      noSteps: ['judge-relevance'],
    },
  ],
]
const lesionJudged = ([id, title, story, changes, expected]: Judged): Example => ({
  id: `judged-${id}`,
  title,
  story,
  asOf: today,
  chart: chart(person(), workedUp(), mri({ by: 'Dr Demo Knife' }, changes)),
  expected,
  about: ['A5', 'RO-05'],
})

const clearsNothing: readonly Example[] = [
  {
    id: 'ct-only-normal',
    title: 'A normal CT of the head and nothing else',
    story: 'The emergency room made a plain CT and found nothing. CT shows the posterior fossa poorly.',
    asOf: today,
    chart: chart(person(), workedUp(), contrastCt({}, { sequences: null, coverage: '[brain]' })),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        imaging: 'inadequate-repeat',
        botulinum: 'blocked',
        decompression: 'not-candidate',
      },
    },
    about: ['IM-05', 'IM-08', 'BT-02/tumour'],
  },
  {
    id: 'eeg-only-normal',
    title: 'A normal EEG and nothing else',
    story: 'Seizures were suspected elsewhere and the EEG was normal. It says nothing about a lesion.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      otherStudy(
        { id: 'eeg' },
        {
          modality: 'other',
          report: 'structured',
          signed: 'yes',
          normalStatement: 'yes',
          quality: 'diagnostic',
          posteriorFossaQuality: 'diagnostic',
          acknowledged: 'yes',
        },
      ),
    ),
    expected: { decisions: { ...ruleOuts('open'), botulinum: 'blocked', cause: 'undetermined' } },
    about: ['BT-02/tumour'],
  },
  {
    id: 'good-toxin-response-only',
    title: 'Toxin worked well elsewhere',
    story: 'Two sessions abroad helped a great deal. A lesion would have let it work as well.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      `2025-11    | session s1                    | product: onabotulinumtoxinA; performedHere: no; relief: 80
       2026-04    | session s2                    | product: onabotulinumtoxinA; performedHere: no; relief: 85`,
    ),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        'response.toxin': 'good',
        cause: 'undetermined',
        botulinum: 'blocked',
        decompression: 'not-candidate',
      },
    },
    about: ['BT-02/tumour', 'S13'],
  },
  {
    id: 'long-winding-artery',
    title: 'Dolichoectasia: the cause, not a malformation',
    story:
      'A long winding vertebral artery indents the left nerve. That is the vascular cause itself, and a risk to be named before an operation.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      mri({}, { dolichoectasia: 'yes', 'left.contact': 'seen', 'left.vessels': '[VA]' }),
      `2026-11-02 | score smc | smc: III
       2026-11-02 | wish.surgery | yes
       2026-11-02 | onlyHearingEar | no
       2026-11-02 | asa | II`,
    ),
    expected: {
      decisions: {
        ...ruleOuts('cleared'),
        cause: { answer: 'vascular-presumed', detail: { vessel: 'seen' } },
        botulinum: 'permitted',
        decompression: 'consider',
      },
    },
    about: ['A5', 'SX-02'],
  },
  {
    id: 'tumour-on-the-problem-list',
    title: 'A meningioma on the problem list, a clean scan',
    story:
      'The problem list names a meningioma that the new report does not mention. Somebody has to say what became of it.',
    asOf: today,
    chart: chart(ready(), '2025-01-10 | known.tumour | present | Demo Practice'),
    expected: {
      decisions: {
        'rule-out.tumour': 'positive',
        botulinum: 'blocked',
        cause: 'under-review',
        decompression: 'treat-cause-first',
      },
    },
    about: ['RO-05', 'A5'],
  },
  {
    id: 'unrelated-aneurysm',
    title: 'An aneurysm that two specialists call unrelated',
    story:
      'A three-millimetre aneurysm of the middle cerebral artery, found by chance. A neurosurgeon and a neuroradiologist judged it unrelated and follow it.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      mri({ id: 'first-read' }, { aneurysm: 'present' }),
      mri(
        { id: 'relevance', by: 'Dr Demo Knife, neurosurgeon' },
        { aneurysm: 'present-unrelated', ...judgedUnrelated, supersedes: 'first-read' },
      ),
    ),
    expected: { decisions: { ...ruleOuts('cleared'), cause: 'vascular-presumed', botulinum: 'permitted' } },
    about: ['RO-05', 'A5'],
  },
]

/** Lesions in every place, and what never clears anything. */
export const lesions: readonly Example[] = [
  ...found.map(lesionFound),
  ...judgedLesions.map(lesionJudged),
  ...clearsNothing,
]
