import { posix } from 'node:path'
import { expect, it } from 'vitest'
import { listFiles, readText } from '../architecture/read-house.ts'

const files = new Set(listFiles())
const folders = new Set(
  [...files].flatMap((path) => path.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'))),
)
const rooms = [...folders].filter((path) => path !== '' && !path.includes('/'))
const isThere = (path: string): boolean => files.has(path) || folders.has(path)

/** As the heading of a page is addressed behind `#`. */
const anchorsOf = (page: string): readonly string[] =>
  [...readText(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** Pages people read; what was is told by the changelog, and from the pathway by its own pages. */
const pages = [...files].filter(
  (path) => path.endsWith('.md') && path !== 'CHANGELOG.md' && !path.startsWith('knowledge/'),
)

it.each(pages)('%s leads only to what is there', (page) => {
  const text = readText(page)
  const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link)
  const astray = links.filter((link) => {
    const [to = '', anchor] = link.split('#')
    const path = to === '' ? page : posix.join(posix.dirname(page), to)
    return !isThere(path) || (anchor !== undefined && !anchorsOf(path).includes(anchor))
  })
  const named = [...text.matchAll(/`([\w./-]+)`/g)].map(([, path = '']) => path.replace(/\/$/, ''))
  const moved = named.filter((path) => path.includes('/') && rooms.includes(path.split('/')[0] ?? '') && !isThere(path))
  expect([...astray, ...moved]).toEqual([])
})
