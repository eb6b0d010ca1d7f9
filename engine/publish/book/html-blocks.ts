import { element, escaped } from '../ground/html-text.ts'
import { personAnchor, sourceAnchor } from './anchors.ts'
import type { Block, Cell, Mention, Outline, Source, Table } from './book.ts'
import { linesOf } from './outline.ts'

/** Lines of a condition and characters of a list that are shown at once; a longer one is opened by a press. */
const manyLines = 40
const manyCharacters = 900

export function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return element('p', {}, escaped(block.text))
    case 'list':
      return labelled(block.title, listHtml(block.items))
    case 'outline':
      return labelled(block.title, outlineHtml(block.outline))
    case 'table':
      return labelled(block.title, tableHtml(block.table, block.title))
    case 'people':
      return labelled(block.title, peopleHtml(block.people, block.more))
    default:
      return block satisfies never
  }
}

function listHtml(items: readonly string[]): string {
  const list = element('ul', { class: 'list' }, ...items.map((item) => element('li', {}, escaped(item))))
  const length = items.reduce((sum, item) => sum + item.length, 0)
  if (length <= manyCharacters) return list
  const [first = ''] = items
  return element('details', {}, element('summary', {}, `${escaped(first.slice(0, 60))} …`), list)
}

const labelled = (title: string, inside: string): string =>
  element('div', { class: 'block' }, element('h4', {}, escaped(title)), inside)

const linkHtml = (to: string, inside: string): string => element('a', { href: `#${to}` }, inside)

const letterHtml = ({ letter: name }: Outline): string => (name === null ? '' : element('i', {}, name))

/** A long condition is opened part by part: the columns of the table below it stay to be seen, what is in them is folded. */
function outlineHtml(outline: Outline): string {
  const lines = linesOf(outline)
  const isLong = lines > manyLines
  const inside = element('div', { class: 'outline' }, outlineParts(outline, isLong && hasLetters(outline)))
  return isLong && !hasLetters(outline)
    ? element('details', {}, element('summary', {}, `${lines} lines`), inside)
    : inside
}

const hasLetters = ({ letter: own, parts }: Outline): boolean => own !== null || parts.some(hasLetters)

function outlineParts(outline: Outline, folds: boolean): string {
  const words = escaped(outline.text)
  const head = outline.leadsTo === null ? words : linkHtml(outline.leadsTo, words)
  if (outline.parts.length === 0) return letterHtml(outline) + element('span', {}, head)
  const isFolded = folds && outline.letter !== null
  const parts = element(
    'ul',
    {},
    ...outline.parts.map((part) => element('li', {}, outlineParts(part, folds && !isFolded))),
  )
  const title = letterHtml(outline) + element('b', {}, head)
  return isFolded ? element('details', {}, element('summary', {}, title), parts) : title + parts
}

function tableHtml({ legend, head, rows, note }: Table, title: string): string {
  const legendHtml =
    legend.length === 0
      ? ''
      : element(
          'dl',
          { class: legend.length > 8 ? 'legend two' : 'legend' },
          ...legend.map(({ letter, text, leadsTo }) =>
            element(
              'div',
              {},
              element('dt', {}, letter),
              element('dd', {}, leadsTo === null ? escaped(text) : linkHtml(leadsTo, escaped(text))),
            ),
          ),
        )
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...head.map((cell) => element('th', { scope: 'col' }, escaped(cell))))),
    element(
      'tbody',
      {},
      ...rows.map((row) => element('tr', {}, ...row.map((cell, at) => cellHtml(cell, head[at] ?? '')))),
    ),
  )
  return (
    legendHtml +
    // A wide table is moved by the keyboard too, so it can be reached.
    element('div', { class: 'wide', role: 'group', tabindex: 0, 'aria-label': title }, table) +
    (note === null ? '' : element('p', { class: 'note' }, escaped(note)))
  )
}

/** On a narrow screen a row is read cell by cell, each with the head of its column; what does not matter is left out there. */
const cellHtml = ({ text, tone, leadsTo }: Cell, head: string): string => {
  const words = escaped(text)
  const inside = leadsTo === undefined ? words : linkHtml(leadsTo, words)
  const isRead = head !== '' && text !== '' && tone !== 'whatever' && tone !== 'or'
  return element(
    'td',
    { class: tone, 'data-head': isRead ? head : null },
    tone === 'answer' ? element('span', {}, inside) : inside,
  )
}

function peopleHtml(people: readonly Mention[], more: number): string {
  const one = ({ id, says, isOpen }: Mention): string =>
    element(
      'li',
      {},
      linkHtml(personAnchor(id), escaped(id)),
      says === null ? '' : element('span', { class: 'says' }, escaped(says)),
      isOpen ? element('span', { class: 'open' }, 'not known whether') : '',
    )
  return (
    element('ul', { class: 'people' }, ...people.map(one)) +
    (more === 0 ? '' : element('p', { class: 'note' }, `and ${more} more`))
  )
}

export function sourceHtml(source: Source): string {
  if (source.kind === 'own-judgement')
    return element(
      'div',
      { class: 'source own' },
      element('p', { class: 'tags' }, element('span', { class: 'tag warn' }, 'Own judgement')),
      element('p', { class: 'says' }, escaped(source.reason)),
    )
  return element(
    'div',
    { class: 'source' },
    element(
      'p',
      { class: 'tags' },
      element('a', { class: 'tag id', href: `#${sourceAnchor(source.id)}` }, escaped(source.id)),
      element('span', { class: 'tag' }, escaped(source.strength)),
      source.isNormative ? element('span', { class: 'tag' }, 'must') : '',
      source.isUnverified ? element('span', { class: 'tag warn' }, 'Unverified') : '',
      source.isPastReview
        ? element('span', { class: 'tag warn' }, escaped(`To be read again since ${source.reviewBy}`))
        : '',
    ),
    element('blockquote', { class: 'says' }, escaped(source.says)),
    element(
      'p',
      { class: 'from' },
      // Where passages stand under their source, its name is not said with each.
      element('span', {}, escaped(`${source.from} · `)),
      escaped([source.locator, source.dated].filter((part) => part !== '').join(' · ')),
    ),
  )
}
