import { expect, test } from 'vitest'
import { stepsOn } from './said-on.ts'
import { and, cleared, evaluated, goodMri, referred, surgical, triagedStory } from './stories.ts'
import { described, fact, flag, none, table, visit } from './tables.ts'

table('referral', [
  ['a referral is triaged within a week', referred, 'triage', '2026-11-27', 'routine due 2026-11-27'],
  ['a day later it is late', referred, 'triage', '2026-11-28', 'routine grace 2026-11-27'],
  ['after two weeks it is overdue', referred, 'triage', '2026-12-05', 'routine overdue 2026-11-27'],
  ['without the day it arrived the day is asked for', {}, 'triage', '2026-11-23', 'routine unknown-anchor no day'],
  ['once triaged it is done', triagedStory, 'triage', '2026-11-23', none],
  [
    'triage comes sooner with a flag',
    and(referred, fact('rf.cancer', 'yes', '2026-11-20')),
    'triage',
    '2026-11-23',
    'soon due 2026-11-27',
  ],
  ['the first visit counts from triage', triagedStory, 'first-visit', '2026-11-23', 'routine due 2027-02-04'],
  ['on the last day it is due', triagedStory, 'first-visit', '2027-02-04', 'routine due 2027-02-04'],
  [
    'a soon flag makes it two weeks',
    and(triagedStory, fact('rf.cancer', 'yes', '2026-11-12')),
    'first-visit-soon',
    '2026-11-23',
    'soon due 2026-11-26',
  ],
  [
    'and takes the routine place away',
    and(triagedStory, fact('rf.cancer', 'yes', '2026-11-12')),
    'first-visit',
    '2026-11-23',
    none,
  ],
  [
    'an urgent flag makes it two days',
    and(triagedStory, fact('rf.cerebellar', 'yes', '2026-11-12')),
    'first-visit-urgent',
    '2026-11-23',
    'urgent overdue 2026-11-14',
  ],
  [
    'an emergency books nothing',
    and(triagedStory, fact('rf.thunderclap', 'yes', '2026-11-22')),
    'first-visit-urgent',
    '2026-11-23',
    none,
  ],
  [
    'who was seen needs no first visit',
    and(triagedStory, visit('first', '2026-11-20')),
    'first-visit',
    '2026-11-23',
    none,
  ],
  [
    'not about the face: back with an answer',
    and(referred, fact('referral.reason', 'other')),
    'return-referral',
    '2026-11-23',
    'routine due 2026-11-27',
  ],
  [
    'a closed episode asks for nothing',
    and(triagedStory, fact('episode.closed', 'discharged')),
    'first-visit',
    '2026-11-23',
    none,
  ],
])

table('red flags', [
  [
    'an emergency is now',
    flag('rf.thunderclap', '2026-11-22'),
    'emergency/rf.thunderclap',
    '2026-11-22',
    'emergency due 2026-11-22',
  ],
  [
    'and overdue the next day',
    flag('rf.thunderclap', '2026-11-22'),
    'emergency/rf.thunderclap',
    '2026-11-23',
    'emergency overdue 2026-11-22',
  ],
  [
    'sudden hearing loss within a day',
    flag('rf.suddenHearingLoss', '2026-11-22'),
    'resolve-flag/rf.suddenHearingLoss',
    '2026-11-23',
    'urgent due 2026-11-23',
  ],
  [
    'zoster the same day',
    flag('rf.zoster', '2026-11-22'),
    'resolve-flag/rf.zoster',
    '2026-11-23',
    'urgent overdue 2026-11-22',
  ],
  [
    'cancer within two weeks',
    flag('rf.cancer', '2026-11-22'),
    'resolve-flag/rf.cancer',
    '2026-11-23',
    'soon due 2026-12-06',
  ],
  [
    'a later contrast scan answers an old cancer',
    and(flag('rf.cancer', '2026-09-01'), { entries: [goodMri] }),
    'resolve-flag/rf.cancer',
    '2026-11-23',
    none,
  ],
  [
    'a flag younger than the scan is asked again',
    and(flag('rf.cancer', '2026-10-01'), { entries: [goodMri] }),
    'resolve-flag/rf.cancer',
    '2026-11-23',
    'soon overdue 2026-10-15',
  ],
  [
    'resolved by a named clinician it is done',
    and(evaluated, fact('rf.zoster', 'yes-resolved')),
    'resolve-flag/rf.zoster',
    '2026-11-23',
    none,
  ],
  [
    'several cranial nerves within two days',
    and(evaluated, { said: [['rf.multiCN', 'yes', '2026-11-23']] }),
    'resolve-flag/rf.multiCN',
    '2026-11-23',
    'urgent due 2026-11-25',
  ],
  [
    'discharge of the ear also needs the ear doctors',
    flag('rf.earDischarge', '2026-11-20'),
    'refer-ent-ear',
    '2026-11-23',
    'soon due 2026-12-04',
  ],
  [
    'a lump at the parotid, too',
    flag('rf.parotidMass', '2026-11-20'),
    'refer-ent-parotid',
    '2026-11-23',
    'soon due 2026-12-04',
  ],
  [
    'hearing is measured',
    flag('rf.hearingLoss', '2026-11-20'),
    'audiogram-for-flag',
    '2026-11-23',
    'soon due 2026-12-04',
  ],
  [
    'and once measured not again',
    and(flag('rf.hearingLoss', '2026-11-20'), fact('audiogram', '2026-11-21')),
    'audiogram-for-flag',
    '2026-11-23',
    none,
  ],
  [
    'an infant is worked up within two days',
    and(referred, fact('rf.onsetUnder2', 'yes')),
    'infant-work-up',
    '2026-11-23',
    'urgent overdue 2026-11-22',
  ],
  [
    'onset in childhood asks for video-EEG',
    and(referred, fact('rf.ageUnder18', 'yes')),
    'video-eeg',
    '2026-11-23',
    'soon due 2026-12-04',
  ],
  [
    'a child goes to the paediatric neurologist',
    and(referred, fact('person.birthDate', '2015-01-01')),
    'paediatric-neurology',
    '2026-11-23',
    'soon due 2026-12-04',
  ],
])

table('evaluation', [
  ['an undescribed spasm is described', triagedStory, 'describe-spasm', '2026-11-23', 'routine due 2027-02-02'],
  ['a described one is not asked again', described, 'describe-spasm', '2026-11-23', none],
  ['a described one is looked at or filmed', described, 'film-spasm', '2026-11-23', 'routine due 2027-02-02'],
  ['the screen of flags is asked', described, 'ask-red-flags', '2026-11-23', 'routine due 2027-02-02'],
  ['and not once it is complete', evaluated, 'ask-red-flags', '2026-11-23', none],
  [
    'at a later visit the flags are asked again',
    and(evaluated, visit('follow-up', '2026-11-20')),
    'ask-red-flags-again',
    '2026-11-23',
    'routine overdue 2026-11-21',
  ],
  [
    'the diagnosis is signed two weeks after the first visit',
    and(described, visit('first', '2026-11-20')),
    'sign-diagnosis',
    '2026-11-23',
    'routine due 2026-12-04',
  ],
  ['without a visit nobody knows by when', described, 'sign-diagnosis', '2026-11-23', 'routine unknown-anchor no day'],
  [
    'a trainee’s conclusion is co-signed',
    and(and(described, visit('first', '2026-11-20')), {
      said: [
        ['dx.class', 'definite'],
        ['dx.signedBy', 'trainee'],
      ],
    }),
    'co-sign-diagnosis',
    '2026-11-23',
    'routine due 2026-12-04',
  ],
  [
    'one lid alone is seen again after 90 days',
    and(triagedStory, fact('ph.lidOnly', 'yes', '2026-11-20')),
    'lid-twitch-review',
    '2026-11-23',
    'routine early 2027-02-18',
  ],
  [
    'on day 90 it is due',
    and(triagedStory, fact('ph.lidOnly', 'yes', '2026-11-20')),
    'lid-twitch-review',
    '2027-02-18',
    'routine due 2027-02-18',
  ],
  [
    'no longer when it has spread',
    and(described, fact('ph.lidOnly', 'yes', '2026-11-20')),
    'lid-twitch-review',
    '2026-11-23',
    none,
  ],
  [
    'both sides go to an expert',
    and(and(triagedStory, visit('first', '2026-11-20')), fact('ph.bilateralAsync', 'yes')),
    'expert-review',
    '2026-11-23',
    'routine due 2027-02-12',
  ],
  [
    'a second side years later counts from the day it was seen',
    and(evaluated, fact('ph.bilateralAsync', 'yes', '2026-11-20')),
    'expert-review',
    '2026-11-23',
    'routine due 2027-02-12',
  ],
  [
    'an abnormal examination is explained',
    and(evaluated, fact('exam.cranialNerves', 'yes', '2026-11-01')),
    'explain-examination',
    '2026-11-23',
    'soon overdue 2026-09-15',
  ],
])

test.each([
  ['the year was told last', ['2027-01', '2027']],
  ['the month was told last', ['2027', '2027-01']],
])('what was asked in a year and in its month, neither over, is asked again on one day: %s', (_, dates) => {
  const asked = dates.map((date) => ['red-flags', date] as const)
  const steps = stepsOn(and(cleared, { screens: asked }), '2027-01-10')
  expect(steps.find(({ id }) => id === 'ask-red-flags-yearly')).toMatchObject({
    anchor: { date: '2027' },
    dueBy: '2028-12-30',
  })
})

test.each([
  ['the year was told last', ['2027-01', '2027']],
  ['the month was told last', ['2027', '2027-01']],
])('what was said in a year and in its month, neither over, is told by the year: %s', (_, dates) => {
  const wished = dates.map((date) => ['wish.surgery', 'yes', date] as const)
  const steps = stepsOn(and(surgical, { said: wished }), '2027-01-10')
  expect(steps.find(({ id }) => id === 'consent-surgery')?.anchor).toEqual({ fact: 'wish.surgery', date: '2027' })
})
