import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { idOf, signInDemo } from './demo-clinic.ts'
import { press } from './hands.ts'
import { barriers, figuresApart, lettersTwiceAsLarge, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

type Screen = Readonly<{ name: string; path: string; of?: string; first?: (page: Page) => Promise<void> }>

const publicScreens: readonly Screen[] = [
  { name: 'front door', path: '/front-door' },
  { name: 'appointment', path: '/front-door/appointment' },
  { name: 'refer', path: '/front-door/refer' },
  { name: 'status', path: '/front-door/status' },
  { name: 'team', path: '/front-door/team' },
  { name: 'sign-in', path: '/sign-in' },
]
const clinicScreens: readonly Screen[] = [
  { name: 'board', path: '/board' },
  { name: 'referral from paper', path: '/referrals/new' },
  { name: 'patient', path: '', of: 'Demo Fay Sample' },
  { name: 'triage', path: '/triage', of: 'Demo Ben Sample' },
  { name: 'evaluate', path: '/evaluate', of: 'Demo Dora Sample' },
  { name: 'imaging', path: '/imaging', of: 'Demo Fay Sample' },
  { name: 'imaging read', path: '/imaging', of: 'Demo Emil Sample', first: (page) => press(page, 'Enter a read') },
  { name: 'injection', path: '/injection', of: 'Demo Ivo Sample' },
  { name: 'surgery before', path: '/surgery', of: 'Demo Karl Sample' },
  { name: 'surgery after', path: '/surgery', of: 'Demo Lena Sample' },
  { name: 'follow-up', path: '/follow-up', of: 'Demo Lena Sample' },
  { name: 'letter', path: '/letter', of: 'Demo Lena Sample' },
  { name: 'lot recall', path: '/lots' },
  { name: 'guidance', path: '/guidance' },
  { name: 'guidance decision', path: '/guidance/decision/botulinum' },
  { name: 'guidance passage', path: '/guidance/passage/S13' },
  { name: 'guidance numbers', path: '/guidance/policy' },
]

const coordinatorsScreens: readonly Screen[] = [{ name: 'team directory', path: '/team' }]

const io = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
/** As wide as a page is that was enlarged four times on a desk. */
const narrowest = { width: 320, height: 640 }

describe('every screen, in light and dark, on a desk and on a phone', () => {
  const walk = walkDemo()
  let stranger: Page
  let coordinator: Page
  beforeAll(async () => {
    stranger = await walk.strangersPage()
    await signInDemo(walk, walk.page, 'demo.neurologist')
    coordinator = await walk.strangersPage()
    await signInDemo(walk, coordinator, 'demo.coordinator')
  })

  /** Opens it as it is met: heading there, nothing loading. */
  const open = async (page: Page, { path, of, first }: Screen) => {
    const person = of === undefined ? '' : `/patients/${await idOf(page, of)}`
    await page.goto(`${walk.address}${person}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('Opening…').waitFor({ state: 'hidden' })
    await first?.(page)
    await page.evaluate('document.fonts.ready')
  }
  const pageOf = (screen: Screen) =>
    publicScreens.includes(screen) ? stranger : coordinatorsScreens.includes(screen) ? coordinator : walk.page

  describe.each([...publicScreens, ...clinicScreens, ...coordinatorsScreens])('$name', (screen) => {
    it('has no serious barrier for anybody, fits a phone, and reads in light and dark', async () => {
      const page = pageOf(screen)
      await page.setViewportSize(io)
      await open(page, screen)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(io)
        await page.emulateMedia({ colorScheme })
        await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
        await settled(page)
        expect.soft(await barriers(page, colorScheme), `${colorScheme}, io`).toEqual([])
        await picture(page, `${screen.name} io ${colorScheme}`)
        await page.setViewportSize(phone)
        await settled(page)
        expect.soft(await sideways(page), `${colorScheme}, phone: pixels too wide`).toBeLessThanOrEqual(0)
        expect.soft(await figuresApart(page), 'phone: figures broken over two lines').toEqual([])
        await picture(page, `${screen.name} phone ${colorScheme}`)
        if (colorScheme === 'dark') continue
        await page.setViewportSize(narrowest)
        await settled(page)
        expect.soft(await sideways(page), 'narrowest: pixels too wide').toBeLessThanOrEqual(0)
        expect.soft(await figuresApart(page), 'narrowest: figures broken over two lines').toEqual([])
        await page.setViewportSize(phone)
        await lettersTwiceAsLarge(page, async () => {
          await settled(page)
          expect.soft(await sideways(page), 'letters twice as large on a phone: pixels too wide').toBeLessThanOrEqual(0)
          await picture(page, `${screen.name} phone large letters`)
        })
      }
    })
  })

  it('none of them raised an error in the browser', () => {
    expect(walk.faults).toEqual([])
  })
})
