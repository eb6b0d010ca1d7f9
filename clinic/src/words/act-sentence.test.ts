import type { Said, TimelineItem } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { actSentence } from './act-sentence.ts'

const said = (more: Partial<Said>): Said => ({ facts: {}, screens: [], entries: [], note: null, after: null, ...more })
const entry = (
  kind: string,
  fields: Said['entries'][number]['fields'],
  more: Partial<Said['entries'][number]> = {},
) => ({
  entries: [{ kind, date: null, fields, ...more }],
})
const absent = Object.fromEntries(
  ['tumour', 'earLesion', 'parotidMass', 'vascularMalformation', 'aneurysm', 'demyelination'].map((id) => [
    `mri.${id}`,
    'absent',
  ]),
)

describe('an act reads as a sentence', () => {
  const cases: readonly (readonly [TimelineItem['kind'], Partial<Said>, string])[] = [
    [
      'referral',
      { facts: { 'hfs.side': 'right', 'hfs.onset': '2025', 'referral.received': '2026-09-17' } },
      'referred the person: right side; spasm since 2025',
    ],
    [
      'triage',
      { facts: { 'rf.suddenPalsy': 'no', 'rf.limbOrSpeech': 'no' } },
      'triaged the referral: 2 red flags asked about, none found',
    ],
    [
      'triage',
      { facts: { 'rf.suddenPalsy': 'yes', 'rf.limbOrSpeech': 'no' } },
      'triaged the referral: red flag: sudden facial paralysis',
    ],
    [
      'visit',
      {
        facts: { 'ph.unilateral': true, 'ph.cn7Only': true, 'ph.painful': false },
        screens: ['red-flags', 'examination'],
        ...entry('visit', { 'visit.kind': 'first' }),
      },
      'saw the person for the first time: every red flag asked about, none found; examined, nothing abnormal; one-sided movement, facial-expression muscles only, no painful spasm',
    ],
    [
      'diagnosis-signed',
      { facts: { 'dx.class': 'definite', 'dx.phenotype': 'typical' } },
      'signed the diagnosis: definite, typical',
    ],
    [
      'diagnosis-signed',
      { facts: { 'dx.class': 'unlikely', 'dx.phenotype': 'mimic' } },
      'signed the diagnosis: hemifacial spasm unlikely, mimic',
    ],
    ['score', { facts: { faceCheck: '2026-11-23' } }, 'recorded a check: yearly face check: 23 Nov 2026'],
    [
      'call',
      entry('symptom', { 'symptom.kind': 'clear-fluid', 'symptom.settled': 'no' }),
      'spoke with the person by telephone: complaint: clear fluid',
    ],
    ['correction', { facts: { 'hfs.onset': '2024-03' } }, 'corrected the record: first spasm: Mar 2024'],
    ['consent', { facts: { 'consent.toxin': '2026-11-23' } }, 'recorded consent to injections: 23 Nov 2026'],
    ['score', entry('score', { 'score.smc': 'II' }), 'scored: spasm grade: II'],
    [
      'visit',
      entry('non-response-review', { 'review.diagnosisQuestioned': true, 'review.conclusion': 'other-map' }),
      'reviewed two poor sessions: diagnosis questioned, conclusion of the review: other map',
    ],
    [
      'flag-resolved',
      { facts: { 'rf.facialNumb': 'yes-resolved' }, note: 'A dental block, gone by the evening.' },
      'recorded what became of the red flag: numbness or stabbing pain of the face',
    ],
    [
      'flag-resolved',
      { facts: { 'exam.limbsAndGait': 'yes-explained' }, note: 'An old hip.' },
      'recorded what became of the finding: an abnormal limb or gait',
    ],
    [
      'imaging-read',
      entry(
        'study',
        { 'study.modality': 'mri', ...absent, 'mri.left.contact': 'seen', 'mri.left.vessels': ['AICA'] },
        { date: '2026-11-20' },
      ),
      'read the MRI of 20 Nov 2026: no tumour, no vascular malformation, no demyelination; a vessel at the left nerve (AICA)',
    ],
    [
      'imaging-read',
      entry('study', { 'study.modality': 'ct', ...absent, 'mri.tumour': 'present' }),
      'read the CT: an intracranial mass or cyst; no vascular malformation, no demyelination',
    ],
    [
      'imaging-acknowledged',
      entry('study', { 'study.acknowledged': true }, { id: 'mri' }),
      'acknowledged the report of the scan of 20 Nov 2026',
    ],
    ['at-chair', { screens: ['at-chair'] }, 'asked the list at the chair: nothing new'],
    [
      'at-chair',
      { facts: { 'chair.infection': true } },
      'asked the list at the chair: infection at the injection site',
    ],
    [
      'toxin-session',
      entry('session', { 'session.product': 'onabotulinumtoxinA', 'session.units': 15, 'session.side': 'left' }),
      'injected 15 U of onabotulinumtoxinA: left side',
    ],
    [
      'toxin-response',
      entry('session', { 'session.relief': 60, 'session.sideEffects': ['ptosis'] }, { date: '2026-04-20' }),
      'asked how the session of 20 Apr 2026 had worked: 60\u00a0% relief at best; ptosis',
    ],
    [
      'exception',
      entry('exception', { 'exception.code': 'mri-impossible', 'exception.expires': '2027-06-14' }),
      'signed a standing exception until 14 Jun 2027: MRI impossible; contrast CT and CT angiography read instead',
    ],
    [
      'operation',
      entry('operation', {
        'operation.kind': 'mvd',
        'operation.side': 'right',
        'operation.vesselSeen': true,
        'operation.vessels': ['AICA'],
      }),
      'operated: microvascular decompression; right side; vessel seen (AICA)',
    ],
    ['spasm-report', entry('spasm-report', { 'spasm.status': 'occasional' }), 'recorded how the spasm is: occasional'],
    [
      'history',
      {
        after: { why: 'elsewhere', by: 'Demo Clinic Far Away' },
        ...entry('session', { 'session.side': 'right' }, { date: '2025-10' }),
      },
      'recorded what Demo Clinic Far Away reported: injection session of Oct 2025',
    ],
    [
      'correction',
      entry('session', {}, { date: '2026-03-21', withdrawn: true }),
      'struck the injection session of 21 Mar 2026',
    ],
    [
      'toxin-order-withdrawn',
      { withdraws: 'order', note: 'No longer wished' },
      'withdrew the order for nurses of 20 Nov 2026',
    ],
    ['closure', { facts: { 'episode.closed': 'discharged' } }, 'closed the episode: discharged'],
    ['closure', { facts: { 'episode.closed': 'no' } }, 'reopened the episode'],
  ]
  it.each(cases)('%s', (kind, told, sentence) =>
    expect(
      actSentence({ kind, said: said(told) }, (id) => (id === 'mri' || id === 'order' ? '2026-11-20' : null)),
    ).toBe(sentence),
  )
})
