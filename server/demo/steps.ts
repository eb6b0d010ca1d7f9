import { findings } from '@facialis/knowledge/entries/study-findings.ts'
import type { SentAct } from '../acts/act-shape.ts'

/** An act of the demo: how many days ago, by whom, and what. Its date is filled in when it is done. */
export type Step = readonly [daysAgo: number, by: Staff, act: Omit<SentAct, 'date'>]
export type Staff = 'neurologist' | 'surgeon' | 'nurse' | 'reader' | 'coordinator'

type Fields = Readonly<Record<string, unknown>>
type Entry = NonNullable<SentAct['entries']>[number]
const one = (kind: string, fields: Fields, more: Partial<Entry> = {}): Entry => ({ kind, fields, ...more })

export const triaged = (daysAgo: number, date: string): Step => [
  daysAgo,
  'coordinator',
  {
    kind: 'triage',
    facts: {
      'referral.triaged': date,
      'rf.suddenPalsy': 'no',
      'rf.limbOrSpeech': 'no',
      'rf.raisedICP': 'no',
      'rf.suddenHearingLoss': 'no',
    },
    entries: [one('visit', { 'visit.kind': 'triage' })],
  },
]

/** The bedside procedure with the typical findings. */
export const examined = (daysAgo: number, facts: Fields = {}): Step => [
  daysAgo,
  'neurologist',
  {
    kind: 'visit',
    facts: {
      'ph.unilateral': true,
      'ph.cn7Only': true,
      'ph.onsetOrbicularisOculi': true,
      'ph.downwardSpread': true,
      'ph.synchronous': true,
      'ph.otherBabinski': true,
      'exam.observed': 'seen',
      ...facts,
    },
    screens: ['red-flags', 'examination'],
    entries: [one('visit', { 'visit.kind': 'first' })],
    note: 'Watched for ten minutes; contractions of one side of the face only, the brow rises as the eye closes.',
  },
]

export const concluded = (daysAgo: number, facts: Fields = {}): Step => [
  daysAgo,
  'neurologist',
  { kind: 'diagnosis-signed', facts: { 'dx.class': 'definite', 'dx.phenotype': 'typical', ...facts } },
]

export const scanOrdered = (daysAgo: number, bookedFor: string | null = null): Step => [
  daysAgo,
  'neurologist',
  {
    kind: 'imaging-order',
    entries: [
      one('imaging-order', {
        'order.modality': 'mri',
        'order.sequences': ['t1-contrast', 't2', 'flair', 'dwi', '3d-t2', 'tof-mra'],
        'order.urgency': 'routine',
        ...(bookedFor === null ? {} : { 'order.bookedFor': bookedFor }),
      }),
    ],
  },
]

/** A structured read; nothing found unless said. */
export const scanRead = (daysAgo: number, id: string, fields: Fields = {}): Step => [
  daysAgo,
  'reader',
  {
    kind: 'imaging-read',
    entries: [
      one(
        'study',
        {
          'study.modality': 'mri',
          'study.sequences': ['t1', 't1-contrast', 't2', 'flair', 'dwi', '3d-t2', 'tof-mra'],
          'study.coverage': ['brain', 'posterior-fossa', 'angle', 'temporal-bone', 'parotid'],
          'study.report': 'structured',
          'study.quality': 'diagnostic',
          'study.posteriorFossaQuality': 'diagnostic',
          'study.signed': true,
          'study.evidence': 'structured',
          ...Object.fromEntries(findings.map(({ id }) => [id, 'absent'])),
          ...fields,
        },
        { id },
      ),
    ],
  },
]

export const scanAcknowledged = (daysAgo: number, id: string, date: string): Step => [
  daysAgo,
  'neurologist',
  {
    kind: 'imaging-acknowledged',
    entries: [one('study', { 'study.acknowledged': true, 'study.acknowledgedOn': date }, { id })],
  },
]

/** Consent, the at-chair list and the doctor's plan, then the session: one act cannot answer and inject. */
export const injected = (
  daysAgo: number,
  id: string,
  units: number,
  side: 'left' | 'right',
  date: string,
): readonly Step[] => {
  const points = [
    ['ooc.pretarsal', 0.2],
    ['ooc.preseptal', 0.2],
    ['ooc.orbital.lateral', 0.2],
    ['zygMajor', 0.2],
    ['orisUpper', 0.2],
  ] as const
  const map = {
    points: points.map(([muscle, share]) => ({ muscle, side, units: (units * share * 10) / 10 })),
    vials: [50],
    waste: 50 - units,
  }
  return [
    [daysAgo, 'neurologist', { kind: 'at-chair', screens: ['at-chair'], facts: { 'consent.toxin': date } }],
    [
      daysAgo,
      'neurologist',
      {
        kind: 'toxin-session',
        entries: [
          one(
            'session',
            {
              'session.product': 'onabotulinumtoxinA',
              'session.units': units,
              'session.side': side,
              'session.indication': 'hfs',
              'session.lot': 'DEMO-L1',
              'session.expiry': '2039-12',
              'session.map': JSON.stringify(map),
            },
            { id },
          ),
        ],
      },
    ],
  ]
}

export const answered = (
  daysAgo: number,
  id: string,
  relief: number,
  date: string,
  sideEffects: readonly string[] = ['none'],
): Step => [
  daysAgo,
  'nurse',
  {
    kind: 'toxin-response',
    entries: [
      one(
        'session',
        { 'session.relief': relief, 'session.reliefAsked': date, 'session.sideEffects': sideEffects },
        { id },
      ),
      one('spasm-report', { 'spasm.status': relief >= 50 ? 'reduced' : 'unchanged' }),
    ],
  },
]

export const scored = (daysAgo: number, fields: Fields): Step => [
  daysAgo,
  'nurse',
  { kind: 'score', entries: [one('score', fields)] },
]

export const spasm = (daysAgo: number, status: string): Step => [
  daysAgo,
  'nurse',
  { kind: 'spasm-report', entries: [one('spasm-report', { 'spasm.status': status })] },
]

export const operated = (daysAgo: number, side: 'left' | 'right'): Step => [
  daysAgo,
  'surgeon',
  {
    kind: 'operation',
    entries: [
      one('operation', {
        'operation.kind': 'mvd',
        'operation.side': side,
        'operation.vesselSeen': true,
        'operation.vessels': ['AICA'],
        'operation.lsrAtEnd': 'gone',
      }),
    ],
  },
]
