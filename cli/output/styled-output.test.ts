import { describe, expect, it } from 'vitest'
import { textStyleFor, wrapped } from './styled-output.ts'

const coloured = (text: string): boolean => text.includes('\u001b')

describe('colours', () => {
  it('are for a terminal that wants them', () => {
    expect(coloured(textStyleFor({ isTTY: true }, {}).bad('stop'))).toBe(true)
    expect(coloured(textStyleFor({ isTTY: true }, { NO_COLOR: '' }).bad('stop'))).toBe(true)
  })

  it.each([
    ['a file', {}, {}],
    ['somebody who said no', { isTTY: true }, { NO_COLOR: '1' }],
    ['a terminal that has none', { isTTY: true }, { TERM: 'dumb' }],
  ])('are not for %s', (_who, stream, environment) => {
    expect(textStyleFor(stream, environment).bad('stop')).toBe('stop')
  })
})

describe('lines', () => {
  it('are as wide as the terminal, within 80 to 100', () => {
    expect([40, 90, 200].map((columns) => textStyleFor({ columns }, {}).width)).toEqual([80, 90, 100])
  })

  it('break between words and stand below the first word', () => {
    expect(wrapped('one two three', 9, '- ')).toEqual(['- one two', '  three'])
    expect(wrapped('unbreakable', 5, '- ')).toEqual(['- unbreakable'])
  })
})
