import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../core/refusal.ts'
import { outcomeOf } from '../../http/outcome.ts'

describe('an OperationOutcome says where', () => {
  const placesOf = (code: string, where: string): unknown =>
    outcomeOf(refusalOf({ code, sentence: 'It was not taken.', where })).issue

  it('in what was sent', () => {
    expect(placesOf('not-valid', 'Observation.status')).toMatchObject([{ expression: ['Observation.status'] }])
  })

  it('and nowhere in it, when the disk here is full', () => {
    expect(placesOf('storage-full', 'storage')).toEqual([expect.not.objectContaining({ expression: ['storage'] })])
  })
})
