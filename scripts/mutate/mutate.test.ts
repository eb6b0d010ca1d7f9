import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asked } from './asked.ts'
import { mutated } from './changes/change.ts'
import type { Verdict } from './judge.ts'
import { mutantsOf } from './mutants.ts'
import { Experience } from './order.ts'
import { isReached, reachedPlaces } from './reached-places.ts'
import { report } from './report.ts'
import { sample } from './sample.ts'
import { changed } from './sources.ts'

const made = (text: string) => mutantsOf('engine/a.ts', text).map((mutant) => mutated(text, mutant))

describe('the mistakes that are made of a text', () => {
  it.each([
    ['a comparison turned round, and its edge moved', 'f = a < b', ['f = a <= b', 'f = a >= b']],
    ['both become either', 'f = a && b', ['f = a || b']],
    ['what is taken when there is nothing is forgotten', 'f = a ?? b', ['f = a']],
    ['not is forgotten', 'f = !a', ['f = a']],
    ['there is always something', 'f = a?.b', ['f = a.b']],
    ['a number next to it', 'f = 3', ['f = 4']],
    ['no word', "f = 'ä'", ["f = ''"]],
    ['nothing in a list, and one thing less', 'f = [a, b]', ['f = []', 'f = [ b]', 'f = [a, ]']],
    ['what belongs to it as well is forgotten', 'f = { ...a, b }', ['f = {  b }']],
    ['nothing is sieved', 'f = a.filter(b)', ['f = a']],
    ['one for all', 'f = a.some(b)', ['f = a.every(b)']],
    ['always and never', 'f = a ? b : c', ['f = true ? b : c', 'f = false ? b : c']],
    ['no round', 'for (const a of b) c', ['for (const a of b) {}', 'for (const a of b) ;']],
    ['a case is forgotten', 'switch (a) { case b: f() }', ['switch (a) { case b:  }', 'switch (a) { case b: ; }']],
    ['a function that does nothing', 'function f() { return a }', ['function f() {}']],
  ])('%s', (_what, text, becomes) => {
    // That the whole line is forgotten is one of them, each time.
    expect(made(text).filter((one) => one !== ';')).toEqual(becomes)
  })

  it.each([
    ['an import', "import { a } from 'b'"],
    ['what is passed on', "export { a } from 'b'"],
    ['a type', "type A = 'a' | 1 | typeof b"],
    ['what is said about a type', "const a = b as 'c'"],
    ['what is thrown', "throw new Error('a' + 1)"],
    ['the word a name is', "const a = { 'b-c': d }"],
  ])('leave alone %s', (_what, text) => {
    expect(made(text)).toEqual([])
  })

  it('are told with their place, counted in lines and columns from one', () => {
    expect(mutantsOf('engine/a.ts', "const ä = 'ü'\n\n  const b = true").at(-1)).toMatchObject({
      path: 'engine/a.ts',
      line: 3,
      column: 13,
      was: 'true',
      becomes: 'false',
    })
  })
})

describe('what is told of all mistakes', () => {
  it('counts numbers that are another by themselves', () => {
    const verdict = (was: string, fate: Verdict['fate']): Verdict => ({
      mutant: { start: 0, end: was.length, becomes: '', path: 'engine/a.ts', line: 1, column: 1, was },
      fate,
      asked: 1,
      notAsked: 0,
    })
    const told = report([verdict('65_536', 'unnoticed'), verdict('0x7f', 'noticed'), verdict("'7'", 'noticed')])
    expect(told).toMatch(/^numbers +2 +1 +0 +0 +1 +0 +50\.0$/m)
    expect(told).toMatch(/^all but numbers +1 +1 +0 +0 +0 +0 +100\.0$/m)
    expect(told).toMatch(/^all +3 +2 +0 +0 +1 +0 +66\.6$/m)
  })
})

describe('what tests reach', () => {
  it('is told by the innermost range', () => {
    const places = reachedPlaces([
      { startOffset: 0, endOffset: 100, count: 1 },
      { startOffset: 10, endOffset: 50, count: 0 },
      { startOffset: 20, endOffset: 30, count: 2 },
      { startOffset: 60, endOffset: 100, count: 0 },
    ])
    const reached = Array.from({ length: 110 }, (_, at) => at).filter((at) => isReached(places, at))
    expect(reached).toEqual([0, 20, 50].flatMap((start) => Array.from({ length: 10 }, (_, more) => start + more)))
  })

  it('is nothing where nothing was counted', () => {
    expect(isReached(reachedPlaces([]), 0)).toBe(false)
  })
})

describe('the files that were changed', () => {
  it('are those that are there, and not those that are gone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mutate-'))
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Demo', '-c', 'user.email=demo@example.org', ...words], { cwd: folder })
    try {
      git('init', '-q')
      mkdirSync(join(folder, 'engine'))
      writeFileSync(join(folder, 'engine/old.ts'), 'export const one = 1\n')
      git('add', '.')
      git('commit', '-qm', 'one')
      rmSync(join(folder, 'engine/old.ts'))
      writeFileSync(join(folder, 'engine/new.ts'), 'export const two = [2, 3, 4]\n')
      git('add', '.')
      expect(changed('HEAD', folder)).toEqual(['engine/new.ts'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a sample', () => {
  it('has as many as asked for, each once, in order, from every part of the list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), fc.nat(), (all, count, seed) => {
        const of = Array.from({ length: all }, (_, index) => index)
        const chosen = sample(of, count, seed)
        expect(chosen.length).toBe(Math.min(all, count))
        for (const [index, one] of chosen.entries()) {
          expect(one).toBeGreaterThan(chosen[index - 1] ?? -1)
          expect(Math.abs(one - (index * all) / chosen.length)).toBeLessThanOrEqual(all / chosen.length)
        }
      }),
    )
  })

  it('is the same for the same seed and another for another', () => {
    const of = Array.from({ length: 1000 }, (_, index) => index)
    expect(sample(of, 10, 1)).toEqual(sample(of, 10, 1))
    expect(sample(of, 10, 1)).not.toEqual(sample(of, 10, 2))
  })
})

describe('the command line', () => {
  it.each([
    [['--sample', 'many'], '--sample takes a whole number, not "many".'],
    [['--minutes', '-3'], "Option '--minutes' argument is ambiguous."],
  ])('%j is refused in one sentence', (line, sentence) => {
    expect(asked(line)).toEqual({ wrong: expect.stringContaining(sentence) })
  })
})

describe('whom to ask about a mistake', () => {
  const quick = { test: 'quick.test.ts', seconds: 1 }
  const slow = { test: 'slow.test.ts', seconds: 5 }
  const order = (experience: Experience, path: string) =>
    experience
      .order(
        path,
        [slow, quick].map((one) => ({ ...one, loaded: {}, places: {} })),
      )
      .map(({ seconds }) => seconds)

  it('is, as long as nothing is known, whoever is quickest; then whoever notices most for the time in that folder', () => {
    const experience = new Experience(null)
    expect(order(experience, 'engine/sql/a.ts')).toEqual([1, 5])
    for (let time = 0; time < 10; time++) experience.learn('engine/sql/a.ts', [quick.test, slow.test], true)
    expect(order(experience, 'engine/sql/b.ts')).toEqual([5, 1])
    for (let time = 0; time < 10; time++) experience.learn('engine/plan/a.ts', [quick.test], true)
    expect(order(experience, 'engine/plan/b.ts')).toEqual([1, 5])
    expect(order(experience, 'engine/sql/b.ts')).toEqual([5, 1])
  })

  it('is known in the next run as in this one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'facialis-order-'))
    const file = join(folder, 'kept', 'experience.json')
    const experience = new Experience(file)
    for (let time = 0; time < 10; time++) experience.learn('engine/sql/a.ts', [quick.test, slow.test], true)
    experience.keep()
    expect(order(new Experience(file), 'engine/sql/b.ts')).toEqual([5, 1])
    rmSync(folder, { recursive: true })
  })
})
