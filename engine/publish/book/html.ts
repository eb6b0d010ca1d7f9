import { element, escaped } from '../ground/html-text.ts'
import { sourceAnchor } from './anchors.ts'
import type { Book, Chapter, Page } from './book.ts'
import { sourcesChapter } from './chapter-of-page.ts'
import { blockHtml, sourceHtml } from './html-blocks.ts'
import { style } from './style.ts'

/** The book as one page that needs nothing else: no script, no font, no picture from anywhere. `map` is a drawing of it all. */
export function bookHtml(book: Book, map: string | null = null): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    element('title', {}, escaped(`${book.title} (${book.mark})`)),
    element('style', {}, style(`${book.mark} · ${book.edition}`)),
  ]
  return `<!doctype html>\n<html lang="en"><head>${head.join('\n')}</head>\n<body>\n${bodyHtml(book, map).join('\n')}\n</body></html>\n`
}

const bodyHtml = (book: Book, map: string | null): readonly string[] => [
  element('a', { class: 'skip', href: '#book' }, 'Skip to the book'),
  element(
    'aside',
    { class: 'ribbon', 'aria-label': 'Where this stands' },
    element('strong', { class: book.isSigned ? 'signed' : 'draft' }, escaped(book.mark)),
    element('span', {}, escaped(book.edition)),
    element('a', { href: '#contents' }, 'Contents'),
  ),
  coverHtml(book),
  element('nav', { id: 'contents', class: 'contents', 'aria-label': 'Contents', tabindex: -1 }, contentsHtml(book)),
  element(
    'main',
    { id: 'book', tabindex: -1 },
    map === null
      ? ''
      : element('div', { class: 'map', role: 'region', tabindex: 0, 'aria-label': 'The pathway on one sheet' }, map),
    ...book.chapters.map(chapterHtml),
  ),
]

const contentsHtml = ({ chapters }: Book): string =>
  element('h2', {}, 'Contents') +
  element(
    'ol',
    {},
    ...chapters.map((chapter) =>
      element(
        'li',
        {},
        element('a', { class: 'chapter', href: `#${chapter.id}` }, escaped(chapter.title)),
        element('span', { class: 'count' }, String(chapter.pages.length)),
        element(
          'details',
          chapter.id === 'decisions' ? { open: '' } : {},
          element('summary', {}, escaped(`${chapter.title}: pages`)),
          element(
            'ol',
            {},
            ...chapter.pages.map((page) =>
              element(
                'li',
                {},
                element('a', { href: `#${page.id}` }, escaped(page.name === '' ? page.title : page.name)),
              ),
            ),
          ),
        ),
      ),
    ),
  )

const coverHtml = (book: Book): string =>
  element(
    'header',
    { class: 'cover' },
    element('p', { class: book.isSigned ? 'signed' : 'draft' }, escaped(book.mark)),
    element('h1', {}, escaped(book.title)),
    element('p', { class: 'edition' }, escaped(book.edition)),
    ...book.about.map((line) => element('p', { class: 'about' }, escaped(line))),
    element(
      'dl',
      { class: 'tallies' },
      ...book.tallies.map(({ count, what }) =>
        element('div', {}, element('dd', {}, String(count)), element('dt', {}, escaped(what))),
      ),
    ),
  )

const chapterHtml = (chapter: Chapter): string =>
  element(
    'section',
    { id: chapter.id, class: 'chapter', 'aria-labelledby': `${chapter.id}-title` },
    element('h2', { id: `${chapter.id}-title` }, escaped(chapter.title)),
    element('p', { class: 'lead' }, escaped(chapter.about)),
    ...chapter.pages.map((page) => pageHtml(page, chapter)),
  )

/** A page with parts stands above them across both columns. */
function pageHtml(page: Page, chapter: Chapter): string {
  if (page.parts.length === 0) return pageSpreadHtml(page, chapter)
  return element(
    'section',
    { class: 'group', 'aria-labelledby': page.id },
    element('h3', { id: page.id }, escaped(page.title)),
    element('p', { class: 'name' }, element('code', {}, escaped(page.name))),
    element('div', { class: 'across' }, ...page.body.map(blockHtml)),
    ...page.parts.map((part) => pageSpreadHtml(part, chapter)),
  )
}

function pageSpreadHtml(page: Page, chapter: Chapter): string {
  // The chapter of sources is where passages are looked up, so there each has its own place.
  const isIndex = chapter.id === sourcesChapter
  const sources = page.sources.map((source) =>
    isIndex && source.kind === 'passage'
      ? element('div', { id: sourceAnchor(source.id) }, sourceHtml(source))
      : sourceHtml(source),
  )
  const name = page.name === '' ? '' : element('code', {}, escaped(page.name))
  const flags = page.flags.map((flag) => element('span', { class: 'tag warn' }, escaped(flag)))
  const left = sources.length === 0 ? '' : element('div', { class: 'verso' }, ...sources)
  return element(
    'article',
    { id: page.id, class: sources.length === 0 ? 'spread alone' : isIndex ? 'spread index' : 'spread' },
    left,
    element(
      'div',
      { class: 'recto' },
      name === '' && flags.length === 0 ? '' : element('p', { class: 'name' }, name, ...flags),
      element('h3', {}, escaped(page.title)),
      ...page.body.map(blockHtml),
    ),
  )
}
