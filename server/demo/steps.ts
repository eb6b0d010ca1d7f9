import { findings } from '@facialis/knowledge/entries/study-findings.ts'
import type { SentAct } from '../acts/act-shape.ts'

/** An act of the demo: how many days ago, by whom, and what was said on that day. */
export type Step = readonly [daysAgo: number, by: Staff, act: (on: string) => Omit<SentAct, 'date'>]
export type Staff = 'neurologist' | 'surgeon' | 'nurse' | 'reader' | 'coordinator'

export type Fields = Readonly<Record<string, unknown>>
type Entry = NonNullable<SentAct['entries']>[number]
export const one = (kind: string, fields: Fields, more: Partial<Entry> = {}): Entry => ({ kind, fields, ...more })

export const triaged = (daysAgo: number): Step => [
  daysAgo,
  'coordinator',
  (on) => ({
    kind: 'triage',
    facts: {
      'referral.triaged': on,
      'rf.suddenPalsy': 'no',
      'rf.limbOrSpeech': 'no',
      'rf.raisedICP': 'no',
      'rf.suddenHearingLoss': 'no',
    },
    entries: [one('visit', { 'visit.kind': 'triage' })],
  }),
]

/** The bedside procedure with the typical findings. */
export const examined = (daysAgo: number, facts: Fields = {}): Step => [
  daysAgo,
  'neurologist',
  () => ({
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
  }),
]

export const concluded = (daysAgo: number, facts: Fields = {}): Step => [
  daysAgo,
  'neurologist',
  () => ({ kind: 'diagnosis-signed', facts: { 'dx.class': 'definite', 'dx.phenotype': 'typical', ...facts } }),
]

export const scanOrdered = (daysAgo: number, bookedFor: string | null = null): Step => [
  daysAgo,
  'neurologist',
  () => ({
    kind: 'imaging-order',
    entries: [
      one('imaging-order', {
        'order.modality': 'mri',
        'order.sequences': ['t1-contrast', 't2', 'flair', 'dwi', '3d-t2', 'tof-mra'],
        'order.urgency': 'routine',
        ...(bookedFor === null ? {} : { 'order.bookedFor': bookedFor }),
      }),
    ],
  }),
]

/** A structured read; nothing found unless said. */
export const scanRead = (daysAgo: number, id: string, fields: Fields = {}): Step => [
  daysAgo,
  'reader',
  () => ({
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
  }),
]

export const scanAcknowledged = (daysAgo: number, id: string): Step => [
  daysAgo,
  'neurologist',
  (on) => ({
    kind: 'imaging-acknowledged',
    entries: [one('study', { 'study.acknowledged': true, 'study.acknowledgedOn': on }, { id })],
  }),
]

/** The bedside procedure where it is no hemifacial spasm. */
export const seenOnBothSides = (daysAgo: number): Step => [
  daysAgo,
  'neurologist',
  () => ({
    kind: 'visit',
    facts: { 'ph.unilateral': false, 'ph.bilateralSync': true, 'exam.observed': 'seen' },
    screens: ['red-flags'],
    entries: [one('visit', { 'visit.kind': 'first' })],
    note: 'Both eyes close together, light makes it worse.',
  }),
]

export const hearingWorse = (daysAgo: number): Step => [
  daysAgo,
  'nurse',
  () => ({
    kind: 'call',
    entries: [one('visit', { 'visit.kind': 'phone' })],
    note: 'Called back: hearing on the left has been worse for about a month.',
  }),
]

export const scanImpossible = (daysAgo: number): Step => [
  daysAgo,
  'neurologist',
  () => ({
    kind: 'visit',
    facts: { 'mri.impossible': true, 'mri.impossibleReason': 'Demo: a device that MRI safety does not allow.' },
    entries: [one('visit', { 'visit.kind': 'follow-up' })],
  }),
]
