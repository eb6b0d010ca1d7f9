import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { arrive, go, press, see } from './hands.ts'
import { walkDemo } from './walk-in.ts'

/** What the page names in bold: whom to open, and what to press there. */
const named = [
  ...readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'first-day.md'), 'utf8').matchAll(/\*\*(.+?)\*\*/gs),
].map(([, words = '']) => words.replace(/\s+/g, ' ').replace(/\.$/, '').replaceAll("'", '’'))

describe('the first day of somebody who injects, as its page tells it', () => {
  const walk = walkDemo('demo.neurologist')

  const met = new Set<string>()
  const told = (words: string): string => {
    expect(named).toContain(words)
    met.add(words)
    return words
  }
  const open = async (page: Page, name: string) => {
    await page.goto(`${walk.address}/board`)
    await page
      .getByRole('link', { name: told(name) })
      .first()
      .click()
    await arrive(page, 'Overview')
  }

  it('someone who is blocked is permitted once the report is acknowledged', async () => {
    const { page } = walk
    await open(page, 'Demo Fay Sample')
    await see(page, 'Botulinum toxin: Blocked')
    await page
      .getByRole('link', { name: told('Acknowledge the report') })
      .first()
      .click()
    await arrive(page, 'Imaging')
    await page
      .getByRole('button', { name: told('Acknowledge') })
      .first()
      .click()
    await press(page, told('Yes, I know this report'))
    await see(page, 'The report is acknowledged.')
    await go(page, 'Overview')
    await see(page, 'Botulinum toxin: Permitted')
  })

  it('someone to inject today: the chair, the vial, the map and the signature', async () => {
    const { page } = walk
    await open(page, 'Demo Ivo Sample')
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await arrive(page, 'Injection')
    for (const part of ['At the chair', 'Product and vial', 'Today’s map', 'Sign session']) await see(page, told(part))
    await page.getByRole('button', { name: told('Open the list') }).waitFor()
    await press(page, told('Asked, nothing new today'))
    await press(page, told('Copy last session'))
    await page.getByRole('button', { name: /^Confirm the (left|right) side$/ }).waitFor()
    await page.getByRole('button', { name: 'Sign session' }).waitFor()
    await press(page, told('Sign an order for nurses'))
    await press(page, told('Sign the order'))
    await page.getByText(told('Withdraw'), { exact: true }).waitFor()
  })

  it('someone whom the gate holds may have an exception raised', async () => {
    const { page } = walk
    await open(page, 'Demo Karl Sample')
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await arrive(page, 'Injection')
    await page.getByRole('button', { name: told('Raise a standing exception') }).waitFor()
  })

  it('someone new is asked in the order of a bedside examination, or of what settles most', async () => {
    const { page } = walk
    await open(page, 'Demo Rosa Sample')
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await arrive(page, 'Evaluate')
    await page
      .getByRole('button', { name: told('Asked, nothing found') })
      .first()
      .waitFor()
    await page.getByText(told('Sort by what would settle most')).first().waitFor()
  })

  it('who disagrees finds every rule under the guidance', async () => {
    const { page } = walk
    await page.keyboard.press('g')
    await page.keyboard.press('g')
    await arrive(page, told('Guidance'))
  })

  it('and it names nothing else', () => expect([...met].toSorted()).toEqual([...new Set(named)].toSorted()))
})
