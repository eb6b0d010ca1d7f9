import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { idOf } from './demo-clinic.ts'
import { arrive, choose, press, question } from './hands.ts'
import { settled } from './look.ts'
import { walkDemo } from './walk-in.ts'

/** How a box, or what lies in it, is painted. */
const painted = (what: Locator, side: string): Promise<string> =>
  what.evaluate((one, of) => one.ownerDocument.defaultView?.getComputedStyle(one).getPropertyValue(of) ?? '', side)

describe('for whoever reads in colours of their own', () => {
  const walk = walkDemo('demo.neurologist')
  beforeAll(() => walk.page.emulateMedia({ forcedColors: 'active' }))
  const open = async (name: string, screen: string, title: string) => {
    await walk.page.goto(`${walk.address}/patients/${await idOf(walk.page, name)}/${screen}`)
    await arrive(walk.page, title)
  }

  it('the answer that was chosen looks another than those that were not', async () => {
    const { page } = walk
    await open('Demo Dora Sample', 'evaluate', 'Evaluate')
    await choose(page, 'Which side', 'Left')
    await settled(page)
    const option = (text: string) => question(page, 'Which side').locator('label', { hasText: text })
    expect(await painted(option('Left'), 'background-color')).not.toBe(
      await painted(option('Right'), 'background-color'),
    )
  })

  it('a box that is ticked shows its tick', async () => {
    const { page } = walk
    await open('Demo Lena Sample', 'follow-up', 'Follow-up')
    const box = page.getByRole('checkbox', { name: /^Name and birth date/ })
    await box.check()
    await settled(page)
    expect(await painted(page.locator('.mantine-Checkbox-icon').first(), 'color')).not.toBe(
      await painted(box, 'background-color'),
    )
    await box.uncheck()
  })

  it('a switch can be seen, and whether it is on', async () => {
    const { page } = walk
    await open('Demo Ivo Sample', 'injection', 'Injection')
    const [track, thumb] = ['track', 'thumb'].map((part) => page.locator(`.mantine-Switch-${part}`)) as [
      Locator,
      Locator,
    ]
    const isSeen = async () => {
      await settled(page)
      expect(await painted(thumb, 'background-color')).not.toBe(await painted(track, 'background-color'))
      expect(await painted(track, 'border-top-style')).toBe('solid')
      return painted(track, 'background-color')
    }
    const off = await isSeen()
    await page.getByRole('switch', { name: 'Work on both sides' }).press('Space')
    expect(await isSeen()).not.toBe(off)
    await page.getByRole('switch', { name: 'Work on both sides' }).press('Space')
  })

  it('the board shows which stage is looked at', async () => {
    const { page, address } = walk
    await page.goto(`${address}/board`)
    await arrive(page, 'Board')
    const stages = page.getByRole('group', { name: 'Stage' })
    const everyone = stages.getByRole('button', { name: /^Everyone/ })
    await stages.getByRole('button', { name: /^Evaluating/ }).click()
    await page.getByRole('button', { name: /^Evaluating/, pressed: true }).waitFor()
    expect(await painted(stages.getByRole('button', { name: /^Evaluating/ }), 'background-color')).not.toBe(
      await painted(everyone, 'background-color'),
    )
    await press(page, 'Clear filters')
  })

  it('the words of a drawing stand in the colour of the words around it', async () => {
    const { page } = walk
    // Somebody who chose the light appearance here, on a system that shows white on black.
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
    await page.evaluate(`localStorage.setItem('facialis.colour-scheme', 'light')`)
    await open('Demo Lena Sample', '', 'Overview')
    const [station, heading] = [page.locator('figure svg text').first(), page.getByRole('heading', { level: 1 })]
    expect(await painted(station, 'fill')).toBe(await painted(heading, 'color'))
    await page.evaluate(`localStorage.removeItem('facialis.colour-scheme')`)
  })
})
