import type { NextStep } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { groupedSteps } from './step-groups.ts'

const step = (id: string, more: Partial<NextStep> = {}): NextStep => ({
  id,
  label: id,
  text: '',
  owner: 'nurse',
  urgency: 'routine',
  anchor: { fact: 'theatreDate', date: '2026-12-17' },
  dueBy: '2026-12-10',
  state: 'due',
  rules: [],
  passages: [],
  missing: [],
  ...more,
})
const grouped = (steps: readonly NextStep[]) =>
  groupedSteps(steps, ({ id }) => id.slice(0, 1)).map((group) => [
    group.kind,
    group.steps.map(({ id }) => id).join(' '),
  ])

describe('next steps on one page', () => {
  it('keep the order of the advice, the first by itself', () => {
    expect(grouped([step('a1'), step('a2'), step('b1')])).toEqual([
      ['one', 'a1'],
      ['one', 'a2'],
      ['one', 'b1'],
    ])
  })

  it('put three routine ones of one place and one day on one line', () => {
    expect(grouped([step('b1'), step('a1'), step('b2'), step('a2'), step('a3')])).toEqual([
      ['one', 'b1'],
      ['alike', 'a1 a2 a3'],
      ['one', 'b2'],
    ])
  })

  it('never fold what is urgent or due on another day', () => {
    const others = [step('a1', { urgency: 'soon' }), step('a2', { dueBy: '2026-11-01' }), step('a3')]
    expect(grouped([step('b1'), ...others])).toEqual([
      ['one', 'b1'],
      ['one', 'a1'],
      ['one', 'a2'],
      ['one', 'a3'],
    ])
  })

  it('leave for the end what is not yet due, unless it is urgent', () => {
    const early = { state: 'early' as const }
    expect(
      grouped([step('a1'), step('b1', early), step('c1', { ...early, urgency: 'soon' }), step('d1', early)]),
    ).toEqual([
      ['one', 'a1'],
      ['one', 'c1'],
      ['later', 'b1 d1'],
    ])
  })
})
