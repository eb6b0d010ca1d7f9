import { bookHtml, bookMarkdown, bookOf } from '@facialis/engine/publish/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { describe, expect, it } from 'vitest'
import { knee } from '../every-form/knee/index.ts'
import { people } from '../every-form/people.ts'
import { fromPlainFacts } from '../examples/forms.ts'
import { readHtml, readMarkdown } from './book-read-back.ts'
import { type Said, saidIn } from './said-in-book.ts'

const asPerson = (example: (typeof examples)[number]) => ({ ...example, ...fromPlainFacts(example) })

const books = [
  // Read when some of its sources are due to be read again, and others are not.
  ['hemifacial spasm', bookOf(hemifacialSpasm, examples.slice(0, 30).map(asPerson), { on: '2027-12-01' })],
  ['a made-up knee', bookOf(knee, people, { on: '2026-11-26' })],
] as const

/** The first pages that are not read as they were meant. */
const differing = (read: readonly Said[], meant: readonly Said[]): readonly unknown[] =>
  Array.from({ length: Math.max(read.length, meant.length) }, (_, at) => ({ read: read[at], meant: meant[at] }))
    .filter((page) => JSON.stringify(page.read) !== JSON.stringify(page.meant))
    .slice(0, 2)

describe.each(books)('the book of %s, read back page for page', (_, book) => {
  it('has in HTML every word in its order, and every link leads to the right place', () => {
    expect(differing(readHtml(bookHtml(book)), saidIn(book))).toEqual([])
  })

  it('has the same in Markdown', () => {
    expect(differing(readMarkdown(bookMarkdown(book)), saidIn(book))).toEqual([])
  })
})
