import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, signInDemo } from './demo-clinic.ts'
import { arrive, see } from './hands.ts'
import { barriers, settled, sideways } from './look.ts'
import type { Walk } from './open-walk.ts'

describe('numbers of the site, tried on the guidance screen', () => {
  let walk: Walk
  beforeAll(async () => {
    walk = await openDemo('2026-11-23')
    await signInDemo(walk, walk.page, 'demo.neurologist')
  })
  afterEach(({ task }) => walk.lookAtFailure(task))
  afterAll(() => walk?.close())

  const tray = () => walk.page.getByRole('region', { name: 'What would change' })
  const interval = () => walk.page.getByRole('spinbutton', { name: /^Shortest time between two toxin sessions/ })

  it('a number typed shows at once who would be decided otherwise, a wrong one where it stands; a reset brings all back', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/guidance/policy`)
    await arrive(page, 'Policy numbers')
    expect(await tray().count()).toBe(0)

    await interval().fill('182')
    await see(tray(), '1 person moves; 3 more people are told otherwise what is due')
    await see(tray(), 'Of 16 people on the board today')
    await see(tray().getByRole('region', { name: 'Decided otherwise' }), /Botulinum toxin\s*Permitted\s*Blocked\s*1/)
    const who = tray().getByRole('region', { name: 'Who' })
    await see(who, 'Botulinum toxin: Permitted → Blocked')
    await see(who, /Then BT-05: /)
    expect(await who.getByRole('link').first().innerText()).toBe('Demo Ivo Sample')
    await look()

    await interval().fill('83')
    await see(page.getByRole('main'), 'Between 84 and 182.')
    await see(tray(), 'A number is not within its bounds')
    expect(await who.count()).toBe(0)

    await tray().getByRole('button', { name: 'Reset to what is in force' }).click()
    await tray().waitFor({ state: 'detached' })
    expect(await interval().inputValue()).toBe('84')
    await page.locator('#minimumReinjectionInterval input:focus').waitFor()
  })

  it('says plainly that nobody moves, and takes no address with it', async () => {
    const { page } = walk
    await page.getByRole('spinbutton', { name: /^Longest silent period after surgery/ }).fill('12')
    await see(tray(), 'Nobody moves')
    expect([...walk.addresses].filter((address) => address.includes('what-if'))).toEqual([
      `${walk.address}/api/policy/what-if`,
    ])
    expect(walk.faults).toEqual([])
  })

  it('an author sees how many, never who, and what happens when it is saved; then it is in force', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.author', 'Start')
    await page.goto(`${walk.address}/guidance/policy`)
    await interval().fill('182')
    await see(tray(), '1 person moves when this is saved.')
    expect(await tray().innerText()).not.toContain('Demo')
    await tray().getByRole('button', { name: 'Save these numbers' }).click()
    await see(page.getByRole('main'), 'Saved. The numbers are in force from today.')
    expect(await interval().inputValue()).toBe('182')
    expect(walk.faults).toEqual([])
  })

  /** No barrier in light and dark, and no sideways scrolling on a phone. */
  async function look(): Promise<void> {
    const { page } = walk
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect.soft(await barriers(page), colorScheme).toEqual([])
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect.soft(await sideways(page), 'phone: pixels too wide').toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1440, height: 900 })
  }
})
