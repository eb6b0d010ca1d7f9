import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const source = readFile(join(import.meta.dirname, '..', '..', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')

/** What axe calls moderate, and whoever goes from heading to heading loses their way by. */
const outline = ['heading-order', 'page-has-heading-one']

const colours = {
  runOnly: { type: 'tag', values: ['cat.color'] },
  rules: { 'color-contrast-enhanced': { enabled: false } },
}

/**
 * What axe calls serious or critical on the page as it stands, and headings out of order: rule, and the first place. Empty when nothing.
 * In the dark only what hangs on colours is looked at, where the same page was looked at in the light: the rest is the same.
 */
export async function barriers(page: Page, scheme: 'light' | 'dark' = 'light'): Promise<readonly string[]> {
  const asked = { resultTypes: ['violations'], ...(scheme === 'dark' ? colours : {}) }
  // Most pages are looked at more than once.
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(await source)
  return page.evaluate<readonly string[]>(`(async () => {
    const { violations } = await window.axe.run(document, ${JSON.stringify(asked)})
    return violations
      .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || ${JSON.stringify(outline)}.includes(id))
      .map(({ id, help, nodes }) => id + ' (' + nodes.length + '): ' + help + ' at ' + nodes[0].html.slice(0, 120) + ' ' + (nodes[0].any[0]?.message ?? ''))
  })()`)
}

/** Two frames later, what was asked of the page is drawn, and no colour is still on its way to another. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(`(async () => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map((one) => one.finished))
  })()`)

/** By how many pixels the page is wider than what shows it. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** As somebody meets the page who asks the browser for letters of twice the size. */
export async function lettersTwiceAsLarge(page: Page, look: () => Promise<void>): Promise<void> {
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
  await look()
  await page.evaluate(`document.documentElement.style.removeProperty('font-size')`)
}

/** Everything the page's own address keeps in this browser, as one text. */
export const keptInBrowser = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => JSON.stringify([
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    await indexedDB.databases(),
    await caches.keys(),
    document.cookie,
  ]))()`)

/** Keeps a picture of the whole page, when FACIALIS_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.FACIALIS_PICTURES
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await page.evaluate('window.scrollTo(0, 0)')
  await page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-')}.png`), fullPage: true })
}

/** What stands around each figure that is broken over two lines: before its sign of per cent, or behind a hyphen of a number. */
export const figuresApart = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const apart = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
      for (const { index } of node.nodeValue.matchAll(/(?<=\\d\\s)%|(?<=\\d-)\\d/g)) {
        const boxOf = (at) => {
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          return range.getBoundingClientRect()
        }
        const [figure, sign] = [boxOf(index - 2), boxOf(index)]
        if (sign.width > 0 && sign.top >= figure.bottom)
          apart.push(node.nodeValue.slice(Math.max(0, index - 20), index + 10))
      }
    return apart
  })()`)
