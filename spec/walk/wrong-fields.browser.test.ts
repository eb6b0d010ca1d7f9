import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask, idOf, signInDemo } from './demo-clinic.ts'
import { arrive, fill, press } from './hands.ts'
import { openWalk } from './open-walk.ts'
import { walkDemo } from './walk-in.ts'

const walk = walkDemo()

/** The field in which one goes on typing, with what is said of it. */
const led = async (page: Page, label: string, said: RegExp) => {
  const field = page.getByLabel(label, { exact: true })
  await page.locator(':focus[aria-invalid="true"]').waitFor()
  expect(await field.and(page.locator(':focus')).count()).toBe(1)
  expect(await page.getByText(said).count()).toBeGreaterThan(0)
}

/** What a screen reader says of a field, or of a group of choices, beside its name. */
const readWith = (what: Locator): Promise<string> =>
  what.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id: string) => one.ownerDocument.getElementById(id)?.textContent ?? '')
      .join(' '),
  )

describe('whoever is refused is led to the field that has to change', () => {
  it('when a clinic is set up', async () => {
    const empty = await openWalk('2026-11-23')
    await empty.page.goto(await empty.setUpLink())
    await press(empty.page, 'Set up and open the board')
    await led(empty.page, 'Name of the clinic', /needed/)
    await empty.close()
  })

  it('when they sign in, or look for a referral, with nothing', async () => {
    const { page, address } = walk
    await page.goto(`${address}/sign-in`)
    await press(page, 'Sign in')
    await led(page, 'Sign-in name', /needed/)
    await page.goto(`${address}/front-door/status`)
    await press(page, 'Show the status')
    await led(page, 'Your status link or code', /Paste the link/)
  })

  it('and hears what is wrong with a day, or with a choice, together with it', async () => {
    const { page, address } = walk
    await page.goto(`${address}/front-door/refer`)
    const born = page.getByRole('textbox', { name: 'Birth date' })
    await born.fill('31.2.1960')
    await press(page, 'Send the referral')
    expect(await readWith(born)).toMatch(/1960/)
    await born.fill('3.4.1960')
    expect(await readWith(born)).toMatch(/Read as 3 Apr 1960/)
    const side = page.getByRole('radiogroup', { name: 'Which side of the patient’s own face moves?' })
    expect(await readWith(side)).toMatch(/Choose a side/)
    expect(await side.getAttribute('aria-invalid')).toBe('true')
  })

  it('nor types again what the browser knows of them', async () => {
    const { page } = walk
    const box = (name: string) => page.getByRole('textbox', { name })
    expect(await box('Your name').getAttribute('autocomplete')).toBe('name')
    expect(await box('Your telephone').getAttribute('autocomplete')).toBe('tel')
    // Whom they refer is somebody else.
    expect(await box('Full name').getAttribute('autocomplete')).toBe(null)
  })

  it('when they choose another password', async () => {
    const { page, address } = walk
    await signInDemo(walk, page, 'demo.nurse')
    await page.goto(`${address}/sign-in-ways`)
    const panel = page.getByRole('region', { name: 'Password', exact: true })
    const keep = panel.getByRole('button', { name: 'Save the new password' })
    await panel.getByLabel('Current password', { exact: true }).fill('not this one, I think')
    await panel.getByLabel('New password', { exact: true }).fill('short')
    await keep.press('Enter')
    await led(page, 'New password', /12/)
    await panel.getByLabel('New password', { exact: true }).fill('brown hummingbird tea')
    await keep.press('Enter')
    await panel.locator('[autocomplete="current-password"]:focus[aria-invalid="true"]').waitFor()
  })

  it('when they write down how somebody is reached, or when they come', async () => {
    const { page, address } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Ben Sample')}`)
    await arrive(page, 'Overview')
    await press(page, 'Change')
    const dialog = page.getByRole('dialog')
    await fill(dialog, 'E-mail', 'no address')
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    await led(page, 'E-mail', /e-mail address/)
  })

  it('when they go on after their session ended, with nothing', async () => {
    const { page } = walk
    const other = await page.context().newPage()
    await other.goto(page.url())
    await ask(other, 'POST', '/api/sign-out')
    await other.close()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter')
    const ended = page.getByRole('dialog', { name: 'Your session has ended' })
    await ended.getByRole('textbox', { name: 'Sign-in name' }).press('Enter')
    await ended.locator('[autocomplete="username"]:focus[aria-invalid="true"]').waitFor()
    await fill(ended, 'Sign-in name', 'demo.coordinator')
    await ended.getByRole('textbox', { name: 'Sign-in name' }).press('Enter')
    await ended.locator('[autocomplete="current-password"]:focus[aria-invalid="true"]').waitFor()
  })

  it('raised no error in the browser', () => expect(walk.faults).toEqual([]))
})
