import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { facialis } from '../test/in-this-process.ts'

describe('facialis prove, asked for what it cannot do', () => {
  it.each([
    [['--dead-ends', '--mutants'], '"prove" takes --self-test'],
    [['--of', 'cause'], '"prove" takes --self-test'],
    [['mine.json'], '"prove" takes --self-test'],
    [['--wrong'], "Unknown option '--wrong'; known here: --self-test, "],
    [['--self-test', '--self-test'], '--self-test is given twice.'],
    [['--examples', 'package.json'], 'package.json cannot be written: there is a file where a folder should be.'],
    [['--dead-ends', '--sample', '3'], '"prove" takes --self-test'],
    // It writes down what it finds out, as --make does.
    [['--mutants', '--part', '1/2'], '"prove" takes --self-test'],
    [
      ['--dead-ends', '--of', 'nonsense'],
      'There is no dead-end search for "nonsense": choose from botulinum/ST-01, botulinum/DX-05,',
    ],
  ])('%s: says so in one sentence', async (args, sentence) => {
    const { code, out, err } = await facialis(['prove', ...args])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`facialis: ${sentence}`)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('facialis prove', () => {
  it('tells what is promised of everybody, and what is not: the list at the chair, and what is left to examples', async () => {
    const { code, out } = await facialis(['prove'])
    const text = out.replaceAll(/\s+/g, ' ')
    expect(code).toBe(0)
    expect(text).toMatch(/proved PR-01 .* All \d+ promises hold for every person there could be\. $/)
    const listed = [...text.matchAll(/- (chair\.\w+):/g)].map(([, id]) => id)
    expect(listed).toEqual(hemifacialSpasm.facts.flatMap(({ id, askedAt }) => (askedAt === 'session' ? [id] : [])))
    expect(listed).toContain('chair.infection')
    expect(text).toContain(
      'Checked by examples only, because they depend on too much at once for one diagram: imaging, stage.',
    )
    expect(text).toContain(`${hemifacialSpasm.version}, ${hemifacialSpasm.status}.`)
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
