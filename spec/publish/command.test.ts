import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply } from '@facialis/cli/person/apply.ts'
import { publish } from '@facialis/cli/publish/publish.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facialis-test-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('facialis publish', () => {
  test('writes what was asked for, into a folder that need not be there yet', async () => {
    const out = join(folder, 'new', 'place')
    await publish(['tables', 'diagram', '--out', out, '--draft'])
    expect(readdirSync(out)).toEqual(['pathway.svg', 'tables'])
    expect(readFileSync(join(out, 'pathway.svg'), 'utf8')).toMatch(/^<svg .*draft, not clinically signed/)
  })

  test('names what an earlier publication left beside what it writes, and takes nothing away', async () => {
    const out = join(folder, 'again')
    mkdirSync(join(out, 'tables'), { recursive: true })
    for (const name of ['notes.txt', 'tables/stage.csv', 'tables/dropped.csv']) writeFileSync(join(out, name), '')
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await publish(['tables', '--out', out])
    expect(told).toHaveBeenLastCalledWith(
      'Also there, and not of this publication: tables/dropped.csv. Nothing is taken away.\n',
    )
    told.mockRestore()
    expect(readFileSync(join(out, 'tables', 'dropped.csv'), 'utf8')).toBe('')
    expect(readFileSync(join(out, 'tables', 'stage.csv'), 'utf8')).not.toBe('')
  })

  test.each([
    [['pdf'], '"pdf" cannot be published: it is book, '],
    [['book', '--out', ''], '--out needs the name of a folder.'],
    [['--out', 'a', '--out', 'b'], '--out is given twice.'],
    [['--colour'], "Unknown option '--colour'"],
  ])('%j is told in one sentence', async (args, sentence) => {
    await expect(publish(args)).rejects.toThrow(sentence)
  })

  test('says which file stands in the way of its folder', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    await expect(publish(['diagram', '--out', file])).rejects.toThrow(`${file} cannot be written: a file stands where`)
    // Below /proc the system says that there is no such folder, as often as it is asked.
    await expect(publish(['diagram', '--out', '/proc/nowhere/else'])).rejects.toThrow(
      '/proc/nowhere/else cannot be written',
    )
  })
})

describe('facialis apply', () => {
  test.each([
    [[], 'Say which file to read'],
    [['nobody.json'], 'nobody.json cannot be read: there is no such file.'],
    [['--json', 'nobody.json'], 'A care plan is always JSON: leave --json out.'],
    [['nobody.json', '--as-of', 'tomorrow'], '--as-of "tomorrow" is not a day; write YYYY-MM-DD.'],
  ])('%j is told in one sentence', async (args, sentence) => {
    await expect(apply(args)).rejects.toThrow(sentence)
  })
})
