import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { ask, idOf, signInDemo, today, viewOf } from './demo-clinic.ts'
import { eventually, fill, go, press, see } from './hands.ts'
import { barriers, keptInBrowser, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

const text = 'Typed, and then the telephone rang'

/** A dialog in which something is typed: whose page it is on, what opens it, and a field of it. */
type Typing = Readonly<{ of?: string; path: string; open: string | RegExp; field: string }>

const byCoordinator: readonly (readonly [string, Typing])[] = [
  ['why a request is declined', { path: '/board', open: 'Decline Demo Ada Sample', field: 'Note for the team' }],
  [
    'how somebody is reached',
    { of: 'Demo Ben Sample', path: '', open: 'Change', field: 'Language, if an interpreter is needed' },
  ],
  ['a name', { of: 'Demo Ben Sample', path: '', open: 'Name and birth date', field: 'Full name' }],
  ['an entry of the directory', { path: '/team', open: 'Add an entry', field: 'Where' }],
]
const byDoctor: readonly (readonly [string, Typing])[] = [
  [
    'what was found at a review',
    { of: 'Demo Dora Sample', path: '', open: /^Close the review/, field: 'What you found or did (optional)' },
  ],
  [
    'what was weighed for an exception',
    { of: 'Demo Gus Sample', path: '/injection', open: 'Raise a standing exception', field: 'What was weighed' },
  ],
]
const byAdministrator: readonly (readonly [string, Typing])[] = [
  ['a new account', { path: '/accounts', open: 'Add an account', field: 'Name' }],
  ['an account', { path: '/accounts', open: 'Change the account of Demo Cora Diary', field: 'Name' }],
]

describe('what is typed in a dialog', () => {
  const walk = walkDemo()

  const open = async (page: Page, { of, path, open: name }: Typing): Promise<Locator> => {
    const address = `${of === undefined ? '' : `/patients/${await idOf(page, of)}`}${path}`
    if (!page.url().endsWith(address)) await page.goto(`${walk.address}${address}`)
    await page.getByRole('button', { name, exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    return dialog
  }
  const closed = (dialog: Locator) => dialog.waitFor({ state: 'detached' })

  const staysTyped = async (typing: Typing) => {
    const { page } = walk
    const field = (dialog: Locator) => dialog.getByRole('textbox', { name: typing.field, exact: true })
    const first = await open(page, typing)
    const before = await field(first).inputValue()
    await field(first).fill(text)
    await page.keyboard.press('Escape')
    await closed(first)
    const again = await open(page, typing)
    await eventually(() => field(again).inputValue()).toBe(text)
    // The way back, in the middle of a word.
    await field(again).fill(`${text}, tw`)
    await page.goBack()
    await closed(again)
    const back = await open(page, typing)
    await eventually(() => field(back).inputValue()).toBe(`${text}, tw`)
    await see(back, /^Your draft was restored/)
    await page.reload()
    const anew = await open(page, typing)
    await eventually(() => field(anew).inputValue()).toBe(`${text}, tw`)
    expect(await keptInBrowser(page)).not.toContain('Typed')
    // Whoever says that it is left has thrown it away.
    await anew.getByRole('button', { name: /^(Cancel|Leave as it is|Keep it)/ }).click()
    await closed(anew)
    const left = await open(page, typing)
    expect(await field(left).inputValue()).toBe(before)
    await page.keyboard.press('Escape')
    await closed(left)
  }

  describe('by the coordinator', () => {
    beforeAll(() => signInDemo(walk, walk.page, 'demo.coordinator'))
    it.each(byCoordinator)('is there when it is opened again: %s', (_, typing) => staysTyped(typing))

    it('over what a colleague changed meanwhile says so, and takes nothing of theirs back', async () => {
      const { page } = walk
      const typing = { of: 'Demo Cleo Sample', path: '', open: 'Change', field: 'Telephone' }
      const dialog = await open(page, typing)
      await fill(dialog, 'Telephone', '555-0142')
      await page.keyboard.press('Escape')
      await closed(dialog)
      const id = await idOf(page, 'Demo Cleo Sample')
      const theirs = { phone: '555-0143', email: 'demo.cleo@example.org' }
      const { version } = await viewOf(page, id)
      const changed = await page.evaluate(
        async ([path, seen, body]) => {
          const headers = { 'X-Facialis': '1', 'Content-Type': 'application/json', 'If-Match': `"${seen}"` }
          return (await fetch(path, { method: 'PUT', headers, body })).status
        },
        [`/api/patients/${id}/contact`, version, JSON.stringify(theirs)] as const,
      )
      expect(changed).toBe(200)
      await page.reload()
      const again = await open(page, typing)
      await see(again, 'Somebody else has since changed this to: 555-0143')
      await see(again, 'Somebody else has since changed this to: demo.cleo@example.org')
      await settled(page)
      expect(await barriers(page)).toEqual([])
      await picture(page, 'a dialog restored')
      await page.setViewportSize({ width: 390, height: 844 })
      await settled(page)
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      await picture(page, 'a dialog restored phone')
      await page.setViewportSize({ width: 1440, height: 900 })
      await press(again, 'Save')
      await closed(again)
      const reached = page.getByRole('region', { name: 'How to reach them' })
      const topOf = async (name: string) => (await reached.getByRole('link', { name }).boundingBox())?.y ?? 0
      // On one line, which is some twenty high.
      expect(Math.abs((await topOf('555-0142')) - (await topOf('demo.cleo@example.org')))).toBeLessThan(12)
    })

    it('is there, too, in the small forms of a page: for which day a visit is booked, why one did not take place', async () => {
      const { page } = walk
      const id = await idOf(page, 'Demo Rosa Sample')
      const booked = () => page.getByRole('textbox', { name: 'Day of the first visit' })
      const said = () => page.locator('#missed').getByRole('textbox', { name: 'What was said (optional)' })
      await page.goto(`${walk.address}/patients/${id}`)
      await booked().fill('2 Dec 2026')
      await go(page, 'Follow-up')
      await said().fill(text)
      await page.goBack()
      await eventually(() => booked().inputValue()).toBe('2 Dec 2026')
      await page.goForward()
      await eventually(() => said().inputValue()).toBe(text)
    })

    it('in two tabs is asked about in the dialog itself', async () => {
      const { page } = walk
      const typing = { of: 'Demo Hana Sample', path: '', open: 'Change', field: 'Telephone' }
      const dialog = await open(page, typing)
      const second = await page.context().newPage()
      await second.goto(page.url())
      const other = await open(second, typing)
      await fill(dialog, 'Telephone', '555-0144')
      await see(dialog, /^Draft kept on the server/)
      await fill(other, 'Telephone', '555-0145')
      await see(other, /^This form is open in another tab/)
      await settled(second)
      expect(await barriers(second)).toEqual([])
      await picture(second, 'a dialog in two tabs')
      await press(other, 'Take that one')
      expect(await other.getByRole('textbox', { name: 'Telephone' }).inputValue()).toBe('555-0144')
      await second.close()
    })
  })

  describe('by a doctor', () => {
    beforeAll(async () => {
      await signInDemo(walk, walk.page, 'demo.neurologist')
      const id = await idOf(walk.page, 'Demo Dora Sample')
      // Recorded while the gate is shut, it opens a review.
      const given = {
        kind: 'history',
        date: today,
        recordedAfter: { why: 'mistake' },
        entries: [
          {
            kind: 'session',
            date: '2026-11-20',
            fields: { 'session.performedHere': 'yes', 'session.indication': 'hfs' },
          },
        ],
      }
      const recorded = await ask(walk.page, 'POST', `/api/patients/${id}/acts`, given)
      expect(recorded.status).toBe(200)
    })
    it.each(byDoctor)('is there when it is opened again: %s', (_, typing) => staysTyped(typing))

    it('is there, too, in what a page opens and shuts: a scan half registered, a session given elsewhere', async () => {
      const { page } = walk
      const scan = page.getByRole('region', { name: 'Register a scan' })
      const session = page.getByRole('region', { name: 'A session given elsewhere or on paper' })
      await page.goto(`${walk.address}/patients/${await idOf(page, 'Demo Emil Sample')}/imaging`)
      await press(page, 'Register a scan')
      // One of both is always so: there is nothing to take back.
      expect(await scan.getByRole('button', { name: 'Clear this answer' }).count()).toBe(0)
      await fill(scan, 'Day of the scan', '12 Nov 2026')
      await go(page, 'Injection')
      await press(page, 'Add a session given elsewhere or on paper')
      await fill(session, 'Note', text)
      await go(page, 'Imaging')
      await press(page, 'Register a scan')
      await eventually(() => scan.getByRole('textbox', { name: 'Day of the scan' }).inputValue()).toBe('12 Nov 2026')
      await go(page, 'Injection')
      await press(page, 'Add a session given elsewhere or on paper')
      await eventually(() => session.getByRole('textbox', { name: 'Note' }).inputValue()).toBe(text)
    })
  })

  describe('by the administrator', () => {
    beforeAll(() => signInDemo(walk, walk.page, 'demo.admin'))
    it.each(byAdministrator)('is there when it is opened again: %s', (_, typing) => staysTyped(typing))

    it('is kept without the password', async () => {
      const { page } = walk
      const typing = { path: '/accounts', open: 'Add an account', field: 'Name' }
      const dialog = await open(page, typing)
      await dialog.getByLabel('First password', { exact: true }).fill('demo-password-typed')
      await fill(dialog, 'Name', 'Demo Newcomer')
      await see(dialog, /^Draft kept on the server/)
      expect(JSON.stringify((await ask(page, 'GET', '/api/drafts/account.new')).body)).not.toContain('demo-password')
      await page.keyboard.press('Escape')
      await closed(dialog)
      const again = await open(page, typing)
      await eventually(() => again.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe(
        'Demo Newcomer',
      )
      expect(await again.getByLabel('First password', { exact: true }).inputValue()).toBe('')
    })
  })

  it('raised no error in the browser', () => expect(walk.faults).toEqual([]))
})
