import { describe, expect, it } from 'vitest'
import { ahead, behind } from './line-plan.ts'

describe('the pathway as a line', () => {
  it('what lies ahead is what can still be reached: after an operation no toxin series', () => {
    expect(ahead('after-surgery')).toEqual(['follow-up', 'closed'])
    expect(ahead('toxin-series')).toEqual(['follow-up', 'closed'])
    expect(ahead('choosing-treatment')).toContain('surgical-work-up')
    expect(ahead('closed')).toEqual([])
    expect(ahead('other-pathway')).toEqual([])
  })

  it('what lies behind is the trunk, and the work-up of an operation that was done', () => {
    expect(behind('after-surgery')).toEqual([
      'referred',
      'evaluating',
      'ruling-out',
      'choosing-treatment',
      'surgical-work-up',
    ])
    expect(behind('referred')).toEqual([])
  })
})
