import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from './demo-clinic.ts'
import { arrive, eventually, fill, go, press, see } from './hands.ts'
import { walkDemo } from './walk-in.ts'

/** Builds anew, as far as a page can tell: every part has another name, and none of the earlier ones is there. */
async function buildAnew(screens: string): Promise<void> {
  const assets = join(screens, 'assets')
  const names = await readdir(assets)
  const anew = new Map(names.map((name) => [name, name.replace(/(\.\w+)$/, 'n$1')]))
  const pages = [join(screens, 'index.html'), join(screens, 'smart', 'index.html')]
  const texts = [...names.filter((name) => /\.(js|css)$/.test(name)).map((name) => join(assets, name)), ...pages]
  const named = new RegExp(
    [...names]
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replaceAll('.', '\\.'))
      .join('|'),
    'g',
  )
  for (const path of texts) {
    const text = await readFile(path, 'utf8')
    await writeFile(
      path,
      text.replaceAll(named, (name) => anew.get(name) ?? name),
    )
  }
  for (const [name, other] of anew) await rename(join(assets, name), join(assets, other))
}

/** The program that a page of these screens begins with. */
const entryOf = async (screens: string): Promise<string | undefined> =>
  /<script[^>]+src="([^"]+)"/.exec(await readFile(join(screens, 'index.html'), 'utf8'))?.[1]

describe('a page that was open while the screens were built anew', () => {
  let screens: string
  // Afterwards the hook that was written last runs first: the folder goes when nobody serves it any more.
  afterAll(() => rm(screens, { recursive: true, force: true }))
  const walk = walkDemo('demo.neurologist', async () => {
    screens = await mkdtemp(join(tmpdir(), 'facialis-screens-'))
    await cp(process.env.FACIALIS_SCREENS ?? join(import.meta.dirname, '..', '..', 'clinic', 'dist'), screens, {
      recursive: true,
    })
    return { screens }
  })
  // Asked once: a page on its way to the newer build answers nothing.
  let dora: string
  beforeAll(async () => {
    dora = await idOf(walk.page, 'Demo Dora Sample')
  })

  it('opens the next screen all the same, from the start, and what was typed is there', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${dora}`)
    await press(page, 'Change')
    const dialog = page.getByRole('dialog')
    await fill(dialog, 'Language, if an interpreter is needed', 'Portug')
    await page.keyboard.press('Escape')
    await buildAnew(screens)
    await go(page, 'Imaging')
    await go(page, 'Overview')
    await press(page, 'Change')
    const typed = dialog.getByRole('textbox', { name: 'Language, if an interpreter is needed' })
    await eventually(() => typed.inputValue()).toBe('Portug')
    await page.keyboard.press('Escape')
  })

  it('so does the way back, to a screen that this page has not opened yet', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${dora}/surgery`)
    await arrive(page, 'Surgery')
    await page.goto(`${address}/lots`)
    await arrive(page, 'Lot recall')
    await buildAnew(screens)
    await page.goBack()
    await arrive(page, 'Surgery')
    expect(page.url()).toBe(`${address}/patients/${dora}/surgery`)
  })

  it('where the server is not reached, it says so and can be asked again', async () => {
    const { page, address } = walk
    // A page that is still on its way to the newer build cuts short where it is sent meanwhile, and is sent again.
    await eventually(async () => {
      await page.goto(`${address}/patients/${dora}/surgery`)
      return page.locator('script[src]').first().getAttribute('src')
    }).toBe(await entryOf(screens))
    await arrive(page, 'Surgery')
    await page.context().setOffline(true)
    await page.getByRole('navigation').getByRole('link', { name: 'Letter' }).first().click()
    await see(page, 'This page could not be loaded')
    await page.context().setOffline(false)
    await press(page, 'Reload the page')
    await arrive(page, 'Letter')
  })

  it('raised no error in the browser, but that parts of the earlier build were gone', () =>
    expect(walk.faults.filter((fault) => !fault.startsWith('Refused to apply style'))).toEqual([]))
})
