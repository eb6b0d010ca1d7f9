import { evaluate } from '@facialis/engine'
import { certainty } from '@facialis/knowledge/decisions/certainty.ts'
import { differential } from '@facialis/knowledge/decisions/differential.ts'
import { phenotype } from '@facialis/knowledge/decisions/phenotype.ts'
import type { Decided, Listed } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { chartOf, day } from './chart-of.ts'
import { smallPathway } from './small-pathway.ts'

const pathway = smallPathway(phenotype, { decisions: [certainty, phenotype], rankings: [differential] })

const today = '2026-11-23'
type Said = Readonly<Record<string, string>>

const advice = (said: Said, screened: boolean) =>
  evaluate(pathway, chartOf({ said: Object.entries(said), screens: screened ? [['examination', today]] : [] }, today), {
    asOf: day(today),
    policy: {},
  })
const concluded = (said: Said, screened = false) => {
  const { decisions } = advice(said, screened)
  const kind = decisions.phenotype as Decided
  return {
    phenotype: kind.answer,
    certainty: (decisions.certainty as Decided).answer,
    detail: kind.detail,
    leading: ((decisions.differential as Listed | undefined)?.answer[0] as { id: string } | undefined)?.id,
  }
}

const oneSide = { 'ph.unilateral': 'yes', 'ph.cn7Only': 'yes' }
const typical = { ...oneSide, 'ph.onsetOrbicularisOculi': 'yes', 'ph.downwardSpread': 'yes' }
const seen = { 'exam.observed': 'seen' }
const signed = { 'dx.class': 'definite', 'dx.phenotype': 'typical', 'dx.signedBy': 'neurologist' }

type Row = readonly [who: string, said: Said, screened: boolean, phenotype: string, certainty: string]

describe('what kind it is, and how sure', () => {
  test.each<Row>([
    ['symptoms-only referral with nothing else known', {}, false, 'undetermined', 'possible'],
    ['a typical description, examination not yet done', typical, false, 'typical', 'probable'],
    ['a typical description, nothing else found', typical, true, 'typical', 'probable'],
    [
      'the brow rises as the eye shuts, seen, nothing else found',
      { ...typical, ...seen, 'ph.otherBabinski': 'yes' },
      true,
      'typical',
      'definite',
    ],
    [
      'the same with the other conditions not asked about',
      { ...typical, ...seen, 'ph.otherBabinski': 'yes' },
      false,
      'typical',
      'probable',
    ],
    [
      'upper and lower face at once, on video',
      { ...typical, 'exam.observed': 'video', 'ph.synchronous': 'yes' },
      true,
      'typical',
      'definite',
    ],
    [
      'typical but never seen',
      { ...typical, 'exam.observed': 'no', 'ph.otherBabinski': 'yes' },
      true,
      'typical',
      'probable',
    ],
    ['both eyes close in step', { 'ph.unilateral': 'no', 'ph.bilateralSync': 'yes' }, false, 'mimic', 'unlikely'],
    ['an urge before and relief after', { ...oneSide, 'ph.premonitoryUrge': 'yes' }, false, 'mimic', 'unlikely'],
    [
      'the arm jerks and awareness is lost',
      { 'ph.limbInvolved': 'yes', 'ph.awarenessLost': 'yes' },
      false,
      'mimic',
      'unlikely',
    ],
    ['not only facial muscles', { 'ph.cn7Only': 'no' }, false, 'mimic', 'unlikely'],
    [
      '"not only facial muscles" outweighs a list on which jaw, tongue and limbs were not marked',
      { ...signed, 'ph.cn7Only': 'no' },
      true,
      'mimic',
      'unlikely',
    ],
    ['continuous rippling', { ...oneSide, 'ph.continuousRipple': 'yes' }, false, 'mimic', 'unlikely'],
    [
      'only when the face is used, years after a palsy',
      { 'ph.priorPalsy': 'yes', 'ph.onlyWithMovement': 'yes' },
      false,
      'mimic',
      'unlikely',
    ],
    [
      'bursts by themselves after a palsy',
      { ...typical, 'ph.priorPalsy': 'yes', 'ph.onlyWithMovement': 'no' },
      false,
      'post-paralytic',
      'probable',
    ],
    [
      'after a palsy, not asked whether bursts come by themselves',
      { ...typical, 'ph.priorPalsy': 'yes' },
      false,
      'undetermined',
      'probable',
    ],
    [
      'both sides, each in its own time',
      { 'ph.unilateral': 'no', 'ph.bilateralAsync': 'yes', 'ph.cn7Only': 'yes', 'ph.downwardSpread': 'yes' },
      false,
      'bilateral',
      'probable',
    ],
    [
      'both sides, each in its own time, brow sign seen',
      { 'ph.unilateral': 'no', 'ph.bilateralAsync': 'yes', 'ph.cn7Only': 'yes', 'ph.otherBabinski': 'yes', ...seen },
      true,
      'bilateral',
      'definite',
    ],
    [
      'begun at the mouth',
      { ...oneSide, 'ph.onsetOrbicularisOculi': 'no', 'rf.lowerFaceOnset': 'yes' },
      false,
      'atypical',
      'possible',
    ],
    [
      'one lid only, not spread',
      { ...oneSide, 'ph.onsetOrbicularisOculi': 'yes', 'ph.downwardSpread': 'no', 'ph.lidOnly': 'yes' },
      false,
      'undetermined',
      'possible',
    ],
    [
      'around the eye, not spread, not asked whether one lid only',
      { ...oneSide, 'ph.onsetOrbicularisOculi': 'yes', 'ph.downwardSpread': 'no' },
      false,
      'undetermined',
      'possible',
    ],
    [
      'around the eye, not spread, more than a lid',
      { ...oneSide, 'ph.onsetOrbicularisOculi': 'yes', 'ph.downwardSpread': 'no', 'ph.lidOnly': 'no' },
      false,
      'typical',
      'probable',
    ],
    ['treated for years, nothing to see, signed', signed, false, 'typical', 'definite'],
    [
      'a recorded diagnosis without a signature',
      { 'dx.class': 'definite', 'dx.phenotype': 'typical', 'dx.signedBy': 'other' },
      false,
      'typical',
      'probable',
    ],
    [
      'signed by a trainee, not yet co-signed',
      { ...signed, 'dx.signedBy': 'trainee', 'dx.agreed': 'no' },
      false,
      'typical',
      'probable',
    ],
    [
      'an outside letter with which a clinician here agrees',
      { ...signed, 'dx.signedBy': 'specialist-elsewhere', 'dx.agreed': 'yes' },
      false,
      'typical',
      'definite',
    ],
    [
      'signed as unlikely although the description is typical',
      { ...typical, 'dx.class': 'unlikely', 'dx.signedBy': 'neurologist' },
      false,
      'mimic',
      'unlikely',
    ],
    [
      'signed as definite, yet both sides in step',
      { ...signed, 'ph.bilateralSync': 'yes' },
      false,
      'mimic',
      'unlikely',
    ],
    ['signed as post-paralytic', { ...signed, 'dx.phenotype': 'post-paralytic' }, false, 'post-paralytic', 'definite'],
  ])('%s', (_who, said, screened, kind, how) => {
    const { phenotype, certainty } = concluded(said, screened)
    expect({ phenotype, certainty }).toEqual({ phenotype: kind, certainty: how })
  })

  test('the kind is told together with how sure it is and what leads', () => {
    expect(concluded(typical).detail).toEqual({ certainty: 'probable', leading: 'hfs' })
  })

  test('nothing leads while nothing is known', () => {
    expect(concluded({}).detail).toEqual({ certainty: 'possible', leading: null })
  })

  test('a lid twitch asks next whether it is one lid only', () => {
    const { decisions } = advice({ ...oneSide, 'ph.onsetOrbicularisOculi': 'yes', 'ph.downwardSpread': 'no' }, false)
    expect(decisions.certainty?.missing).toContain('ph.lidOnly')
  })
})

describe('what leads the list of other conditions', () => {
  test.each<readonly [string, Said, string]>([
    ['a typical description', typical, 'hfs'],
    [
      'both sides in step, light hurts',
      { 'ph.unilateral': 'no', 'ph.bilateralSync': 'yes', 'ph.lightSensitive': 'yes' },
      'bleph',
    ],
    [
      'both sides in step, though it began at an eye, spread, and takes the whole face at once',
      {
        ...typical,
        'ph.unilateral': 'no',
        'ph.bilateralSync': 'yes',
        'ph.lightSensitive': 'yes',
        'ph.synchronous': 'yes',
      },
      'bleph',
    ],
    ['both sides in step, nothing else known', { 'ph.bilateralSync': 'yes' }, 'bleph'],
    [
      'urge and relief, held back at will',
      { ...oneSide, 'ph.premonitoryUrge': 'yes', 'ph.suppressible': 'yes' },
      'tic',
    ],
    ['jaw and both sides', { 'ph.jawOrTongue': 'yes', 'ph.bilateralSync': 'yes', 'ph.unilateral': 'no' }, 'meige'],
    [
      'episodes that march to the arm',
      { 'ph.unilateral': 'yes', 'ph.limbInvolved': 'yes', 'ph.marching': 'yes' },
      'seizure',
    ],
    [
      'continuous rippling in multiple sclerosis',
      { ...oneSide, 'ph.continuousRipple': 'yes', 'rf.msHistory': 'yes' },
      'myokymia',
    ],
    [
      'only when the face is used, after a palsy',
      { ...oneSide, 'ph.priorPalsy': 'yes', 'ph.onlyWithMovement': 'yes' },
      'synk',
    ],
    [
      'bursts by themselves after a palsy',
      { ...typical, 'ph.priorPalsy': 'yes', 'ph.onlyWithMovement': 'no' },
      'pphfs',
    ],
    ['one lid, worse when tired', { ...oneSide, 'ph.lidOnly': 'yes', 'ph.stressWorse': 'yes' }, 'lidmyok'],
    ['rhythmic, and the palate moves', { 'ph.rhythmic': 'yes', 'ph.palateMoves': 'yes' }, 'myoclonus'],
    ['rhythmic jerks without pause', { 'ph.nonstop': 'yes' }, 'epc'],
    [
      'the pattern changes, long fixed pulls',
      { ...oneSide, 'ph.patternChanges': 'yes', 'ph.fixedPull': 'yes' },
      'functional',
    ],
    ['painful jaw, thinned skin', { 'ph.jawOrTongue': 'yes', 'ph.painful': 'yes', 'ph.skinThinning': 'yes' }, 'hms'],
  ])('%s', (_who, said, leader) => {
    expect(concluded(said).leading).toBe(leader)
    expect(concluded(said).detail.leading).toBe(leader)
  })

  test('every other condition of the work-up is on the list, with a test and a source', () => {
    expect(differential.candidates.map((c) => c.id).sort()).toEqual(
      [
        'hfs',
        'bleph',
        'meige',
        'tardive',
        'tic',
        'synk',
        'pphfs',
        'myokymia',
        'lidmyok',
        'seizure',
        'epc',
        'hms',
        'functional',
        'myoclonus',
        'omr',
        'fasc',
        'dysk',
        'hfsSec',
      ].sort(),
    )
    for (const c of differential.candidates) {
      expect(c.test, c.id).not.toBe('')
      expect(c.for.length, c.id).toBeGreaterThan(0)
    }
  })

  test('a vessel on a scan moves nothing', () => {
    const withVessel = evaluate(
      pathway,
      chartOf(
        {
          entries: [
            ['study', today, { 'study.modality': 'mri', 'mri.left.contact': 'seen', 'mri.left.vessels': ['AICA'] }],
          ],
        },
        today,
      ),
      { asOf: day(today), policy: {} },
    )
    const without = advice({}, false)
    expect(withVessel.decisions).toEqual(without.decisions)
  })
})
