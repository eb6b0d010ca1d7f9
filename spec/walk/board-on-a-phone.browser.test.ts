import { beforeAll, describe, expect, it } from 'vitest'
import { arrive, eventually } from './hands.ts'
import { barriers, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('far down the board on a telephone', () => {
  const walk = walkDemo('demo.coordinator')
  beforeAll(async () => {
    await walk.page.setViewportSize({ width: 390, height: 844 })
  })

  const again = () => walk.page.getByRole('button', { name: 'Search', exact: true })
  const field = () => walk.page.getByRole('searchbox', { name: 'Search by name or birth date' })

  it('one press under the thumb leads to the search, and what was searched for is typed over', async () => {
    const { page } = walk
    await arrive(page, 'Board')
    await field().fill('Demo')
    expect(await again().count()).toBe(0)
    // The list grows under whoever scrolls, as its lines are drawn: its end is where it has none left.
    const room = async () => {
      await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
      await again().waitFor()
      const last = (await page.locator('[role="row"][data-line]').last().boundingBox())!
      return (await again().boundingBox())!.y - (last.y + last.height)
    }
    // In the lower half, and covering nothing of the last in the list, nor of what stands below it.
    await eventually(room).toBeGreaterThanOrEqual(0)
    const { y, height } = (await again().boundingBox())!
    expect(y).toBeGreaterThan(844 / 2)
    expect(height).toBeGreaterThanOrEqual(44)
    const below = (await page.getByRole('note').last().boundingBox())!
    expect(y + height).toBeLessThanOrEqual(below.y)
    // In the middle of the list it lies over it.
    await page.evaluate('window.scrollBy(0, -600)')
    await settled(page)
    expect((await again().boundingBox())!.y).toBeGreaterThan((844 * 2) / 3)
    await settled(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])

    await again().click()
    await field().and(page.locator(':focus')).waitFor()
    await again().waitFor({ state: 'detached' })
    await page.keyboard.type('lena')
    await page.keyboard.press('Enter')
    await page.locator('[role="row"]:focus').waitFor()
    await page.keyboard.press('Enter')
    await arrive(page, 'Overview')
    expect(walk.faults).toEqual([])
  })

  it('on a desk, which has a key for it, nothing lies over the list', async () => {
    const { page } = walk
    await page.goto(new URL('/board', page.url()).href)
    await arrive(page, 'Board')
    await page.setViewportSize({ width: 1440, height: 500 })
    await field().fill('')
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
    await settled(page)
    expect(await again().count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.locator('body').press('/')
    await field().and(page.locator(':focus')).waitFor()
  })
})
