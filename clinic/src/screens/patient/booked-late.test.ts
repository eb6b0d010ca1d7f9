import { expect, it } from 'vitest'
import { bookedLate } from './booked-late.ts'

const step = (id: string, dueBy: string | null) => ({ id, dueBy, missing: [] })
const soon = [step('triage', '2026-11-24'), step('first-visit-soon', '2026-12-04'), step('ask-dates', '2026-11-25')]

it.each([
  ['in time', '2026-12-04', soon, null],
  ['after the day by which the person was to come', '2026-12-05', soon, '2026-12-04'],
  ['for no day', null, soon, null],
  ['with nothing that says by when', '2027-12-05', [step('first-visit', null)], null],
])('a first visit that is booked %s', (_, on, steps, late) => {
  expect(bookedLate(on, steps)).toBe(late)
})
