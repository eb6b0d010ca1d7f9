import type { Block, Book, Outline, Page, Source, Table } from '@facialis/engine/publish/book/book.ts'
import { sourcesChapter } from '@facialis/engine/publish/book/chapter-of-page.ts'

/**
 * What a page of the book says to whoever reads it, as words in their order. `•` begins a line of a list, one sign for
 * each level; `|` begins a cell, `—` a row; a word that leads somewhere says where: `word→place`.
 */
export type Said = Readonly<{
  id: string
  name: readonly string[]
  title: readonly string[]
  flags: readonly string[]
  /** A passage that has its own place here says so first: `@place`. */
  sources: readonly (readonly string[])[]
  body: readonly string[]
}>

/** The words of a text without the signs around them: those are a matter of how it is set. */
export const wordsIn = (text: string, to: string | null = null): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s(]+/)
    .map((word) => word.replace(/^[.,:;·)]+|[.,:;·)]+$/g, ''))
    .filter((word) => word !== '')
    .map((word) => (to === null ? word : `${word}→${to}`))

/** Every page of the book, as it is before it is set. */
export const saidIn = ({ chapters }: Book): readonly Said[] =>
  chapters.flatMap(({ id, pages }) => pages.flatMap((page) => [page, ...page.parts].map((one) => saidOn(one, id))))

const saidOn = ({ id, name, title, flags, sources, body }: Page, chapter: string): Said => ({
  id,
  name: wordsIn(name),
  title: wordsIn(title),
  flags: flags.flatMap((flag) => wordsIn(flag)),
  sources: sources.map((source) => ofSource(source, chapter === sourcesChapter)),
  body: body.flatMap(ofBlock),
})

function ofSource(source: Source, isIndex: boolean): readonly string[] {
  if (source.kind === 'own-judgement') return wordsIn(`own judgement ${source.reason}`)
  const place = `passage-${source.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
  return [
    ...(isIndex ? [`@${place}`, ...wordsIn(source.id)] : wordsIn(source.id, place)),
    ...wordsIn(source.strength),
    ...(source.isNormative ? ['must'] : []),
    ...(source.isUnverified ? ['unverified'] : []),
    ...(source.isPastReview ? wordsIn(`to be read again since ${source.reviewBy}`) : []),
    ...wordsIn(`${source.says} ${source.from} ${source.locator} ${source.dated}`),
  ]
}

function ofBlock(block: Block): readonly string[] {
  if (block.kind === 'text') return wordsIn(block.text)
  return [...wordsIn(block.title), ...under(block)]
}

function under(block: Exclude<Block, { kind: 'text' }>): readonly string[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => ['•', ...wordsIn(item)])
    case 'outline':
      return ofOutline(block.outline, 1)
    case 'table':
      return ofTable(block.table)
    case 'people':
      return [
        ...block.people.flatMap(({ id, says, isOpen }) => [
          ...wordsIn(id, `person-${id}`),
          ...wordsIn(says ?? ''),
          ...(isOpen ? ['not', 'known', 'whether'] : []),
        ]),
        ...(block.more > 0 ? wordsIn(`and ${block.more} more`) : []),
      ]
    default:
      return block satisfies never
  }
}

const ofOutline = ({ text, letter, leadsTo, parts }: Outline, level: number): readonly string[] => [
  '•'.repeat(level),
  ...wordsIn(letter ?? ''),
  ...wordsIn(text, leadsTo),
  ...parts.flatMap((part) => ofOutline(part, level + 1)),
]

const ofTable = ({ legend, head, rows, note }: Table): readonly string[] => [
  ...legend.flatMap(({ letter, text, leadsTo }) => ['•', ...wordsIn(letter), ...wordsIn(text, leadsTo)]),
  '—',
  ...head.flatMap((cell) => ['|', ...wordsIn(cell)]),
  ...rows.flatMap((row) => ['—', ...row.flatMap(({ text, leadsTo }) => ['|', ...wordsIn(text, leadsTo ?? null)])]),
  ...wordsIn(note ?? ''),
]
