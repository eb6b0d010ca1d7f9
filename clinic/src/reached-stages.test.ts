import { chartFromPlainFacts } from '@facialis/fhir'
import { parseDate } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { pathway, reachedStages } from './pathway.ts'

const today = '2026-11-26'
const reached = (facts: object) => {
  const read = chartFromPlainFacts(pathway, { facts, asOf: today }, { day: parseDate(today)?.hi ?? 0 })
  if (!read.ok) throw new Error(read.problem.sentence)
  return reachedStages({ chart: read.value.chart, today, policy: {} })
}

describe('the day each stage was reached', () => {
  it('is the first day on which the record puts the person there', () => {
    expect(
      reached({
        'referral.received': { value: '2026-09-17', date: '2026-09-17' },
        'referral.triaged': { value: '2026-10-02', date: '2026-10-02' },
      }),
    ).toEqual({ referred: '2026-09-17', evaluating: '2026-10-02' })
  })

  it('is not told of a stage nobody stood at', () => {
    expect(reached({})).toEqual({})
  })
})
