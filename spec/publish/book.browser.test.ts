import { bookHtml, bookOf } from '@facialis/engine/publish/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  const book = bookOf(hemifacialSpasm, [], { on: '2026-11-26' })
  const [decisions] = book.chapters
  // The widest tables of all are among these.
  const chapters = [
    { ...decisions!, pages: decisions!.pages.filter(({ name }) => /^(certainty|botulinum)$/.test(name)) },
  ]
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.setContent(bookHtml({ ...book, chapters }))
})
afterAll(() => browser?.close())

const row = (rule: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: rule, exact: true }) })
const isWider = (selector: string) =>
  page.evaluate(
    `[...document.querySelectorAll('${selector}')].filter((one) => one.scrollWidth > one.clientWidth).length`,
  )

it('a table of the book fits on a phone without scrolling sideways: each cell names its column, and cells that do not matter are left out', async () => {
  expect(await isWider('html')).toBe(0)
  expect(await isWider('.wide')).toBe(0)
  const read = row('DX-05b').first()
  expect(await read.getByText('–', { exact: true }).filter({ visible: true }).count()).toBe(0)
  const heads = read.locator('td:visible[data-head]')
  const said = await heads.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-head')))
  expect(said.slice(0, 4)).toEqual(['rank', 'rule', 'then', 'not known whether'])
  expect(said.slice(4).join('')).toMatch(/^[A-Z]{1,3}$/)
  const told = await page.evaluate(
    `getComputedStyle(document.querySelector('td[data-head="then"]'), '::before').content`,
  )
  expect(told).toContain('then')
})

it('a further case of a rule reads "or" there, not as a rule with that name', async () => {
  const other = page.locator('td', { hasText: /^or$/ }).first()
  expect(await other.isVisible()).toBe(true)
  expect(await other.getAttribute('data-head')).toBeNull()
})

it('a link jumps to its target at once, however far away it is', async () => {
  const top = await page.evaluate(`(() => {
    document.querySelector('a[href="#rule-botulinum-bt-02-tumour"]').click()
    return document.querySelector('#rule-botulinum-bt-02-tumour').getBoundingClientRect().top
  })()`)
  expect(top).toBeGreaterThanOrEqual(0)
  expect(top).toBeLessThan(200)
})

it('on a wide screen the same table is set in columns', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('columnheader', { name: 'not known whether' }).first().waitFor()
  expect(await row('DX-05b').first().getByText('–', { exact: true }).filter({ visible: true }).count()).toBeGreaterThan(
    5,
  )
})

it('is printed in portrait: a passage above its rule, no empty space beside it, and a truth table in one piece', async () => {
  await page.emulateMedia({ media: 'print' })
  const placed = await page.evaluate(`(() => {
    const box = (selector) => document.querySelector('#rule-botulinum-bt-02-tumour ' + selector).getBoundingClientRect()
    return { isAbove: box('.verso').bottom <= box('.recto').top + 1, isAsWide: box('.verso').width > box('.recto').width * 0.9 }
  })()`)
  expect(placed).toEqual({ isAbove: true, isAsWide: true })
  const kept = await page.evaluate(
    `[...document.querySelectorAll('.spread .wide')].map((one) => getComputedStyle(one).breakInside)`,
  )
  expect(new Set(kept as readonly string[])).toEqual(new Set(['avoid']))
})
