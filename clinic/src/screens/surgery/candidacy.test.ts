import type { Chart } from '@facialis/language'
import type { Act } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { assess, pathway } from '../../pathway.ts'
import { decidedOf } from '../../patient/decided.ts'
import { recordedOn } from '../../recorded.ts'
import { argumentsOf } from './candidacy.ts'

const today = '2026-11-23'
const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const sides = (facts: Act['facts']) => {
  const chart: Chart = { observations: [], screens: [], entries: [] }
  const live = assess({ chart, today, policy, act: { kind: 'surgery-work-up', date: today, facts: facts ?? {} } })
  if (!live.ok) throw new Error(live.problem.sentence)
  const decided = decidedOf(live.advice, 'decompression')
  if (decided === null) throw new Error('The pathway decides nothing about decompression.')
  return { decided, ...argumentsOf(decided, recordedOn({ chart: live.chart, today, policy })) }
}

describe('the two sides of candidacy', () => {
  it('the reason why somebody is no candidate speaks against the operation', () => {
    const { decided, for: pro, against } = sides({})
    expect(decided.answer).toBe('not-candidate')
    expect(pro).toEqual([])
    expect(against.map((one) => one.text)).toContain(decided.because[0]?.text)
  })
  it('what is on record and adverse to an operation is named, in words', () => {
    const { against } = sides({ asa: 'III', onlyHearingEar: true, 'wish.surgery': false })
    const texts = against.map((one) => one.text)
    expect(texts).toContain('ASA class: III')
    expect(texts).toContain('The only hearing ear: Yes')
    expect(texts).toContain('Wish for surgery: No')
  })
  it('what a bolder answer still needs names that answer and says what is missing', () => {
    const texts = sides({}).against.map((one) => one.text)
    expect(texts).toContain(
      '“Consider” needs this, which is not the case: a signed diagnosis with every lesion ruled out and no contraindication',
    )
    for (const text of texts) expect(text).not.toMatch(/^not (so|known)/i)
  })
  it('names no fact by its id', () => {
    for (const { text } of sides({ asa: 'III' }).against) expect(text).not.toMatch(/rule-out\.|wish\.|surgery\.bar/)
  })
})
