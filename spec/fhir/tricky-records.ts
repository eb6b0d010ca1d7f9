import { concept, type Json } from './bundles.ts'
import {
  clearRead,
  exported,
  form,
  injection,
  noted,
  operated,
  person,
  prescription,
  problem,
  referral,
  remembered,
  scan,
} from './outside-clinic.ts'

const visit = '2026-08-03'
const left = concept('icd', 'G51.32')
const spasm = (recorded: string, onset: string, coded: Json = left) =>
  problem('spasm', coded, recorded, { onsetDateTime: onset })
const picture = {
  'ph.unilateral': true,
  'ph.cn7Only': true,
  'ph.onsetOrbicularisOculi': true,
  'ph.downwardSpread': true,
  'ph.synchronous': true,
  'ph.otherBabinski': true,
  'exam.observed': 'seen',
} as const
const asked = { 'screen.red-flags': true, 'screen.examination': true } as const
/** Seen, examined, asked about flags; the conclusion is definite in the form, and signed by who asserts the problem. */
const seen = (day = visit, more: Parameters<typeof form>[2] = {}) =>
  form('first-visit', day, { 'visit.kind': 'first', ...picture, ...asked, 'dx.class': 'definite', ...more })
const before = (day: string): string => `${day.slice(0, 8)}01`

const typical = (onset = '2023-05', day = visit) =>
  [referral('2026-06-01'), spasm(before(day), onset), seen(day)] as const

const fromAbroad = (scanned: string) =>
  exported(
    'collection',
    person('1961-07'),
    referral('2026-06-01'),
    spasm('2026-11-20', '2017', concept('icd', 'G51.31')),
    seen('2026-11-23'),
    remembered('s1', '2018-01', 'Botulinum toxin, product not known'),
    remembered('s2', '2021', 'Botulinum toxin, product not known'),
    noted('r2', '2021', 'session.relief', 75, 's2'),
    noted('w2', '2021', 'session.performedHere', false, 's2'),
    remembered('s3', '2024-05', 'Botulinum toxin, product not known'),
    noted('r3', '2024-05', 'session.relief', 80, 's3'),
    noted('w3', '2024-05', 'session.performedHere', false, 's3'),
    remembered('s4', '2026-03', 'Botulinum toxin, product not known'),
    scan(
      'outside',
      { day: scanned },
      {
        'study.sequences': ['t1', 't1-contrast', 't2', 'flair', 'dwi'],
        'study.quality': 'diagnostic',
        'study.posteriorFossaQuality': 'diagnostic',
        'study.normalStatement': true,
        'study.acknowledged': true,
        'study.adequateFor': ['tumour', 'vascular-malformation', 'demyelination', 'other-lesion'],
      },
    ),
  )

const meningioma = (judged: Parameters<typeof scan>[2]) =>
  exported(
    'transaction',
    person('1968-04-12'),
    typical(),
    scan('mri', { day: '2026-08-20' }, { ...clearRead, ...judged }),
  )

const afterToxin = exported(
  'searchset',
  person('1968-04-12'),
  typical(),
  scan('mri', { day: '2026-08-20' }, clearRead),
  injection('s1', '2026-11-14', concept('hcpcs', 'J0585'), {
    units: 22.5,
    procedure: { reasonCode: [left], bodySite: [concept('snomed', '7771000')] },
  }),
  form('red-eye', '2026-11-19', { 'symptom.kind': 'red-painful-eye' }),
  form('open-eye', '2026-11-19', { 'symptom.kind': 'eye-not-closing' }),
  form('droop', '2026-11-23', { 'symptom.kind': 'facial-weakness' }),
  form('slur', '2026-11-23', { 'symptom.kind': 'speech', 'rf.limbOrSpeech': true }),
)

const relapsing = exported(
  'document',
  person('1968-04-12'),
  referral('2025-08-04'),
  spasm('2025-09-01', '2016-05'),
  seen('2025-09-02'),
  scan('mri', { day: '2025-10-10' }, clearRead),
  operated('2026-01-12'),
  ...(
    [
      ['2026-01-18', 'none'],
      ['2026-01-24', 'reduced'],
      ['2026-07-31', 'none'],
      ['2027-03-08', 'unchanged'],
    ] as const
  ).map(([day, status]) => form(`report-${day}`, day, { 'spasm.status': status })),
  form('palsy', '2026-02-01', { 'symptom.kind': 'facial-weakness', 'symptom.strokeChecked': true }),
)

const busyAutumn = exported(
  'searchset',
  person('2000-02-14'),
  referral('2026-03-01'),
  spasm('2026-04-01', '2025-04'),
  seen('2026-04-20'),
  scan('mri', { day: '2026-06-10' }, clearRead),
  injection('s1', '2026-09-02', concept('hcpcs', 'J0585'), { units: 30, procedure: { reasonCode: [left] } }),
  noted('relief', '2026-10-01', 'session.relief', 75, 's1-procedure'),
  remembered('forehead', '2026-10-12', 'Botox Cosmetic', {
    reasonCode: [{ coding: [{ system: 'https://facialis.invalid/term', code: 'reason.cosmetic' }] }],
    dosage: [{ doseAndRate: [{ doseQuantity: { value: 20, unit: 'Units' } }] }],
  }),
  form('chair', '2026-11-23', { 'screen.at-chair': true, 'chair.pregnancy': 'pregnant-or-trying' }),
  prescription('aspirin', '2026-11-23', 'aspirin 81 MG Delayed Release Oral Tablet'),
)

/** The tricky patients as the record of another clinic, by the name of the example that says what must be answered. */
export const trickyRecords: Readonly<Record<string, Json>> = {
  'tricky-1-treated-abroad': fromAbroad('2018'),
  'tricky-2-scan-too-old': fromAbroad('2015'),
  'tricky-3-mri-impossible': exported(
    'collection',
    person('1952-03-08'),
    typical(),
    form('mri-safety', '2026-10-01', { 'mri.impossible': true, 'mri.impossibleReason': 'ICD, not conditional' }),
    scan(
      'ct',
      { day: '2026-10-08', code: concept('loinc', '24727-0') },
      {
        ...clearRead,
        'study.sequences': ['ct-contrast'],
        'study.coverage': ['brain', 'posterior-fossa', 'angle', 'temporal-bone'],
      },
    ),
    scan(
      'cta',
      { day: '2026-10-08', code: concept('cpt', '70496') },
      {
        'study.sequences': ['cta'],
        'study.coverage': ['brain', 'posterior-fossa'],
        'study.quality': 'diagnostic',
        'study.posteriorFossaQuality': 'diagnostic',
        'study.acknowledged': true,
        'mri.vascularMalformation': 'absent',
        'mri.aneurysm': 'absent',
      },
    ),
  ),
  'tricky-4-declines': exported(
    'collection',
    person('1968-04-12'),
    typical(),
    form('declined', '2026-10-20', { 'mri.declined': true, 'mri.declinedCapacity': true }),
  ),
  'tricky-5-meningioma': meningioma({ 'mri.tumour': 'present' }),
  'tricky-5-judged-unrelated': meningioma({
    'mri.tumour': 'present-unrelated',
    'study.relevanceBy': 'neurosurgeon',
    'study.relevanceName': 'Dr Demo Knife',
    'study.relevanceOn': '2026-08-27',
    'study.relevanceWhy': 'beside the falx, far from the nerve',
  }),
  'tricky-6-plaque-and-rippling': exported(
    'searchset',
    person('1981-05-20'),
    referral('2026-06-01'),
    spasm(visit, '2026-05'),
    problem('sclerosis', concept('icd', 'G35'), visit),
    problem('rippling', concept('snomed', '1070000'), visit),
    form('first-visit', visit, {
      'visit.kind': 'first',
      'ph.unilateral': true,
      'ph.cn7Only': true,
      'ph.continuousRipple': true,
      'exam.observed': 'seen',
      ...asked,
    }),
    scan(
      'mri',
      { day: '2026-08-20', report: { conclusionCode: [concept('snomed', '24700007')] } },
      clearReadWithout('mri.demyelination'),
    ),
  ),
  'tricky-7-long-spasms': exported(
    'searchset',
    person('1962-09-30'),
    typical('2014'),
    form('history', '2026-08-03', {
      'ph.ipsiEarClick': true,
      'rf.painfulTonic': 'no',
      'rf.hearingLoss': 'no',
      asa: 'II',
      onlyHearingEar: false,
    }),
    form('scale', '2026-08-03', { 'score.smc': 'III' }),
    form('wish', '2026-11-02', { 'wish.surgery': true }),
    scan(
      'mri',
      { day: '2026-08-20' },
      { ...clearRead, 'mri.left.contact': 'not-seen', 'mri.right.contact': 'not-seen' },
    ),
    form('chair', '2026-11-23', { 'screen.at-chair': true }),
    prescription('apixaban', '2026-11-23', 'apixaban 5 MG Oral Tablet'),
  ),
  'tricky-8-blepharospasm-with-a-vessel': exported(
    'collection',
    person('1968-04-12'),
    referral('2026-06-01'),
    problem('bleph', concept('snomed', '59026006'), visit),
    problem('no-spasm', concept('snomed', '13753008'), visit, {
      verificationStatus: { coding: [{ code: 'refuted' }] },
    }),
    form('first-visit', visit, {
      'visit.kind': 'first',
      'hfs.side': 'both',
      'hfs.onset': '2023-05',
      'ph.unilateral': false,
      'ph.bilateralSync': true,
      'ph.lightSensitive': true,
      'ph.sensoryTrick': true,
      'rf.bilateral': 'yes',
      'dx.class': 'unlikely',
      'dx.phenotype': 'mimic',
      'dx.signedBy': 'neurologist',
      ...asked,
    }),
    scan(
      'mri',
      { day: '2026-08-20' },
      { ...clearRead, 'mri.right.contact': 'seen', 'mri.right.vessels': ['AICA'], 'mri.left.contact': 'not-seen' },
    ),
  ),
  'tricky-9-day-5': afterToxin,
  'tricky-9-day-9': afterToxin,
  'tricky-10-day-6': relapsing,
  'tricky-10-day-12': relapsing,
  'tricky-10-day-20': relapsing,
  'tricky-10-day-200': relapsing,
  'tricky-10-day-420': relapsing,
  'tricky-11-child': exported(
    'collection',
    person('2015-02-10'),
    referral('2026-06-01'),
    spasm('2026-11-16', '2024-11'),
    form('first-visit', '2026-11-16', { 'visit.kind': 'first', ...picture, ...asked }),
    remembered('s1', '2026-04-14', 'Botox', { reasonCode: [left] }),
    noted('relief', '2026-05-01', 'session.relief', 80, 's1'),
  ),
  'tricky-12-day-82': busyAutumn,
}

function clearReadWithout(name: string): typeof clearRead {
  return Object.fromEntries(Object.entries(clearRead).filter(([id]) => id !== name))
}
