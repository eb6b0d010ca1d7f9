import type { Chart } from '@facialis/language'
import { chartOf } from '../decisions/chart-of.ts'

export type Story = Parameters<typeof chartOf>[0]
export const today = '2026-11-23'

type Said = NonNullable<Story['said']>
type Entries = NonNullable<Story['entries']>
type Screens = NonNullable<Story['screens']>

const dates: Said = [
  ['person.birthDate', '1961-05-02'],
  ['hfs.onset', '2024-01', '2026-09-01'],
  ['hfs.side', 'left', '2026-09-01'],
]
const described: Said = [
  ['ph.unilateral', 'yes', '2026-09-01'],
  ['ph.cn7Only', 'yes', '2026-09-01'],
  ['ph.onsetOrbicularisOculi', 'yes', '2026-09-01'],
  ['ph.downwardSpread', 'yes', '2026-09-01'],
  ['exam.observed', 'seen', '2026-09-01'],
  ['ph.otherBabinski', 'yes', '2026-09-01'],
]
const signed: Said = [
  ['dx.class', 'definite', '2026-09-01'],
  ['dx.phenotype', 'typical', '2026-09-01'],
  ['dx.signedBy', 'neurologist', '2026-09-01'],
]
const screened: Screens = [
  ['red-flags', '2026-09-01'],
  ['examination', '2026-09-01'],
]
export const goodMri: Entries[number] = [
  'study',
  '2026-09-20',
  {
    'study.modality': 'mri',
    'study.sequences': ['t1', 't1-contrast', 't2', 'flair', 'dwi', '3d-t2', 'tof-mra'],
    'study.coverage': ['brain', 'posterior-fossa', 'angle', 'temporal-bone', 'parotid'],
    'study.report': 'structured',
    'study.quality': 'diagnostic',
    'study.posteriorFossaQuality': 'diagnostic',
    'study.readerRole': 'neuroradiologist',
    'study.signed': 'yes',
    'study.acknowledged': 'yes',
    'study.normalStatement': 'yes',
  },
]
const seen: Entries[number] = ['visit', '2026-09-01', { 'visit.kind': 'first' }]
const scored: Entries[number] = ['score', '2026-09-01', { 'score.smc': 'II', 'score.hfs7': 12 }]

/** Longer and longer along the pathway; tests add to them what they are about. */
export const referred: Story = { said: [['referral.received', '2026-11-20']] }
export const triagedStory: Story = {
  said: [
    ['referral.received', '2026-11-10'],
    ['referral.triaged', '2026-11-12'],
  ],
}
export const evaluated: Story = {
  said: [['referral.received', '2026-08-01'], ['referral.triaged', '2026-08-03'], ...dates, ...described, ...signed],
  screens: screened,
  entries: [seen, scored],
}
export const cleared: Story = { ...evaluated, entries: [seen, scored, goodMri] }

/** A story with more said, screened and recorded. */
export const and = (story: Story, more: Story): Story => ({
  said: [...(story.said ?? []), ...(more.said ?? [])],
  screens: [...(story.screens ?? []), ...(more.screens ?? [])],
  entries: [...(story.entries ?? []), ...(more.entries ?? [])],
})

export const session = (on: string, fields: Entries[number][2] = {}): Story => ({
  entries: [['session', on, { 'session.product': 'onabotulinumtoxinA', 'session.indication': 'hfs', ...fields }]],
})
export const injected: Story = and(
  and(cleared, {
    said: [
      ['wish.toxin', 'yes', '2026-09-25'],
      ['consent.toxin', '2026-09-25', '2026-09-25'],
    ],
  }),
  session('2026-10-01'),
)
export const surgical: Story = and(cleared, {
  said: [
    ['wish.surgery', 'yes', '2026-10-01'],
    ['wish.toxin', 'no', '2026-10-01'],
    ['disability', 'yes', '2026-10-01'],
    ['onlyHearingEar', 'no', '2026-10-01'],
    ['asa', 'II', '2026-10-01'],
  ],
})
export const operatedOn = (on: string): Story =>
  and(surgical, { entries: [['operation', on, { 'operation.kind': 'mvd', 'operation.side': 'left' }]] })

export const chart = (story: Story, on: string = today): Chart => chartOf(story, on)
