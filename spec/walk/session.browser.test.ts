import { beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../server/demo/staff.ts'
import { ask, signInDemo } from './demo-clinic.ts'
import { arrive, choose, eventually, go, press, see } from './hands.ts'
import { stillPage } from './still-page.ts'
import { walkDemo } from './walk-in.ts'

const minutes = (count: number) => count / (24 * 60)

describe('nobody at the screen', () => {
  const walk = walkDemo()
  let allAnswered: () => Promise<void>
  beforeAll(async () => {
    allAnswered = await stillPage(walk.page)
    await signInDemo(walk, walk.page, 'demo.coordinator')
  })

  const pass = async (count: number) => {
    walk.clock.later(minutes(count))
    const asked = walk.page.waitForRequest((request) => new URL(request.url()).pathname === '/api/me')
    await walk.page.clock.runFor('01:05')
    await asked
    // What was asked before the clock goes on again is answered before, too: else somebody was here only just now.
    await allAnswered()
  }
  const warning = () => walk.page.getByRole('dialog', { name: 'Are you still there?' })

  it('the board that refreshes itself warns before the end, and one press stays', async () => {
    const { page } = walk
    await pass(1)
    await pass(13)
    await warning().waitFor()
    await press(warning(), 'Stay signed in')
    await warning().waitFor({ state: 'hidden' })
    walk.clock.later(minutes(10))
    await page.goto(`${walk.address}/referrals/new`)
    await arrive(page, 'Enter a referral from paper')
  })

  it('the session ends over the page; a letter that was being typed in is still there and is entered once', async () => {
    const { page } = walk
    const form = page.getByRole('main')
    await form.getByRole('textbox', { name: 'Full name' }).fill('Demo Theo Sample')
    await form.getByRole('textbox', { name: 'Referrer’s name' }).fill('Demo Dr Rowan Refer')
    await choose(form, 'Which side of the patient’s own face moves?', 'Left')
    await page.clock.runFor(1000)
    await see(form, /^Draft kept/)
    await pass(1)
    await pass(16)
    const ended = page.getByRole('dialog', { name: 'Your session has ended' })
    await ended.waitFor()
    await ended.getByRole('textbox', { name: 'Sign-in name' }).fill('demo.coordinator')
    await ended.getByLabel('Password', { exact: true }).fill(demoPassword)
    await press(ended, 'Sign in and go on')
    await ended.waitFor({ state: 'hidden' })
    expect(await form.getByRole('textbox', { name: 'Full name' }).inputValue()).toBe('Demo Theo Sample')

    await page.reload()
    await eventually(() => form.getByRole('textbox', { name: 'Full name' }).inputValue()).toBe('Demo Theo Sample')
    await page.route('**/api/patients', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await press(form, 'Enter the referral')
    await see(form, 'This did not work')
    await page.unroute('**/api/patients')
    await press(form, 'Enter the referral')
    await see(form, 'The referral has arrived')
    const { rows } = (await ask(page, 'GET', '/api/board')).body as { rows: readonly { name: string }[] }
    expect(rows.filter(({ name }) => name === 'Demo Theo Sample')).toHaveLength(1)
    expect(walk.faults).toEqual([])
  })

  it('the last words before it ended are there after a new sign-in, though the page was left meanwhile', async () => {
    const { page } = walk
    const dialog = page.getByRole('dialog', { name: /^How to reach / })
    const openDialog = async () => {
      await page.getByRole('link', { name: 'Demo Hana Sample' }).first().click()
      await arrive(page, 'Overview')
      await press(page, 'Change')
      return dialog.getByRole('textbox', { name: 'Language, if an interpreter is needed' })
    }
    await signInDemo(walk, page, 'demo.coordinator')
    await (await openDialog()).fill('Portug')
    await page.clock.runFor(1000)
    await see(dialog, /^Draft kept/)
    await page.context().clearCookies()
    await dialog.getByRole('textbox', { name: 'Language, if an interpreter is needed' }).fill('Portuguese, and Spanish')
    await page.goBack()
    const ended = page.getByRole('dialog', { name: 'Your session has ended' })
    await ended.getByRole('textbox', { name: 'Sign-in name' }).fill('demo.coordinator')
    await ended.getByLabel('Password', { exact: true }).fill(demoPassword)
    await press(ended, 'Sign in and go on')
    await ended.waitFor({ state: 'hidden' })
    const again = await openDialog()
    await eventually(() => again.inputValue()).toBe('Portuguese, and Spanish')
  })

  it('and so are those typed while there was no connection', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await page.getByRole('link', { name: 'Demo Hana Sample' }).first().click()
    await arrive(page, 'Overview')
    await go(page, 'Follow-up')
    await said().waitFor()
    await page.context().setOffline(true)
    await said().fill('Nobody answered.')
    await page.goBack()
    await arrive(page, 'Overview')
    await page.context().setOffline(false)
    await page.goForward()
    await eventually(() => said().inputValue()).toBe('Nobody answered.')
    // Where the connection is not quite back, it is tried again after a while.
    await eventually(async () => {
      await page.clock.runFor(1000)
      return page.locator('#missed').innerText()
    }).toMatch(/^Draft kept/m)
  })

  it('but not what was thrown away while there was none', async () => {
    const { page } = walk
    const dialog = page.getByRole('dialog', { name: /^How to reach / })
    const language = () => dialog.getByRole('textbox', { name: 'Language, if an interpreter is needed' })
    const asked = () =>
      page.waitForResponse((one) => one.url().endsWith('.contact') && one.request().method() === 'GET')
    await signInDemo(walk, page, 'demo.coordinator')
    await page.getByRole('link', { name: 'Demo Ivo Sample' }).first().click()
    await arrive(page, 'Overview')
    const first = asked()
    await press(page, 'Change')
    await first
    await language().fill('Typed and left')
    await page.clock.runFor(1000)
    await see(dialog, /^Draft kept/)
    await page.context().setOffline(true)
    await press(dialog, 'Leave as it is')
    await dialog.waitFor({ state: 'detached' })
    await page.context().setOffline(false)
    const again = asked()
    await press(page, 'Change')
    expect((await again).status()).toBe(204)
    expect(await language().inputValue()).not.toBe('Typed and left')
    await press(dialog, 'Leave as it is')
  })

  /** From the board; what waits there to be gone on with has been read by then. */
  const openFollowUp = async (name: string) => {
    const { page } = walk
    await page.getByRole('link', { name }).first().click()
    await arrive(page, 'Overview')
    const answered = page.waitForResponse((one) => one.url().endsWith('.missed-visit'))
    await go(page, 'Follow-up')
    await answered
  }
  const said = () => walk.page.locator('#missed').getByRole('textbox', { name: 'What was said (optional)' })

  it('and so are those typed a moment before somebody signs out, on whichever machine they come back', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await openFollowUp('Demo Ben Sample')
    await said().fill('Rings tomorrow.')
    await page.getByRole('button', { name: /^Signed in as/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await arrive(page, 'Sign in')
    await signInDemo(walk, page, 'demo.coordinator')
    await openFollowUp('Demo Ben Sample')
    await eventually(() => said().inputValue()).toBe('Rings tomorrow.')
  })

  it('for their writer alone, whoever signs in at the same tab meanwhile', async () => {
    const { page } = walk
    // Without a page loaded anew in between, which would forget what waits in the tab.
    const signInAs = async (login: string) => {
      await page.getByRole('button', { name: /^Signed in as/ }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await arrive(page, 'Sign in')
      await page.getByRole('textbox', { name: 'Sign-in name' }).fill(login)
      await page.getByLabel('Password', { exact: true }).fill(demoPassword)
      await press(page, 'Sign in')
      await arrive(page, 'Board')
    }
    await signInDemo(walk, page, 'demo.coordinator')
    await openFollowUp('Demo Ivo Sample')
    await page.context().setOffline(true)
    await said().fill('Of the coordinator.')
    await page.goBack()
    await arrive(page, 'Overview')
    await page.context().setOffline(false)
    await signInAs('demo.nurse')
    await openFollowUp('Demo Ivo Sample')

    await eventually(() => said().inputValue()).toBe('')
    await signInAs('demo.coordinator')
    await openFollowUp('Demo Ivo Sample')
    await eventually(() => said().inputValue()).toBe('Of the coordinator.')
  })
})
