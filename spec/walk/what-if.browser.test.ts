import { describe, expect, it } from 'vitest'
import { ask, idOf, signInDemo, viewOf } from './demo-clinic.ts'
import { arrive, eventually, press, see } from './hands.ts'
import { barriers, lettersTwiceAsLarge, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('numbers of the site, tried on the guidance screen', () => {
  const walk = walkDemo('demo.neurologist')

  const tray = () => walk.page.getByRole('region', { name: 'What would change' })
  const slider = () => walk.page.getByRole('slider', { name: /^Shortest time between two toxin sessions/ })
  const interval = () => walk.page.getByRole('spinbutton', { name: /^Shortest time between two toxin sessions/ })

  it('a number typed shows at once who would be decided otherwise, a wrong one where it stands; a reset brings all back', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/guidance/policy`)
    await arrive(page, 'Policy numbers')
    expect(await tray().count()).toBe(0)

    await interval().fill('182')
    await see(tray(), 'Decisions change for 1 person; what is due changes for 3 more people')
    await see(tray(), 'Of 16 people on the board today')
    await see(
      tray().getByRole('region', { name: 'Decisions that change' }),
      /Botulinum toxin\s*Permitted\s*Blocked\s*1/,
    )
    const who = tray().getByRole('region', { name: 'Who' })
    await see(who, 'Botulinum toxin: Permitted → Blocked')
    await see(who, /Then BT-05: /)
    expect(await who.getByRole('link').first().innerText()).toBe('Demo Ivo Sample')
    await look()

    await interval().fill('83')
    await see(page.getByRole('main'), 'Enter a number between 84 and 182.')
    await see(tray(), 'A number is out of bounds')
    expect(await who.count()).toBe(0)

    await tray().getByRole('button', { name: 'Reset to what is in force' }).click()
    await tray().waitFor({ state: 'detached' })
    expect(await interval().inputValue()).toBe('84')
    await page.locator('#minimumReinjectionInterval input:focus').waitFor()
  })

  it('what was typed, a wrong number too, is there again after a look at somebody who would move, and after the page was loaded anew', async () => {
    const { page } = walk
    await interval().fill('182')
    await page.getByRole('spinbutton', { name: /^Longest silent period after surgery/ }).fill('12')
    await see(tray(), 'Decisions change for 1 person; what is due changes for 3 more people')
    await tray().getByRole('link', { name: 'Demo Ivo Sample' }).click()
    await page.waitForURL('**/patients/**')
    await page.goBack()
    await arrive(page, 'Policy numbers')
    await see(tray(), '84 → 182 days')
    await interval().fill('1820')
    await see(tray(), 'What you typed is kept for you.')
    await page.reload()
    await arrive(page, 'Policy numbers')
    await eventually(() => interval().inputValue()).toBe('1820')
    await see(tray(), 'A number is out of bounds')
    // Which of nearly two hundred it is, and the way to it.
    await see(tray(), /^Shortest time between two toxin sessions.*: Enter a number between 84 and 182\.$/m)
    await tray()
      .getByRole('link', { name: /^Shortest time between two toxin sessions/ })
      .click()
    await page.waitForURL('**/guidance/policy#minimumReinjectionInterval')
    await press(tray(), 'Reset to what is in force')
    await tray().waitFor({ state: 'detached' })
    await page.reload()
    await arrive(page, 'Policy numbers')
    expect(await interval().inputValue()).toBe('84')
  })

  it('a slider beside each number goes by keys from bound to bound; number and answer follow while it moves', async () => {
    const { page } = walk
    await page.reload()
    await arrive(page, 'Policy numbers')
    await interval().focus()
    await page.keyboard.press('Tab')
    await slider().and(page.locator(':focus-visible')).waitFor()
    await page.keyboard.press('End')
    expect(await interval().inputValue()).toBe('182')
    await see(tray(), 'Decisions change for 1 person; what is due changes for 3 more people')
    await page.keyboard.press('ArrowLeft')
    expect(await slider().getAttribute('aria-valuetext')).toBe('181 days')
    await see(tray(), '84 → 181 days')
    await page.keyboard.press('Home')
    await tray().waitFor({ state: 'detached' })
    expect(await interval().inputValue()).toBe('84')
  })

  it('what comes up over the page leaves in sight the slider a hand is on', async () => {
    const { page } = walk
    // To where the wheel may leave it: the slider a hand's breadth over the lower edge.
    const { y } = (await slider().boundingBox())!
    await page.mouse.move(700, 400)
    await page.mouse.wheel(0, y - 850)
    await eventually(async () => Math.round((await slider().boundingBox())!.y)).toBe(850)
    const { x, width, height } = (await slider().boundingBox())!
    await page.mouse.click(x + width / 2, 850 + height / 2)
    await see(tray(), /people? on the board today/)
    const [held, over] = [await slider().boundingBox(), await tray().boundingBox()]
    expect(held!.y + held!.height).toBeLessThan(over!.y)
    await press(tray(), 'Reset to what is in force')
  })

  it('a number typed moves its slider, one that is none leaves it where it was in force', async () => {
    await interval().fill('100')
    expect(await slider().inputValue()).toBe('100')
    await interval().fill('1000')
    expect(await slider().inputValue()).toBe('182')
    await interval().fill('')
    expect(await slider().inputValue()).toBe('84')
    await interval().fill('84')
  })

  it('answers while a hand still moves, one question at a time', async () => {
    const { page } = walk
    const asked: string[] = []
    let [open, most] = [0, 0]
    await page.route('**/api/policy/what-if', async (route) => {
      asked.push(String(Object.values(route.request().postDataJSON().values)))
      most = Math.max(most, ++open)
      await route.continue()
      await (await route.request().response())?.finished()
      open--
    })
    await slider().focus()
    // The hand never rests, up and down.
    for (let step = 1; step < 2000 && new Set(asked).size < 3; step++)
      await page.keyboard.press(step % 180 < 90 ? 'ArrowRight' : 'ArrowLeft')
    expect(new Set(asked).size).toBeGreaterThanOrEqual(3)
    expect(most).toBe(1)
    await page.unroute('**/api/policy/what-if')
    await page.keyboard.press('Home')
  })

  it('says plainly that nobody moves, and takes no address with it', async () => {
    const { page } = walk
    await page.getByRole('spinbutton', { name: /^Longest silent period after surgery/ }).fill('12')
    await see(tray(), 'Nothing changes for anybody')
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
    await see(tray(), 'Saving this changes decisions for 1 person.')
    expect(await tray().innerText()).not.toContain('Demo')
    await tray().getByRole('button', { name: 'Save these numbers' }).click()
    await see(page.getByRole('main'), 'Saved. The numbers are in force from today.')
    expect(await interval().inputValue()).toBe('182')
    expect(walk.faults).toEqual([])
  })

  it('on a telephone the numbers wait behind their chapters, and whoever looks for one is led into it; paper has all', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.neurologist')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${walk.address}/guidance/policy`)
    await arrive(page, 'Policy numbers')
    expect(await interval().isVisible()).toBe(false)
    // Every chapter is there within a few screens.
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(3 * 844)

    await page.getByRole('button', { name: /^Show \d+ numbers: Toxin/ }).click()
    await interval().waitFor()
    await settled(page)
    expect.soft(await barriers(page), 'opened').toEqual([])
    expect.soft(await sideways(page), 'pixels too wide').toBeLessThanOrEqual(0)
    await lettersTwiceAsLarge(page, async () => {
      await settled(page)
      expect.soft(await sideways(page), 'letters twice as large: pixels too wide').toBeLessThanOrEqual(0)
    })
    await page.getByRole('button', { name: /^Hide them: Toxin/ }).click()
    await interval().waitFor({ state: 'hidden' })

    await page.getByRole('textbox', { name: 'Find a number' }).fill('shortest time between')
    await interval().waitFor()
    await page.goto(`${walk.address}/guidance/policy#minimumReinjectionInterval`)
    await page.locator('#minimumReinjectionInterval:focus').waitFor()

    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('tbody tr').filter({ visible: true }).count()).toBe(
      await page.locator('tbody tr').count(),
    )
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 1440, height: 900 })
    expect(await page.getByRole('button', { name: /^Show \d+ numbers/ }).count()).toBe(0)
  })

  it('while somebody thinks about a number, a colleague closes the record of whom it would move: nobody is decided otherwise any more', async () => {
    const thinking = await walk.strangersPage()
    await thinking.clock.install({ time: new Date('2026-11-23T09:00:00Z') })
    await signInDemo(walk, thinking, 'demo.neurologist')
    await thinking.goto(`${walk.address}/guidance/policy`)
    await thinking.getByRole('spinbutton', { name: /^Shortest time between two toxin sessions/ }).fill('84')
    const told = thinking.getByRole('region', { name: 'What would change' })
    await see(told, /^Decisions change for 1 person/)

    const { page } = walk
    const ivo = await idOf(page, 'Demo Ivo Sample')
    const closed = { kind: 'closure', date: '2026-11-23', facts: { 'episode.closed': 'discharged' } }
    const { version } = await viewOf(page, ivo)
    const { status } = await ask(page, 'POST', `/api/patients/${ivo}/acts`, closed, { 'If-Match': `"${version}"` })
    expect(status).toBe(200)

    await thinking.clock.runFor('01:05')
    await see(told, /^No decision changes for anybody/)
    await thinking.context().close()
  })

  /** No barrier in light and dark, and no sideways scrolling on a phone. */
  async function look(): Promise<void> {
    const { page } = walk
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect.soft(await barriers(page, colorScheme), colorScheme).toEqual([])
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect.soft(await sideways(page), 'phone: pixels too wide').toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1440, height: 900 })
  }
})
