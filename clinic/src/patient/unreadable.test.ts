import { parseDate } from '@facialis/language'
import type { Act } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { typedValue } from '../pieces/fact-value.ts'
import { readablePart, unreadableIn } from './unreadable.ts'

const today = '2026-11-26'
const act: Act = {
  kind: 'toxin-response',
  date: today,
  facts: { 'hfs.onset': 'in the autumn', 'ph.unilateral': 'yes' },
  entries: [{ kind: 'session', date: null, fields: { 'session.relief': '800', 'session.sideEffects': ['none'] } }],
}

describe('what is typed and cannot be read', () => {
  it('stays what the field holds, so that a form cannot lose it', () => {
    expect(typedValue(undefined, 'in the autumn')).toBe('in the autumn')
    expect(typedValue(80, '80')).toBe(80)
    expect(typedValue(undefined, ' ')).toBeUndefined()
  })

  it('keeps the whole act from being saved, each thing named, and says where the first is', () => {
    const problem = unreadableIn(act, { today })
    expect(problem?.where).toBe('facts["hfs.onset"]')
    expect(problem?.sentence).toMatch(/^Not saved: .*First spasm: .*Write a number from 0 to 100\.$/)
  })

  it('is also a day the fact cannot have', () => {
    expect(unreadableIn({ kind: 'visit', date: today, facts: { 'hfs.onset': '2030' } }, { today })?.sentence).toContain(
      'First spasm: the latest day is today, 26 Nov 2026.',
    )
  })

  it('is also a day before the person was born, and one of no year that can be meant', () => {
    const told = (facts: Readonly<Record<string, string>>) =>
      unreadableIn({ kind: 'score', date: today, facts }, { today, born: parseDate('1968-04-03') })?.sentence
    expect(told({ faceCheck: '0000-01-01' })).toContain(
      'Yearly face check: 1 Jan 0000 is more than 130 years ago. Check the year.',
    )
    expect(told({ faceCheck: '1960' })).toContain('the earliest day is 3 Apr 1968; the person was not born before.')
    expect(told({ theatreDate: '2226-01-01' })).toContain('1 Jan 2226 is more than 20 years ahead. Check the year.')
    expect(told({ faceCheck: '1968' })).toBeUndefined()
  })

  it('is left out of what is only thought ahead with, and nothing else is', () => {
    const readable = readablePart(act, { today })
    expect(readable.facts).toEqual({ 'ph.unilateral': 'yes' })
    expect(readable.entries?.[0]?.fields).toEqual({ 'session.sideEffects': ['none'] })
    expect(unreadableIn(readable, { today })).toBeNull()
  })
})
