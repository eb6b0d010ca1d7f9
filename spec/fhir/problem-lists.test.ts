import { evaluate } from '@facialis/engine'
import { chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Advice, parseDate } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { concept, type Json } from './bundles.ts'
import { clearRead, type Entry, exported, form, person, problem, referral, scan } from './outside-clinic.ts'

const left = concept('icd', 'G51.32')
const right = concept('icd', 'G51.31')
const visit = '2026-08-03'
const seen = (more: Parameters<typeof form>[2] = {}): Entry =>
  form('first-visit', visit, {
    'visit.kind': 'first',
    'ph.unilateral': true,
    'ph.cn7Only': true,
    'ph.onsetOrbicularisOculi': true,
    'ph.downwardSpread': true,
    'ph.otherBabinski': true,
    'exam.observed': 'seen',
    'screen.red-flags': true,
    'screen.examination': true,
    ...more,
  })
/** A problem of the list: the neurologist asserts it, unless nobody does. */
const spasm = (coded: Json, recorded: string, more: Json = {}): Entry =>
  problem(`spasm-${recorded}`, coded, recorded, { onsetDateTime: '2023-05', ...more })
const byNobody = { asserter: undefined }

const adviceOn = (...entries: readonly Entry[]): Advice => {
  const bundle = exported(
    'collection',
    person('1968-04-12'),
    referral('2026-06-01'),
    scan('mri', { day: '2026-08-20' }, clearRead),
    entries,
  )
  const read = chartFromBundle(hemifacialSpasm, JSON.parse(JSON.stringify(bundle)), { zone: 'Europe/Vienna' })
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.sentence}`)
  return evaluate(hemifacialSpasm, read.value.chart, { asOf: parseDate('2026-11-23')?.lo ?? 0, policy: {} })
}
const answer = ({ decisions }: Advice, id: string): unknown => decisions[id]?.answer

describe('a problem list beside what was concluded in so many words', () => {
  const mimic = { 'dx.class': 'unlikely', 'dx.phenotype': 'mimic', 'dx.signedBy': 'neurologist' } as const

  it('takes back no signed conclusion by a code that nobody signed', () => {
    const advice = adviceOn(seen(mimic), spasm(left, '2026-10-01', byNobody))
    expect(answer(advice, 'phenotype')).toBe('mimic')
    expect(answer(advice, 'botulinum')).toBe('blocked')
    expect(advice.ignored.map(({ why }) => why)).toContain(
      'dx.class: nobody is known to have signed this problem, so it takes back no earlier conclusion',
    )
  })

  it('does so by one that was asserted since by somebody who may sign', () => {
    const advice = adviceOn(seen(mimic), spasm(left, '2026-10-01'))
    expect(answer(advice, 'phenotype')).toBe('typical')
    expect(answer(advice, 'botulinum')).toBe('permitted')
  })

  it('says nothing against the form of the same day that calls it definite', () => {
    const advice = adviceOn(seen({ 'dx.class': 'definite' }), spasm(left, visit))
    expect(advice.conflicts).toEqual([])
    expect(answer(advice, 'certainty')).toBe('definite')
    expect(answer(advice, 'botulinum')).toBe('permitted')
  })

  it('still stands alone where the form of the same day leaves it open', () => {
    expect(answer(adviceOn(seen(), spasm(left, visit)), 'botulinum')).toBe('permitted')
  })
})

describe('spasm of both sides on a problem list, side by side', () => {
  const sides = (first: readonly [Json, string], second: readonly [Json, string, Json?]) =>
    adviceOn(seen(), spasm(...first), spasm(...second))
  const flagsOf = (advice: Advice) => JSON.stringify(answer(advice, 'red-flags'))

  it('is both sides from the day of the second: a red flag, whichever was first', () => {
    for (const advice of [sides([left, visit], [right, '2026-09-03']), sides([right, '2026-09-03'], [left, visit])]) {
      expect(flagsOf(advice)).toContain('rf.bilateral')
      expect(answer(advice, 'botulinum')).toBe('blocked')
    }
  })

  it('is one side where the other problem was entered in error or has ended', () => {
    for (const status of [
      { verificationStatus: { coding: [{ code: 'entered-in-error' }] } },
      { clinicalStatus: { coding: [{ code: 'resolved' }] } },
    ])
      expect(flagsOf(sides([left, visit], [right, '2026-09-03', status]))).not.toContain('rf.bilateral')
  })
})

describe('a pregnancy on a problem list', () => {
  const pregnant = (more: Json = {}): Entry => problem('pregnant', concept('snomed', '77386006'), '2021-02-01', more)
  const reasons = (advice: Advice): string => JSON.stringify(advice.decisions.botulinum)
  const over = { clinicalStatus: { coding: [{ code: 'resolved' }] } }

  it('holds toxin back while it lasts, confirmed or not', () => {
    for (const more of [{}, { verificationStatus: undefined }, { clinicalStatus: undefined }])
      expect(reasons(adviceOn(seen(), spasm(left, visit), pregnant(more)))).toContain('BT-03/pregnancy')
  })

  it('says nothing of today once it is over', () => {
    expect(answer(adviceOn(seen(), spasm(left, visit), pregnant(over)), 'botulinum')).toBe('permitted')
  })
})
