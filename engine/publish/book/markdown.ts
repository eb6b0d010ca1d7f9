import { personAnchor, sourceAnchor } from './anchors.ts'
import type { Block, Book, Cell, Chapter, Outline, Page, Source, Table } from './book.ts'
import { chapterOfPage, sourcesChapter } from './chapter-of-page.ts'

export type MarkdownFile = Readonly<{ path: string; text: string }>

/** The book as one file for each chapter, and a page that leads to them. What stands on the left in print stands first. */
export function bookMarkdown(book: Book): readonly MarkdownFile[] {
  const chapterOf = chapterOfPage(book)
  const link: Link = (words, to, from) => {
    const chapter = chapterOf.get(to)
    return chapter === undefined || chapter === from
      ? `[${plain(words)}](#${to})`
      : `[${plain(words)}](${chapter}.md#${to})`
  }
  const notice = `> **${plain(sentence(book.mark))}.** ${plain(book.edition)}`
  return [
    {
      path: 'README.md',
      text: page([`# ${plain(book.title)}`, notice, ...book.about.map(plain), tallies(book), contents(book)]),
    },
    ...book.chapters.map((chapter) => ({
      path: `${chapter.id}.md`,
      text: page([
        `# ${plain(chapter.title)}`,
        notice,
        plain(chapter.about),
        ...chapter.pages.flatMap((one) => pageMarkdown(one, { chapter, link, level: 2 })),
      ]),
    })),
  ]
}

type Link = (words: string, to: string, from: string) => string
type Place = Readonly<{ chapter: Chapter; link: Link; level: number }>

const page = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Words that mean nothing to Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&').replace(/\s*\n\s*/g, ' ')

const tallies = ({ tallies: all }: Book): string => all.map(({ count, what }) => `- ${count} ${plain(what)}`).join('\n')

const contents = ({ chapters }: Book): string =>
  chapters.map(({ id, title, pages }) => `1. [${plain(title)}](${id}.md) (${pages.length})`).join('\n')

function pageMarkdown(one: Page, place: Place): readonly string[] {
  const { chapter, level } = place
  const heading = `${'#'.repeat(level)} ${one.name === '' ? '' : `\`${one.name}\` `}${plain(one.title)}`
  return [
    `<a id="${one.id}"></a>`,
    heading,
    one.flags.length === 0 ? '' : one.flags.map((flag) => `**${plain(sentence(flag))}.**`).join(' '),
    ...one.sources.map((source) => sourceMarkdown(source, chapter, place.link)),
    ...one.body.map((block) => blockMarkdown(block, place)),
    ...one.parts.flatMap((part) => pageMarkdown(part, { ...place, level: level + 1 })),
  ]
}

function sourceMarkdown(source: Source, chapter: Chapter, link: Link): string {
  if (source.kind === 'own-judgement') return `> **Own judgement.** ${plain(source.reason)}`
  const isIndex = chapter.id === sourcesChapter
  const id = isIndex
    ? `<a id="${sourceAnchor(source.id)}"></a>**${source.id}**`
    : link(source.id, sourceAnchor(source.id), chapter.id)
  const tags = [
    source.strength,
    ...(source.isNormative ? ['must'] : []),
    ...(source.isUnverified ? ['**unverified**'] : []),
    ...(source.isPastReview ? [`**to be read again since ${source.reviewBy}**`] : []),
  ]
  const from = [source.from, source.locator, source.dated].filter((part) => part !== '').map(plain)
  return `> ${id} (${tags.join(', ')}): ${plain(source.says)}\n>\n> ${from.join(' · ')}`
}

function blockMarkdown(block: Block, place: Place): string {
  switch (block.kind) {
    case 'text':
      return plain(block.text)
    case 'list':
      return `**${plain(block.title)}**\n\n${block.items.map((item) => `- ${plain(item)}`).join('\n')}`
    case 'outline':
      return `**${plain(block.title)}**\n\n${outlineMarkdown(block.outline, place, 0)}`
    case 'table':
      return `**${plain(block.title)}**\n\n${tableMarkdown(block.table, place)}`
    case 'people': {
      const one = block.people.map(
        ({ id, says, isOpen }) =>
          `${place.link(id, personAnchor(id), place.chapter.id)}${says === null ? '' : ` (${plain(says)})`}${isOpen ? ' (not known whether)' : ''}`,
      )
      return `**${plain(block.title)}:** ${one.join(', ')}${block.more === 0 ? '' : ` and ${block.more} more`}`
    }
    default:
      return block satisfies never
  }
}

function outlineMarkdown(outline: Outline, place: Place, depth: number): string {
  const words =
    outline.leadsTo === null ? plain(outline.text) : place.link(outline.text, outline.leadsTo, place.chapter.id)
  const letter = outline.letter === null ? '' : `\`${outline.letter}\` `
  return [
    `${'  '.repeat(depth)}- ${letter}${words}`,
    ...outline.parts.map((part) => outlineMarkdown(part, place, depth + 1)),
  ].join('\n')
}

function tableMarkdown({ legend, head, rows, note }: Table, { link, chapter }: Place): string {
  const words = (text: string, leadsTo: string | null | undefined): string =>
    leadsTo ? link(text, leadsTo, chapter.id) : plain(text)
  const cell = ({ text, leadsTo }: Cell): string => words(text, leadsTo)
  const line = (cells: readonly string[]): string => `| ${cells.map((one) => (one === '' ? ' ' : one)).join(' | ')} |`
  return [
    legend.map(({ letter, text, leadsTo }) => `- \`${letter}\` ${words(text, leadsTo)}`).join('\n'),
    [line(head.map(plain)), line(head.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n'),
    note === null ? '' : plain(note),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
