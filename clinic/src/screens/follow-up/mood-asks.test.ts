import { describe, expect, it } from 'vitest'
import { pathway } from '../../pathway.ts'
import { moodAsks } from './mood-asks.ts'

const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const today = '2026-11-23'

describe('a mood score that is typed', () => {
  it.each([
    [{ 'phq9.total': 3, 'phq9.item9': 1 }, 'contact-today'],
    [{ 'phq9.item9': 1 }, 'contact-today'],
    [{ 'phq9.total': 20, 'phq9.item9': 0 }, 'contact-today'],
    [{ 'phq9.total': 19, 'phq9.item9': 0 }, 'letter-line'],
    [{ 'phq9.total': 10 }, 'letter-line'],
    [{ 'phq9.total': 9, 'phq9.item9': 0 }, 'nothing'],
    [{}, 'nothing'],
  ] as const)('%j asks for %s', (typed, asks) => expect(moodAsks(typed, { today, policy })).toBe(asks))

  it.each([
    [4, 'nothing'],
    [5, 'letter-line'],
    [14, 'letter-line'],
    [15, 'contact-today'],
  ])('a total of %j asks for %s where the site has set other numbers', (total, asks) => {
    const numbers = { ...policy, phqHumanContact: 15, phqLetter: 5 }
    expect(moodAsks({ 'phq9.total': total }, { today, policy: numbers })).toBe(asks)
  })

  it.each([
    [{ 'phq9.item9': 7 }, 'contact-today'],
    [{ 'phq9.item9': 0.5 }, 'contact-today'],
    [{ 'phq9.total': 270 }, 'contact-today'],
    [{ 'phq9.total': -1, 'phq9.item9': 2 }, 'contact-today'],
    [{ 'phq9.total': -1 }, 'nothing'],
  ] as const)('a slip, %j, does not hide what it asks for: %s', (typed, asks) =>
    expect(moodAsks(typed, { today, policy })).toBe(asks),
  )
})
