import type { OpeningsPage } from '@facialis/wire'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../server/demo/staff.ts'
import { freePort } from '../support/free-port.ts'
import { ask, idOf, signInDemo, viewOf } from './demo-clinic.ts'
import { arrive, eventually, fill, go, press, see } from './hands.ts'
import { barriers, keptInBrowser, picture, settled, sideways } from './look.ts'
import { patience } from './open-walk.ts'
import { telephoneOf } from './telephone.ts'
import { walkDemo } from './walk-in.ts'

const walk = walkDemo('demo.nurse', async () => ({ url: `http://localhost:${await freePort()}` }))
beforeAll(async () => {
  await walk.page.getByRole('grid').getByRole('link', { name: 'Demo Rosa Sample' }).click()
  await arrive(walk.page, 'Overview')
})

describe('whoever watches over privacy', () => {
  beforeAll(() => signInDemo(walk, walk.page, 'demo.privacy', 'Audit trail'))

  it('begins at the trail, newest first, and sees who opened whose record', async () => {
    const { page } = walk
    const opened = page.getByRole('listitem').filter({ hasText: 'opened the record' }).first()
    await opened.getByText('Demo Rosa Sample').waitFor()
    await opened.getByText(/^Demo Nurse/).waitFor()
    await settled(page)
    expect(await barriers(page)).toEqual([])
  })

  it('asks for one record by name, for one outcome, and gets nothing else', async () => {
    const { page } = walk
    await fill(page, 'Whose record', 'rosa SAMPLE demo')
    await press(page, 'Find')
    await see(page, 'Only the record of Demo Rosa Sample')
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Refused')
    await see(page, /^Nothing of this kind/)
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Done')
    await see(page, 'entered a referral from paper')
    expect(page.url()).toBe(`${walk.address}/audit`)
    await press(page, 'Every record')
    await fill(page, 'Whose record', 'Nobody Here')
    await press(page, 'Find')
    await see(page, 'Nobody named “Nobody Here” is on record.')
  })

  it('checks that the trail is whole, on a telephone too', async () => {
    const { page } = walk
    await page.setViewportSize({ width: 390, height: 844 })
    await press(page, 'Check that the trail is intact')
    await see(page, /^Intact: each of [\d,]+ events/)
    await settled(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await barriers(page)).toEqual([])
    expect(walk.faults).toEqual([])
  })

  it('is told that no record was opened in an emergency, where none was', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/openings`)
    await see(page, 'No record has been opened in an emergency so far.')
    expect(await page.getByText('Every opening has been reviewed.').count()).toBe(0)
  })
})

describe('a record in an emergency', () => {
  let privacy: Page
  let rosa: Readonly<{ id: string; birthDate: string }>
  beforeAll(async () => {
    await walk.page.setViewportSize({ width: 1440, height: 900 })
    await signInDemo(walk, walk.page, 'demo.nurse')
    const id = await idOf(walk.page, 'Demo Rosa Sample')
    rosa = { id, birthDate: (await viewOf(walk.page, id)).patient.birthDate ?? '' }
    privacy = await walk.strangersPage()
    await signInDemo(walk, privacy, 'demo.privacy', 'Audit trail')
    await signInDemo(walk, walk.page, 'demo.author', 'Start')
  })

  const bar = (page: Page) => page.getByRole('region', { name: 'Emergency', exact: true })
  const frameOf = (page: Page) =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('[class*="edge"][aria-hidden]')).borderColor`)
  const asked = async (page: Page) => {
    await fill(page, 'Full name of the person', 'Sample, Demo Rosa')
    await page.getByRole('textbox', { name: 'Birth date' }).fill(rosa.birthDate)
    await page.getByRole('radio', { name: 'Life or health is in danger now' }).check()
    await fill(page, 'What happened', 'Found on the floor of the ward.')
  }

  it('a doctor whose role opens no record is asked for everything, and once more who they are', async () => {
    const { page } = walk
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Open a record in an emergency/ })
      .click()
    await arrive(page, 'In an emergency')
    await press(page, 'Open the record for four hours')
    await see(page, 'What happened is needed.')
    await see(page, 'Choose one.')
    await eventually(() => page.evaluate<string>('document.activeElement.ariaInvalid')).toBe('true')
    await settled(page)
    // An example of a day in red reads as a day that was typed and is wrong.
    const colours = await page.evaluate<readonly string[]>(`(() => {
      const box = [...document.querySelectorAll('input')].find(({ placeholder }) => placeholder !== '')
      const wrong = document.querySelector('[class*="InputWrapper-error"]')
      return [getComputedStyle(box, '::placeholder').color, getComputedStyle(box).borderColor, getComputedStyle(wrong).color]
    })()`)
    expect(colours).toEqual(['rgb(103, 121, 127)', 'rgb(191, 68, 61)', 'rgb(140, 35, 31)'])
    expect(await barriers(page)).toEqual([])
    await picture(page, 'emergency asked')
    await fill(page, 'Full name of the person', 'Sample, Demo Rosa')
    await page.getByRole('textbox', { name: 'Birth date' }).fill(rosa.birthDate)
    await fill(page, 'What happened', 'Found on the floor of the ward.')
    await page.getByRole('textbox', { name: 'Full name of the person' }).press('Enter')
    // All but one of the causes: that is where it goes on.
    await page.locator('[type="radio"]:focus').waitFor()
    await asked(page)
    await page.reload()
    await arrive(page, 'In an emergency')
    expect(await page.getByRole('textbox', { name: 'What happened' }).inputValue()).not.toBe('')
    await page.getByLabel('Your current password', { exact: true }).fill('not this one')
    await press(page, 'Open the record for four hours')
    await see(page, 'The current password is not right.')
    await page.locator('[autocomplete="current-password"]:focus[aria-invalid="true"]').waitFor()
    await page.getByLabel('Your current password', { exact: true }).fill(demoPassword)
    await press(page, 'Open the record for four hours')
    await arrive(page, 'The record')
  })

  it('reads it inside a red frame that says whose it is and how long, on every screen, on a telephone and in the dark', async () => {
    const { page } = walk
    await see(page.getByRole('main'), 'Demo Rosa Sample')
    await see(bar(page), /^Emergency: the record of Demo Rosa Sample is open to you/)
    await see(bar(page), /^(4 h 0|3 h 5\d) min left$/)
    expect(await frameOf(page)).toBe('rgb(179, 38, 30)')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await barriers(page)).toEqual([])
      await picture(page, `emergency io ${colorScheme}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await picture(page, 'emergency phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await go(page, 'Guidance')
    await see(bar(page), /min left$/)
    expect(await frameOf(page)).toBe('rgb(179, 38, 30)')
    await picture(page, 'emergency guidance')
    await bar(page).getByRole('link', { name: 'Look at it' }).click()
    await arrive(page, 'The record')
  })

  it('says before everything else which red flags are open, since when and who told them', async () => {
    const { page } = walk
    const flags = page.getByRole('main').getByRole('region', { name: 'Red flags', exact: true })
    await see(flags, 'One red flag is open')
    const line = await flags.getByRole('listitem').innerText()
    expect(line).toMatch(/^new one-sided hearing loss or tinnitus, or new vertigo \(\d{1,2} Nov 2026, Demo Dr /i)
    await see(flags, /^Nobody has recorded that all of them were asked about/)
    const [first, gate] = await Promise.all(
      [flags, page.getByText('Botulinum toxin').first()].map(async (one) => (await one.boundingBox())?.y ?? 0),
    )
    expect(first).toBeLessThan(gate ?? 0)
  })

  it('nothing else opens by it, and nothing of it can be changed', async () => {
    const { page } = walk
    expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0)
    for (const path of ['/api/board', `/api/patients/${rosa.id}`, `/fhir/Patient/${rosa.id}`])
      expect((await ask(page, 'GET', path)).status).toBe(404)
  })

  it('whoever watches over privacy is told where they are, and judges it', async () => {
    await privacy
      .getByText('One record was opened in an emergency and is waiting for your review.')
      .waitFor({ timeout: 2 * patience })
    await picture(privacy, 'openings told')
    await privacy.getByRole('link', { name: 'Review it' }).click()
    await arrive(privacy, 'Emergency openings')
    await see(privacy, 'Demo Dr Paul Pathway opened the record of Demo Rosa Sample')
    await see(privacy, 'still open')
    await settled(privacy)
    expect(await barriers(privacy)).toEqual([])
    await picture(privacy, 'openings')
    await press(privacy, 'Save this judgement')
    await see(privacy, 'Say in a sentence what you found.')
    await privacy.getByRole('radio', { name: 'Justified', exact: true }).check()
    await fill(privacy, 'What you found', 'The ward had rung them.')
    await press(privacy, 'Save this judgement')
    await see(privacy, 'Every opening has been reviewed.')
    await see(privacy, 'The ward had rung them.')
    await picture(privacy, 'openings judged')
  })

  it('ends by one press, and nothing of the person stays in the page or in the browser', async () => {
    const { page } = walk
    await press(bar(page), 'End it now')
    await arrive(page, 'In an emergency')
    await bar(page).waitFor({ state: 'detached' })
    expect(await page.getByText('Rosa').count()).toBe(0)
    expect(await keptInBrowser(page)).not.toContain('Rosa')
    expect((await ask(page, 'GET', '/api/emergency/chart')).status).toBe(409)
  })

  it('a passkey is shown instead of a password, and the frame goes when the time is over', async () => {
    const { page } = walk
    await telephoneOf(page)
    await page.goto(`${walk.address}/sign-in-ways`)
    await fill(page, 'What do you call it?', 'Telephone')
    const passkeys = page.getByRole('region', { name: 'Passkeys' })
    await passkeys.getByLabel('Current password', { exact: true }).fill(demoPassword)
    await press(page, 'Add a passkey')
    await see(page, 'The passkey “Telephone” now opens your account.')
    await page.goto(`${walk.address}/emergency`)
    await asked(page)
    await press(page, 'Use a passkey and open the record for four hours')
    await arrive(page, 'The record')
    // Somebody ends it elsewhere: the page finds out by itself.
    await walk.built.clinic.record.openings.endOf(await accountId(), 'account-changed')
    await page.reload()
    await arrive(page, 'In an emergency')
    await eventually(() => bar(page).count()).toBe(0)
    expect(walk.faults).toEqual([])
  })

  it('what is written of one that somebody else judges meanwhile stays until it is left', async () => {
    const found = 'The ward had rung twice, and Demo Nurse stood beside.'
    await privacy.reload()
    await arrive(privacy, 'Emergency openings')
    await fill(privacy, 'What you found', found)
    await privacy.getByRole('radio', { name: 'Justified', exact: true }).check()
    const { waiting } = (await ask(privacy, 'GET', '/api/emergency/openings')).body as OpeningsPage
    const judged = { verdict: 'justified', note: 'Another was quicker.' }
    const path = `/api/emergency/openings/${waiting[0]?.id}/review`
    expect((await ask(privacy, 'POST', path, judged)).status).toBe(204)
    await press(privacy, 'Save this judgement')
    await see(privacy, /^Somebody else has judged this opening in the meantime; what they found is shown above/)
    await see(privacy, 'Another was quicker.')
    await settled(privacy)
    expect(await barriers(privacy)).toEqual([])
    await picture(privacy, 'openings judged meanwhile')
    const box = privacy.getByRole('textbox', { name: 'What you found' })
    expect(await box.inputValue()).toBe(found)
    // Also where they come back to it another time.
    await see(privacy, 'Draft kept')
    await privacy.reload()
    await see(privacy, /^Somebody else has judged this opening in the meantime/)
    await eventually(() => box.inputValue()).toBe(found)
    await press(privacy, 'Discard what I wrote')
    await box.waitFor({ state: 'detached' })
    await see(privacy, 'Another was quicker.')
  })

  const accountId = async () => (await walk.built.clinic.record.accounts.byLogin('demo.author'))?.id ?? ''
})
