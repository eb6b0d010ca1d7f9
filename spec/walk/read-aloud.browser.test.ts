import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { idOf } from './demo-clinic.ts'
import { arrive, eventually, see } from './hands.ts'
import { walkDemo } from './walk-in.ts'

/** From now on whatever a screen reader would say unasked, each time what it stands in changes. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(`(() => {
    window.said = []
    const live = '[role=status], [role=alert], [aria-live=polite]'
    new MutationObserver((changes) => {
      const heard = new Set(changes.map(({ target }) => (target.closest ? target : target.parentElement).closest(live)))
      for (const one of heard) if (one !== null) window.said.push(one.innerText.trim())
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })()`)

const said = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>('window.said')

describe('what a screen reader says unasked', () => {
  const walk = walkDemo('demo.neurologist')

  it('while one searches the book: how much was found, once, and not every place at each letter', async () => {
    const { page, address } = walk
    await page.goto(`${address}/guidance`)
    await arrive(page, 'Guidance')
    await listen(page)
    await page.getByRole('searchbox', { name: 'Search the book' }).pressSequentially('toxin')
    await eventually(async () => (await said(page)).filter((text) => text !== '')).toEqual(['40 places match “toxin”'])
  })

  it('while one types a session: that the draft is kept once, and what holds the signature only when that changes', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Ivo Sample')}/injection`)
    await arrive(page, 'Injection')
    const lot = page.getByRole('textbox', { name: 'Lot', exact: true })
    await lot.fill('DEMO-L1')
    await see(page, /^Draft kept on the server/)
    await listen(page)
    const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT')
    await lot.fill('DEMO-L12')
    await kept
    await see(page, /^Draft kept on the server/)
    expect((await said(page)).filter((text) => text !== '')).toEqual([])
    await lot.fill('')
  })

  it('that a draft is kept: in a place that was there before, for one that comes with its words is not read out everywhere', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo June Sample')}/injection`)
    await arrive(page, 'Injection')
    const places = () => page.getByRole('status').count()
    const arrives = Promise.withResolvers<void>()
    await page.route('**/api/drafts/**', async (route) => {
      if (route.request().method() === 'PUT') await arrives.promise
      await route.continue()
    })
    const lot = page.getByRole('textbox', { name: 'Lot', exact: true })
    await lot.fill('DEMO-L1')
    await see(page, 'Keeping a draft…')
    const before = await places()
    arrives.resolve()
    await see(page, /^Draft kept on the server/)
    expect(await places()).toBe(before)
    await page.unroute('**/api/drafts/**')
    await lot.fill('')
  })
})
