import type { PlainValue } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { factOf } from '../../pathway.ts'
import type { Recorded } from '../../recorded.ts'
import { contradictsToday } from './contradicts-today.ts'

const today = '2026-11-23'
const told = (value: PlainValue, date = today): Recorded => ({ value, why: null, date, by: 'made up' })
const disagreeing: Recorded = { value: null, why: 'conflicting', date: today, by: null }

describe('an answer that contradicts another of today', () => {
  it.each<[boolean, string, PlainValue | undefined, Recorded | null]>([
    [true, 'wish.toxin', 'no', told('yes')],
    [false, 'wish.toxin', 'yes', told('yes')],
    [false, 'wish.toxin', 'no', told('yes', '2026-11-22')],
    [false, 'wish.toxin', 'no', null],
    [false, 'wish.toxin', null, told('yes')],
    [true, 'wish.toxin', undefined, disagreeing],
    [true, 'wish.toxin', 'yes', disagreeing],
    [false, 'hfs.onset', '2024-03', told('2024')],
    [true, 'hfs.onset', '2023-03', told('2024')],
    [false, 'hfs.onset', 'next week', told('2024')],
    [false, 'rf.trauma', 'no', told('yes')],
    [true, 'dx.phenotype', 'typical', told('atypical')],
    [false, 'dx.phenotype', 'typical', told('typical')],
  ])('%s: %s %s', (contradicts, id, value, recorded) => {
    const fact = factOf(id)
    if (fact === null) throw new Error(`no fact ${id}`)
    expect(contradictsToday({ fact, value, recorded, today })).toBe(contradicts)
  })
})
