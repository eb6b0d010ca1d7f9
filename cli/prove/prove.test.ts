import { describe, expect, it } from 'vitest'
import { facialis } from '../test/in-this-process.ts'

describe('facialis prove, asked for what it cannot do', () => {
  it.each([
    [['--dead-ends', '--mutants'], '"prove" takes --self-test'],
    [['--of', 'cause'], '"prove" takes --self-test'],
    [['mine.json'], '"prove" takes --self-test'],
    [['--wrong'], "Unknown option '--wrong'; known here: --self-test, "],
    [['--self-test', '--self-test'], '--self-test is given twice.'],
    [['--examples', 'package.json'], 'package.json cannot be written: a file stands where a folder should be.'],
    [['--dead-ends', '--sample', '3'], '"prove" takes --self-test'],
    [
      ['--dead-ends', '--of', 'nonsense'],
      'No dead end is looked for at "nonsense": it is botulinum/ST-01, botulinum/DX-05,',
    ],
  ])('%s: says so in one sentence', async (args, sentence) => {
    const { code, out, err } = await facialis(['prove', ...args])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`facialis: ${sentence}`)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('facialis prove --mutants', () => {
  it('moves no line about where there is no terminal: a script reads the counts, and nothing beside them', async () => {
    const { code, out, err } = await facialis(['prove', '--mutants', '--of', 'certainty', '--sample', '400'])
    expect(code).toBe(0)
    expect(err).not.toMatch(/\r| {3}/)
    expect(out).toMatch(/^certainty: \d+ mistakes?: /)
  })
})
