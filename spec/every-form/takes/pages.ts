import { bookHtml, bookMarkdown, bookOf, diagramSvg, tablesCsv } from '@facialis/engine/publish/index.ts'
import type { Pathway } from '@facialis/language'
import { asOf } from './asked.ts'
import { type Counts, madeUpCharts, page } from './counted.ts'
import { saidIn, wordsOf } from './said.ts'

const words = wordsOf('is not a or and yes no known whether people – | # ` [ *')
const tags = wordsOf('a td tr th li p div span href class id < /')

/** The book of a pathway with some people made up for it. */
function booked(pathway: Pathway): Counts {
  const people = madeUpCharts(pathway, 6).map((chart, at) => ({
    id: `p${at}`,
    title: `Person ${at}`,
    story: 'Made up.',
    asOf,
    chart,
  }))
  const book = bookOf(pathway, people, { on: '2026-11-26' })
  return {
    ...saidIn(
      'markdown',
      bookMarkdown(book)
        .map(({ path, text }) => `${path}\n${text}`)
        .join('\n'),
      words,
    ),
    ...saidIn(
      'html',
      bookHtml(
        book,
        diagramSvg(pathway, (id) => `#${id}`),
      ),
      tags,
    ),
    ...saidIn(
      'tables',
      tablesCsv(pathway)
        .map(({ path, text }) => `${path}\n${text}`)
        .join('\n'),
      wordsOf('yes no – ,'),
    ),
  }
}

export const pagesTake = page('pages-take.txt', ({ pathway }) => booked(pathway))
