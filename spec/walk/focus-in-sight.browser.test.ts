import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../server/demo/staff.ts'
import { idOf, signInDemo } from './demo-clinic.ts'
import { arrive, fill, press } from './hands.ts'
import { walkDemo } from './walk-in.ts'

/** What has the focus, by what it says, and whether any of it can be seen: inside the window, and nothing over it. */
const seenOfFocus = `(() => {
  const one = document.activeElement
  // Past either end of the page: the browser has it.
  if (one === document.body) return { what: '', isSeen: true }
  const whole = one.labels?.[0] && /radio|checkbox/.test(one.type) ? one.labels[0] : one
  const { left, top, width, height } = whole.getBoundingClientRect()
  const shares = [0.1, 0.3, 0.5, 0.7, 0.9]
  const isSeen = shares.some((along) => shares.some((down) => {
    const over = document.elementFromPoint(left + width * along, top + height * down)
    return over !== null && (whole.contains(over) || over.contains(whole))
  }))
  return { what: (one.ariaLabel || one.labels?.[0]?.innerText || one.innerText || one.tagName).slice(0, 60), isSeen }
})()`

/** Presses a key so many times. @returns what had the focus and could not be seen */
async function unseen(page: Page, key: string, times: number): Promise<readonly string[]> {
  const all: string[] = []
  for (let pressed = 0; pressed < times; pressed += 1) {
    await page.keyboard.press(key)
    const { what, isSeen } = await page.evaluate<{ what: string; isSeen: boolean }>(seenOfFocus)
    if (!isSeen) all.push(what)
  }
  return all
}

const io = { width: 1280, height: 720 }
/** A desk that is enlarged four times. */
const enlarged = { width: 320, height: 256 }

describe('what has the focus of the keyboard can be seen', () => {
  const walk = walkDemo('demo.neurologist')
  const screens = new Map<string, string>()
  beforeAll(async () => {
    const of = async (name: string, screen: string) => `/patients/${await idOf(walk.page, name)}/${screen}`
    screens.set('Botulinum toxin', '/guidance/decision/botulinum')
    screens.set('Surgery', await of('Demo Lena Sample', 'surgery'))
    screens.set('Follow-up', await of('Demo Lena Sample', 'follow-up'))
    screens.set('Injection', await of('Demo Ivo Sample', 'injection'))
    screens.set('Evaluate', await of('Demo Dora Sample', 'evaluate'))
  })
  const open = async (title: string, size: typeof io) => {
    const { page, address } = walk
    await page.setViewportSize(size)
    await page.goto(`${address}${screens.get(title)}`)
    await arrive(page, title)
    await page.evaluate('document.fonts.ready')
  }

  it.each(['Botulinum toxin', 'Surgery', 'Follow-up', 'Injection', 'Evaluate'])(
    '%s: on the way back nothing stops behind the header',
    async (title) => {
      for (const size of [io, enlarged]) {
        await open(title, size)
        await walk.page.locator('main :is(a, button, input)').last().focus()
        expect.soft(await unseen(walk.page, 'Shift+Tab', 70), `${size.width} pixels wide`).toEqual([])
      }
    },
  )

  it('a number is tried with nothing behind what stands at the foot of the page', async () => {
    const { page, address } = walk
    await page.setViewportSize(io)
    await page.goto(`${address}/guidance/policy`)
    await arrive(page, 'Policy numbers')
    await page.getByRole('spinbutton', { name: /^Shortest time between two toxin sessions/ }).fill('100')
    await page.getByText(/people? on the board today/).waitFor()
    expect(await unseen(page, 'Tab', 40)).toEqual([])
  })

  it('on a phone the menu that is folded away is no stop; open it says so, and closes for whoever goes on', async () => {
    const { page } = walk
    await open('Follow-up', { width: 390, height: 844 })
    expect(await unseen(page, 'Tab', 30)).toEqual([])
    const menu = page.getByRole('button', { name: 'Menu' })
    await page.getByRole('button', { name: 'Menu', expanded: false }).waitFor()
    await menu.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Menu', expanded: true }).waitFor()
    const nav = page.getByRole('navigation', { name: 'Main' })
    await nav.getByRole('link', { name: 'Care team' }).focus()
    expect(await unseen(page, 'Tab', 8)).toEqual([])
    await nav.waitFor({ state: 'hidden' })
  })

  it('on a low screen the way round the clinic is gone down to its end', async () => {
    const { page } = walk
    await open('Follow-up', { width: 1280, height: 480 })
    const last = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Follow-up' })
    await last.focus()
    expect(await unseen(page, 'Tab', 3)).toEqual([])
  })

  it('while a record is open in an emergency nothing stops behind the bar at the foot of the page, and the bar leaves room', async () => {
    const page = await walk.strangersPage(io)
    await signInDemo(walk, page, 'demo.author', 'Start')
    await page.goto(`${walk.address}/emergency`)
    await fill(page, 'Full name of the person', 'Demo Lena Sample')
    await fill(page, 'Birth date', '8 Oct 1972')
    await page.getByRole('radio', { name: 'Life or health is in danger now' }).check()
    await fill(page, 'What happened', 'Demo: found on the ward')
    await page.getByLabel('Your current password', { exact: true }).fill(demoPassword)
    await press(page, 'Open the record for four hours')
    await arrive(page, 'The record')
    for (const size of [io, enlarged]) {
      await page.setViewportSize(size)
      await page.getByRole('heading', { level: 1 }).focus()
      expect.soft(await unseen(page, 'Tab', 50), `${size.width} pixels wide`).toEqual([])
    }
    await page.evaluate('window.scrollTo(0, 0)')
    const { y } = (await page.getByRole('region', { name: /emergency/i }).boundingBox())!
    expect(y).toBeGreaterThan(enlarged.height)
    await press(page, 'End it now')
  })
})
