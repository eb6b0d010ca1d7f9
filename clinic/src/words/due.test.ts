import { describe, expect, it } from 'vitest'
import { dueWords } from './due.ts'

const today = '2026-11-26'

describe('when something is due', () => {
  it.each([
    ['2026-11-26', 'due', 'soon', 'due today'],
    ['2026-11-27', 'due', 'soon', 'due tomorrow'],
    ['2026-12-03', 'due', 'soon', 'due in 7 days'],
    ['2026-12-04', 'due', 'quiet', 'by 4 Dec'],
    ['2027-02-18', 'early', 'quiet', 'by 18 Feb 2027'],
    ['2026-11-20', 'grace', 'soon', 'late 6 days'],
    ['2026-11-25', 'overdue', 'late', 'overdue 1 day'],
    ['2025-11-05', 'overdue', 'late', 'overdue 13 months'],
    [null, 'unknown-anchor', 'quiet', 'no date'],
  ])('%s, %s: %s, “%s”', (dueBy, state, tone, text) =>
    expect(dueWords({ dueBy, state }, today)).toEqual({ tone, text }),
  )
})
