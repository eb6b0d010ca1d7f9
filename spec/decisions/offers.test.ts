import { answersOf } from '@facialis/engine'
import { signedDiagnosis, stronglyOpposed } from '@facialis/knowledge/decisions/diagnosis-conditions.ts'
import { lidOnlyWatch } from '@facialis/knowledge/decisions/lid-watch.ts'
import { redFlagsWith } from '@facialis/knowledge/decisions/red-flags.ts'
import { study } from '@facialis/knowledge/entries/index.ts'
import {
  dxAgreed,
  dxClass,
  dxSignedBy,
  examinationScreen,
  phCn7Only,
  phUnilateral,
  redFlagFacts,
  rfAgeUnder18,
  rfAgeUnder30,
  rfCancer,
  rfHearingLoss,
  rfLimbOrSpeech,
} from '@facialis/knowledge/facts/index.ts'
import { all, type Chart, type Fact, gate, has, is, need, not, ownJudgement } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartOf, day } from './chart-of.ts'
import { smallPathway } from './small-pathway.ts'

const reason = ownJudgement('for the test')
const clears = all(has(study.fields.sequences, 't1-contrast'), is(study.fields.tumour, 'absent'))
const { openRedFlag } = redFlagsWith(clears)

/** An offer that rests on what this page decides and on nothing else. */
const offer = gate('botulinum', {
  asks: 'Do diagnosis and red flags allow an offer?',
  needs: [
    need('DX-05', signedDiagnosis).because('Signed.', reason),
    need('DX-04', not(stronglyOpposed)).because('Nothing speaks against it.', reason),
    need('RF-04', not(openRedFlag)).because('No flag is open.', reason),
  ],
  limits: [],
  exceptions: [],
})
const pathway = smallPathway(offer, {})
const today = '2026-11-23'
const asking = { asOf: day(today), policy: {} }

type Said = Readonly<Record<string, string>>
const screens = [
  ['red-flags', '2026-06-01'],
  ['examination', '2026-06-01'],
] as const
const dates = { 'person.birthDate': '1960-01-01', 'hfs.onset': '2019-03', 'hfs.side': 'left' }
const signedBy = {
  'dx.class': 'probable',
  'dx.signedBy': 'neurologist',
  'ph.unilateral': 'yes',
  'ph.cn7Only': 'yes',
}
const offered = (said: Said, screened = true): string =>
  answersOf(
    pathway,
    chartOf({ said: Object.entries({ ...dates, ...said }), screens: screened ? screens : [] }, today),
    asking,
  ).botulinum ?? ''

describe('what an offer needs of diagnosis and red flags', () => {
  test('signed, everything else asked about and denied: it may be made', () => {
    expect(offered(signedBy)).toBe('permitted')
  })

  test.each<readonly [string, Said, boolean]>([
    ['nothing was asked about', signedBy, false],
    ['nobody signed', { 'dx.class': 'definite' }, true],
    ['a trainee signed alone', { ...signedBy, 'dx.signedBy': 'trainee' }, true],
    ['the signed conclusion is only possible', { ...signedBy, 'dx.class': 'possible' }, true],
    ['both sides move in step, although signed', { ...signedBy, 'ph.bilateralSync': 'yes' }, true],
    ['the movement ripples, although signed', { ...signedBy, 'ph.continuousRipple': 'yes' }, true],
    ['a flag is open', { ...signedBy, 'rf.cancer': 'yes' }, true],
  ])('not while %s', (_why, said, screened) => {
    expect(offered(said, screened)).toBe('blocked')
  })

  const asked: readonly Fact[] = [
    dxClass,
    dxSignedBy,
    dxAgreed,
    phUnilateral,
    phCn7Only,
    ...examinationScreen.facts,
    rfLimbOrSpeech,
    rfHearingLoss,
    rfCancer,
    rfAgeUnder30,
    rfAgeUnder18,
  ]
  const words = (f: Fact): readonly string[] => ('values' in f ? f.values : [])
  const adverse = (f: Fact): readonly string[] => ('neutral' in f.adverse ? [] : (f.adverse.botulinum ?? []))
  /** Everything reassuring: the one chart of many that is permitted, from which the others stray by a few answers. */
  const ready: Said = Object.fromEntries(
    asked.map((f) => [
      f.id,
      words(f).includes('no') && f !== phCn7Only && f !== phUnilateral ? 'no' : (words(f)[0] ?? ''),
    ]),
  )
  const stray = fc
    .array(
      fc.constantFrom(...asked).chain((f) => fc.tuple(fc.constant(f.id), fc.constantFrom(undefined, ...words(f)))),
      { maxLength: 3 },
    )
    .map((changes): Readonly<Record<string, string | undefined>> => ({ ...ready, ...Object.fromEntries(changes) }))
  const chartFor = (said: Readonly<Record<string, string | undefined>>, scannedOn: string | undefined) =>
    chartOf(
      {
        said: [
          ...Object.entries(dates),
          ...redFlagFacts.map((f) => [f.id, 'no'] as const).filter(([id]) => !asked.some((f) => f.id === id)),
          ...Object.entries(said).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])),
        ],
        entries: scannedOn
          ? [['study', scannedOn, { 'study.sequences': ['t1-contrast'], 'mri.tumour': 'absent' }]]
          : [],
      },
      today,
    )
  const bold = (chart: Chart): number =>
    ['blocked', 'caution', 'permitted'].indexOf(answersOf(pathway, chart, asking).botulinum ?? '')

  const scans = fc.constantFrom(undefined, '2020-01-01', today)

  test('an answer still missing never makes the offer bolder than any answer it could get', () => {
    fc.assert(
      fc.property(stray, fc.constantFrom(...asked), scans, (said, fact, scannedOn) => {
        const missing = bold(chartFor({ ...said, [fact.id]: undefined }, scannedOn))
        for (const value of words(fact))
          expect(bold(chartFor({ ...said, [fact.id]: value }, scannedOn))).toBeGreaterThanOrEqual(missing)
      }),
      { numRuns: 300 },
    )
  })

  test('an adverse answer never makes the offer bolder than any other answer', () => {
    const withAdverse = asked.filter((f) => adverse(f).length > 0)
    fc.assert(
      fc.property(stray, fc.constantFrom(...withAdverse), scans, (said, fact, scannedOn) => {
        for (const bad of adverse(fact))
          for (const other of words(fact))
            expect(bold(chartFor({ ...said, [fact.id]: bad }, scannedOn))).toBeLessThanOrEqual(
              bold(chartFor({ ...said, [fact.id]: other }, scannedOn)),
            )
      }),
      { numRuns: 300 },
    )
  })

  test('the charts those promises are tried on are not all refused', () => {
    const tried = fc
      .sample(fc.tuple(stray, scans), { numRuns: 200, seed: 1 })
      .map(([said, on]) => bold(chartFor(said, on)))
    expect(tried.filter((b) => b === 2).length).toBeGreaterThan(30)
    expect(tried.filter((b) => b === 0).length).toBeGreaterThan(30)
  })
})

describe('watching a lid twitch', () => {
  const watch = gate('watch', {
    asks: 'Is this a lid twitch to be watched?',
    needs: [need('DX-10', lidOnlyWatch).because('One lid, not spread.', reason)],
    limits: [],
    exceptions: [],
  })
  const watched = (said: Said): string =>
    answersOf(smallPathway(watch, {}), chartOf({ said: Object.entries(said) }, today), asking).watch ?? ''

  test.each<readonly [string, Said, string]>([
    ['one lid, nothing else known', { 'ph.lidOnly': 'yes' }, 'permitted'],
    ['one lid, spread since', { 'ph.lidOnly': 'yes', 'ph.downwardSpread': 'yes' }, 'blocked'],
    ['one lid, weak', { 'ph.lidOnly': 'yes', 'ph.weakness': 'yes' }, 'blocked'],
    ['one lid, then the other side', { 'ph.lidOnly': 'yes', 'ph.bilateralAsync': 'yes' }, 'blocked'],
    ['one lid, but signed as hemifacial spasm', { 'ph.lidOnly': 'yes', ...signedBy }, 'blocked'],
    ['not asked', {}, 'blocked'],
  ])('%s', (_who, said, answer) => {
    expect(watched(said)).toBe(answer)
  })
})
