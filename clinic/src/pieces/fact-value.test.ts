import { fact, neutral } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { limitOf } from '../pathway.ts'
import { plainWords } from '../words/plain-words.ts'
import { inOrderOfButtons, readDate, readQuantity } from './fact-value.ts'

const adverse = neutral('test')
const units = fact.quantity('dose', { unit: 'U', min: 0, max: 10_000, decimals: 2 }, { question: 'How many?', adverse })
const relief = fact.quantity('relief', { unit: '%', min: 0, max: 100 }, { question: 'How much?', adverse })

describe('a number typed into a field', () => {
  it('may have as many decimals as the fact holds, with point or comma', () => {
    expect(readQuantity(units, '2.5')).toEqual({ value: 2.5, problem: null })
    expect(readQuantity(units, ' 1,25 ')).toEqual({ value: 1.25, problem: null })
    expect(readQuantity(units, '1.250')).toEqual({ value: 1.25, problem: null })
  })
  it('says so when it is too precise', () => {
    expect(readQuantity(units, '1.255').problem).toBe('At most 2 decimal places.')
    expect(readQuantity(relief, '12.5').problem).toBe('Write a whole number.')
  })
  it('says the range when it lies outside, or is no number', () => {
    expect(readQuantity(relief, '101').problem).toBe('Write a number from 0 to 100.')
    expect(readQuantity(units, '100.01').problem).toBe('Write a number from 0 to 100.')
    expect(readQuantity(units, 'ten').problem).toBe('Write a number from 0 to 100.')
  })
  it('left empty says nothing, which is not zero', () => {
    expect(readQuantity(relief, ' ')).toEqual({ value: undefined, problem: null })
    expect(readQuantity(relief, '0')).toEqual({ value: 0, problem: null })
  })
})

describe('a date typed into a field', () => {
  it.each(['2026', '2026-03', '2026-02-28'])('%s is a date', (text) => expect(readDate(text).value).toBe(text))
  it.each(['14.3.2026', '14 Mar 2026', '14/03/2026'])('%s is the date it means', (text) =>
    expect(readDate(text).value).toBe('2026-03-14'),
  )
  it.each(['2026-02-30', 'March'])('%s is not', (text) => expect(readDate(text).problem).not.toBeNull())
  it('is nobody’s guess while day and month could change places', () => {
    const read = readDate('03/04/1968')
    expect([read.value, read.either]).toEqual([undefined, ['1968-04-03', '1968-03-04']])
    expect(read.problem).toBe('Which day is 03/04/1968?')
  })
  it('may have to be a whole day', () => {
    expect(readDate('March 2026', { whole: true }).problem).toBe('The day is needed, such as 14 Mar 2026.')
  })
  it('says the limit of its fact at once, in the server’s words', () => {
    const limit = limitOf('hfs.onset', '2026-11-26')
    expect(readDate('2030', { limit })).toMatchObject({
      value: undefined,
      problem: 'First spasm: the latest day is today, 26 Nov 2026.',
    })
    expect(readDate('2026', { limit }).value).toBe('2026')
  })
})

describe('a value in words', () => {
  const question = fact.yesNo('q', { question: 'Is it?', adverse })
  it('never shows unknown as no', () => {
    expect(plainWords(question, null)).toBe('Don’t know')
    expect(plainWords(question, 'no')).toBe('No')
    expect(plainWords(question, { unknown: 'pending' })).toBe('Don’t know')
    expect(plainWords(question, undefined)).toBe('')
  })
  it('names the unit', () => expect(plainWords(units, 2.5)).toBe('2.5 U'))
})

describe('the buttons under a question', () => {
  it('begin with “yes” wherever “no” is one of them, whatever stands between', () => {
    expect(inOrderOfButtons(['no', 'yes'])).toEqual(['yes', 'no'])
    expect(inOrderOfButtons(['no', 'yes-explained', 'yes'])).toEqual(['yes', 'yes-explained', 'no'])
    expect(inOrderOfButtons(['not-stated', 'no', 'yes'])).toEqual(['not-stated', 'yes', 'no'])
  })
  it('otherwise keep the order of the fact', () => {
    expect(inOrderOfButtons(['seen', 'video', 'no'])).toEqual(['seen', 'video', 'no'])
    expect(inOrderOfButtons(['not-stated', 'yes', 'no'])).toEqual(['not-stated', 'yes', 'no'])
  })
})
