import type { MarkdownFile } from '@facialis/engine/publish/book/markdown.ts'
import { type Said, wordsIn } from './said-in-book.ts'

type Reading = Readonly<{
  id: string
  name: string[]
  title: string[]
  flags: string[]
  sources: string[][]
  body: string[]
}>
const opened = (id: string): Reading => ({ id, name: [], title: [], flags: [], sources: [], body: [] })

type Tag = Readonly<{ name: string; class: string; id: string | null; to: string | null }>

const attribute = (attributes: string, name: string): string | null =>
  new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? null

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** Every page of the book as somebody reads it in a browser. */
export function readHtml(html: string): readonly Said[] {
  const pages: Reading[] = []
  const around: Tag[] = []
  const isIn = (...classes: readonly string[]): boolean => around.some((tag) => classes.includes(tag.class))
  const sign = (text: string): void => {
    if (isIn('recto', 'across')) pages.at(-1)?.body.push(text)
  }
  const begin = (tag: Tag, attributes: string): void => {
    if (tag.name === 'article' && tag.id !== null) pages.push(opened(tag.id))
    if (tag.class === 'group') pages.push(opened(attribute(attributes, 'aria-labelledby') ?? ''))
    if (isIn('verso') && tag.id !== null) pages.at(-1)?.sources.push([`@${tag.id}`])
    if (tag.class.startsWith('source') && around.at(-2)?.id === null) pages.at(-1)?.sources.push([])
    if (tag.class === 'outline' || tag.name === 'dt' || (tag.name === 'li' && isIn('list'))) sign('•')
    if (tag.name === 'li' && isIn('outline')) sign('•'.repeat(1 + around.filter(({ name }) => name === 'ul').length))
    if (tag.name === 'tr') sign('—')
    if (tag.name === 'th' || tag.name === 'td') sign('|')
  }
  const listen = (text: string): void => {
    const page = pages.at(-1)
    const tag = around.at(-1)
    if (page === undefined || tag === undefined) return
    const to = around.findLast((one) => one.to !== null)?.to ?? null
    // What leads to where it stands leads nowhere.
    const words = wordsIn(unescaped(text), around.some(({ id }) => id === to) ? null : to)
    // Only the lines of a condition are folded with their words to be read; elsewhere a fold is told how much is in it.
    if (around.some(({ name }) => name === 'summary') && !isIn('outline')) return
    if (isIn('verso')) page.sources.at(-1)?.push(...words)
    else if (tag.name === 'h3') page.title.push(...words)
    else if (isIn('name')) (tag.name === 'code' ? page.name : page.flags).push(...words)
    else if (isIn('recto', 'across')) page.body.push(...words)
  }
  const main = html.slice(html.indexOf('<main'))
  for (const [, closes, name = '', attributes = '', text] of main.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) listen(text)
    else if (closes === '/') around.pop()
    else {
      const to = name === 'a' ? (attribute(attributes, 'href')?.slice(1) ?? null) : null
      const tag = { name, class: attribute(attributes, 'class') ?? '', id: attribute(attributes, 'id'), to }
      around.push(tag)
      begin(tag, attributes)
    }
  }
  return pages
}

/** The words of a line of Markdown, and where they lead. */
const inline = (text: string): readonly string[] =>
  [
    ...text.matchAll(/<a id="([^"]+)"><\/a>|\[((?:\\.|[^\]\\])*)\]\([^)#]*#([^)]+)\)|((?:\\.|(?!<a id)[^[\\])+)/g),
  ].flatMap(([, place, words, to, rest]) =>
    place !== undefined ? [`@${place}`] : wordsIn(withoutSigns(words ?? rest ?? ''), to ?? null),
  )

const withoutSigns = (text: string): string =>
  text.replace(/\\(.)|\*\*|`/g, (_, sign: string | undefined) => sign ?? '')

/** Every page of the book as somebody reads it in a repository. */
export function readMarkdown(files: readonly MarkdownFile[]): readonly Said[] {
  return files.flatMap(({ text }) => pagesOf(text.trimEnd().split('\n\n')))
}

function pagesOf(paragraphs: readonly string[]): readonly Said[] {
  const pages: Reading[] = []
  for (const paragraph of paragraphs) {
    const page = pages.at(-1)
    const [, id] = /^<a id="([^"]+)"><\/a>$/.exec(paragraph) ?? []
    const [, heading] = /^##+ (.*)$/.exec(paragraph) ?? []
    if (id !== undefined) pages.push(opened(id))
    else if (page === undefined) continue
    else if (heading !== undefined) {
      const [, name = '', title = ''] = /^(?:`([^`]*)` )?(.*)$/.exec(heading) ?? []
      page.name.push(...wordsIn(name))
      page.title.push(...inline(title))
    } else if (/^\*\*.*\.\*\*$/.test(paragraph)) page.flags.push(...inline(paragraph))
    else if (paragraph.startsWith('> ')) page.sources.push([...inline(paragraph.replace(/^> ?/gm, ''))])
    else page.body.push(...paragraph.split('\n').flatMap(lineOf))
  }
  return pages
}

function lineOf(line: string): readonly string[] {
  const [, indent, item] = /^( *)- (.*)$/.exec(line) ?? []
  if (indent !== undefined && item !== undefined) return ['•'.repeat(1 + indent.length / 2), ...inline(item)]
  if (!line.startsWith('| ')) return inline(line)
  if (/^[| -]+$/.test(line)) return []
  const cells = line.slice(2, -2).split(/(?<!\\) \| /)
  return ['—', ...cells.flatMap((cell) => ['|', ...inline(cell)])]
}
