import { evaluate } from '@facialis/engine'
import { flagRows } from '@facialis/knowledge/decisions/red-flag-table.ts'
import { redFlagsWith } from '@facialis/knowledge/decisions/red-flags.ts'
import { study } from '@facialis/knowledge/entries/index.ts'
import { redFlagFacts } from '@facialis/knowledge/facts/index.ts'
import { all, decide, has, is, type Listed, not, otherwise, ownJudgement, rule } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { chartOf, day } from './chart-of.ts'
import { smallPathway } from './small-pathway.ts'

const clears = all(has(study.fields.sequences, 't1-contrast'), is(study.fields.tumour, 'absent'))
const flags = redFlagsWith(clears)
const reason = ownJudgement('for the test')

/** A question that answers yes or no to a condition, and says so when it is open. */
const ask = (id: string, when: Parameters<typeof rule>[1]) =>
  decide(id, {
    asks: `${id}?`,
    answers: ['yes', 'no', 'unknown'],
    undetermined: 'unknown',
    rules: [
      rule('yes', when).answers('yes').because('It holds.', reason).over('no'),
      rule('no', not(when)).answers('no').because('It does not hold.', reason),
    ],
    otherwise: otherwise('else', 'unknown', 'It is open.', reason),
  })
const open = ask('open', flags.openRedFlag)
const urgent = ask('urgent', flags.urgentFlagOpen)
const emergency = ask('emergency', flags.emergencyFlag)

const pathway = smallPathway(open, { decisions: [open, urgent, emergency], collections: [flags.redFlags] })

const today = '2026-11-23'
const adult = [
  ['person.birthDate', '1968-02-01'],
  ['hfs.onset', '2020-05'],
  ['hfs.side', 'left'],
] as const
const mri = (on: string) =>
  ['study', on, { 'study.sequences': ['t1-contrast', 'flair'], 'mri.tumour': 'absent' }] as const

function look(story: Parameters<typeof chartOf>[0]) {
  // Who is asked about red flags is examined as well: some findings say the same.
  const screens = (story.screens ?? []).flatMap(([id, on]) => [[id, on] as const, ['examination', on] as const])
  const advice = evaluate(pathway, chartOf({ ...story, screens }, today), { asOf: day(today), policy: {} })
  return {
    open: advice.decisions.open?.answer,
    urgent: advice.decisions.urgent?.answer,
    emergency: advice.decisions.emergency?.answer,
    flags: (advice.decisions['red-flags'] as Listed).answer,
  }
}

describe('red flags', () => {
  test('each is in the table once', () => {
    expect(flagRows.map((r) => r.flag)).toEqual(redFlagFacts)
  })

  test('not asked about is not "none"', () => {
    expect(look({ said: adult }).open).toBe('unknown')
  })

  test('asked, none: no flag is open', () => {
    expect(look({ said: adult, screens: [['red-flags', today]] })).toEqual({
      open: 'no',
      urgent: 'no',
      emergency: 'no',
      flags: [],
    })
  })

  test('asked, none, but nobody knows when it began: the age at onset is open', () => {
    expect(look({ said: [adult[0]], screens: [['red-flags', today]] }).open).toBe('unknown')
  })

  test.each(redFlagFacts.map((f) => f.id))('%s, once raised, is open whatever else was denied', (id) => {
    const { open, flags } = look({ said: [...adult, [id, 'yes']], screens: [['red-flags', today]] })
    expect(open).toBe('yes')
    expect(flags).toMatchObject([{ id, resolved: 'no' }])
  })

  test.each(redFlagFacts.map((f) => f.id))('%s, resolved by a named clinician, is shown and no longer open', (id) => {
    const { open, flags } = look({ said: [...adult, [id, 'yes-resolved']], screens: [['red-flags', today]] })
    expect(open).toBe('no')
    expect(flags).toMatchObject([{ id, resolved: 'yes' }])
  })
})

describe('a clearing contrast read', () => {
  const story = (flag: string, raisedOn: string, scannedOn: string) => ({
    said: [...adult, [flag, 'yes', raisedOn] as const],
    screens: [['red-flags', '2020-06-01'] as const],
    entries: [mri(scannedOn)],
  })

  test('answers for an old flag it knew of', () => {
    expect(look(story('rf.cancer', '2021-01-10', '2021-03-01'))).toMatchObject({
      open: 'no',
      flags: [{ id: 'rf.cancer', resolved: 'yes' }],
    })
  })

  test('does not answer for a flag raised after it', () => {
    expect(look(story('rf.facialNumb', '2026-11-20', '2021-03-01'))).toMatchObject({
      open: 'yes',
      flags: [{ id: 'rf.facialNumb', resolved: 'no' }],
    })
  })

  test('does not answer for an old flag that was told of again after it', () => {
    const before = story('rf.cancer', '2021-01-10', '2021-03-01')
    const again = { ...before, said: [...before.said, ['rf.cancer', 'yes', '2026-11-20'] as const] }
    expect(look(again)).toMatchObject({ open: 'yes', flags: [{ id: 'rf.cancer', resolved: 'no' }] })
  })

  // Written out: held against the table itself, a flag in the wrong column of it would be missed.
  test.each([
    ...['rf.limbOrSpeech', 'rf.suddenPalsy', 'rf.thunderclap', 'rf.raisedICP', 'rf.epc', 'rf.suddenHearingLoss'],
    ...['rf.zoster', 'rf.multiCN', 'rf.parotidMass', 'rf.earDischarge'],
  ])('does not answer for %s, an emergency, an infection or a lump that needs a doctor of its own', (id) => {
    expect(look(story(id, '2021-01-10', '2021-03-01')).open).toBe('yes')
  })

  test.each([
    ...['rf.cerebellar', 'rf.facialNumb', 'rf.progressiveWeakness', 'rf.msHistory', 'rf.myokymia', 'rf.cancer'],
    ...['rf.chiari', 'rf.trauma', 'rf.bilateral', 'rf.lowerFaceOnset', 'rf.painfulTonic', 'rf.rapidOnset'],
  ])('answers for %s, whose cause it would show', (id) => {
    expect(look(story(id, '2021-01-10', '2021-03-01')).open).toBe('no')
  })

  test('answers for new hearing trouble only together with an audiogram', () => {
    const without = story('rf.hearingLoss', '2021-01-10', '2021-03-01')
    expect(look(without).open).toBe('unknown')
    expect(look({ ...without, said: [...without.said, ['audiogram', '2021-02-01']] }).open).toBe('no')
    expect(look({ ...without, said: [...without.said, ['audiogram', '2019-02-01']] }).open).toBe('yes')
  })

  test('without contrast answers for nothing', () => {
    const plain = {
      ...story('rf.cancer', '2021-01-10', '2021-03-01'),
      entries: [['study', '2021-03-01', { 'study.sequences': ['flair'], 'mri.tumour': 'absent' }] as const],
    }
    expect(look(plain).open).toBe('yes')
  })
})

describe('age at onset', () => {
  const begun = (born: string, onset: string, more: Parameters<typeof chartOf>[0] = {}) =>
    look({
      ...more,
      said: [['person.birthDate', born], ['hfs.onset', onset], ['hfs.side', 'left'], ...(more.said ?? [])],
      screens: [['red-flags', today]],
    })

  test('in youth is a flag although the screen says none, until a contrast read after onset', () => {
    expect(begun('2000-01-15', '2025-06')).toMatchObject({
      open: 'yes',
      flags: [{ id: 'rf.ageUnder30', urgency: 'routine', resolved: 'no' }],
    })
    expect(begun('2000-01-15', '2025-06', { entries: [mri('2025-09-01')] })).toMatchObject({
      open: 'no',
      flags: [{ id: 'rf.ageUnder30', resolved: 'yes' }],
    })
    expect(begun('2000-01-15', '2025-06', { entries: [mri('2024-09-01')] }).open).toBe('yes')
  })

  test('in childhood is never answered for by a scan, only by a named clinician', () => {
    expect(begun('2015-03-01', '2024', { entries: [mri('2025-09-01')] }).open).toBe('yes')
    expect(
      begun('2015-03-01', '2024', { entries: [mri('2025-09-01')], said: [['rf.ageUnder18', 'yes-resolved']] }).open,
    ).toBe('no')
  })

  test('in infancy is urgent', () => {
    const { urgent, flags } = begun('2025-03-01', '2026-02-01')
    expect(urgent).toBe('yes')
    expect(flags).toMatchObject([
      { id: 'rf.onsetUnder2', urgency: 'urgent', within: '48 hours' },
      { id: 'rf.ageUnder18' },
      { id: 'rf.ageUnder30' },
    ])
  })

  test('on the thirtieth birthday is no flag, the day before is', () => {
    expect(begun('1990-06-15', '2020-06-15').open).toBe('no')
    expect(begun('1990-06-15', '2020-06-14').open).toBe('yes')
  })

  test('that a birth year leaves open is settled by the answer, and what the dates prove is not', () => {
    expect(begun('1990', '2020-06-15').open).toBe('no')
    expect(begun('1990', '2020-06-15', { said: [['rf.ageUnder30', 'yes']] }).open).toBe('yes')
    expect(begun('1991', '2020-06-15').open).toBe('yes')
  })
})

describe('sudden palsy', () => {
  const palsy = (...more: readonly (readonly [string, string])[]) =>
    look({ said: [...adult, ['rf.suddenPalsy', 'yes'], ...more], screens: [['red-flags', today]] })

  test('is an emergency while it is not known to be old, complete and alone', () => {
    expect(palsy()).toMatchObject({ emergency: 'yes', flags: [{ urgency: 'emergency', within: 'now' }] })
    expect(
      palsy(['palsy.under24Hours', 'no'], ['palsy.foreheadSpared', 'yes'], ['palsy.visionSign', 'no']).emergency,
    ).toBe('yes')
  })

  test('older than a day, forehead included, nothing else: the same day', () => {
    expect(
      palsy(['palsy.under24Hours', 'no'], ['palsy.foreheadSpared', 'no'], ['palsy.visionSign', 'no']),
    ).toMatchObject({
      emergency: 'no',
      urgent: 'yes',
      flags: [{ urgency: 'urgent', within: 'the same day' }],
    })
  })
})
