import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { facialis } from '@facialis/cli/test/in-this-process.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const refused = (sentence: string) => ({ code: 2, out: '', err: expect.stringContaining(sentence) })
const publish = (...words: readonly string[]) => facialis(['publish', ...words])

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facialis-test-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('facialis publish', () => {
  test('writes the requested forms, and creates the folder where it does not exist', async () => {
    const out = join(folder, 'new', 'place')
    const { code, out: told } = await publish('tables', 'diagram', '--out', out, '--draft')
    expect([code, told]).toEqual([0, expect.stringContaining(`, in ${out}:\n`)])
    expect(readdirSync(out)).toEqual(['pathway.svg', 'tables'])
    expect(readFileSync(join(out, 'pathway.svg'), 'utf8')).toMatch(/^<svg .*draft, not clinically signed/)
  })

  test('links the diagram to the book in the same folder, and has no links without one', async () => {
    const [alone, both] = [join(folder, 'alone'), join(folder, 'both')]
    await publish('diagram', '--out', alone)
    await publish('diagram', 'book', '--out', both)
    const linksOf = (out: string) =>
      [...readFileSync(join(out, 'pathway.svg'), 'utf8').matchAll(/href="([^"]*)"/g)].map(([, to = '']) =>
        to.split('#'),
      )
    expect(linksOf(alone)).toEqual([])
    const book = readFileSync(join(both, 'book', 'book.html'), 'utf8')
    expect(linksOf(both).length).toBeGreaterThan(20)
    for (const [page, place] of linksOf(both)) {
      expect(page).toBe('book/book.html')
      expect(book).toContain(`id="${place}"`)
    }
  })

  test('names the files that an earlier publication left in the folder, and deletes none', async () => {
    const out = join(folder, 'again')
    mkdirSync(join(out, 'tables'), { recursive: true })
    for (const name of ['notes.txt', 'tables/stage.csv', 'tables/dropped.csv']) writeFileSync(join(out, name), '')
    const { err } = await publish('tables', '--out', out)
    expect(err).toBe(
      'tables …\nAlso in the folder, but not from this publication: tables/dropped.csv. They were left in place.\n',
    )
    expect(readFileSync(join(out, 'tables', 'dropped.csv'), 'utf8')).toBe('')
    expect(readFileSync(join(out, 'tables', 'stage.csv'), 'utf8')).not.toBe('')
  })

  test.each([
    [['pdf'], '"pdf" cannot be published: choose from book, '],
    [['book', '--out', ''], '--out needs a folder name.'],
    [['--out', 'a', '--out', 'b'], '--out is given twice.'],
    [['--colour'], "Unknown option '--colour'"],
  ])('%j is told in one sentence', async (args, sentence) => {
    expect(await publish(...args)).toEqual(refused(sentence))
  })

  test('names the path at which its folder cannot be made', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expect(await publish('diagram', '--out', file)).toEqual(refused(`${file} cannot be written: there is a file where`))
    // Below /proc the system says that there is no such folder, as often as it is asked.
    const nowhere = '/proc/nowhere/else'
    expect(await publish('diagram', '--out', nowhere)).toEqual(refused(`${nowhere} cannot be written`))
  })
})

describe('facialis apply', () => {
  test.each([
    [[], 'Name the file to read'],
    [['nobody.json'], 'nobody.json cannot be read: there is no such file.'],
    [['--json', 'nobody.json'], 'A care plan is always JSON: leave out --json.'],
    [['nobody.json', '--as-of', 'tomorrow'], '--as-of "tomorrow" is not a day; write YYYY-MM-DD.'],
  ])('%j is told in one sentence', async (args, sentence) => {
    expect(await facialis(['apply', ...args])).toEqual(refused(sentence))
  })
})
