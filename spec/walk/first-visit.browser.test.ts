import type { Board, ReferralAccepted } from '@facialis/wire'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask, idOf, signInDemo, viewOf } from './demo-clinic.ts'
import { arrive, eventually, fill, go, press, see } from './hands.ts'
import { barriers, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('somebody who was taken on and waits for their first visit', () => {
  const walk = walkDemo('demo.coordinator')

  const panelOf = (page: Page) => page.getByRole('region', { name: 'First visit', exact: true })

  it('is booked by the coordinator, from the step to the board, by keyboard alone', async () => {
    const { page, address } = walk
    const id = await idOf(page, 'Demo Cleo Sample')
    await page.goto(`${address}/patients/${id}`)
    await arrive(page, 'Overview')
    await page.getByRole('link', { name: 'First visit with a specialist' }).press('Enter')
    await page.waitForURL(/#first-visit$/)
    const panel = panelOf(page)
    await see(panel, 'Not booked yet.')
    const day = panel.getByRole('textbox', { name: 'Day of the first visit' })
    await day.fill('22 Nov 2026')
    await day.blur()
    await see(panel, 'Book a visit for today or later; today is 23 Nov 2026.')
    expect(await panel.getByRole('button', { name: 'Book', exact: true }).isDisabled()).toBe(true)
    await day.fill('1 Jun 2027')
    await see(panel, /^That is later than/)
    await day.fill('2 Dec 2026')
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      await picture(page, `first visit to book ${colorScheme}`)
    }
    expect(await barriers(page)).toEqual([])
    await day.press('Enter')
    await see(panel, 'Booked for 2 Dec 2026')
    await see(page.getByRole('region', { name: 'Timeline' }), 'set the booking of the first visit.')
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await picture(page, 'first visit booked phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${address}/board`)
    await arrive(page, 'Board')
    await see(page.getByRole('row', { name: /Demo Cleo Sample/ }), 'First visit booked for 2 Dec 2026')
    expect(await barriers(page)).toEqual([])
    await picture(page, 'first visit on the board')
  })

  it('is booked for another day, and for none any more', async () => {
    const { page, address } = walk
    const id = await idOf(page, 'Demo Cleo Sample')
    await page.goto(`${address}/patients/${id}`)
    await arrive(page, 'Overview')
    const panel = panelOf(page)
    await fill(panel, 'Another day', '9 Dec 2026')
    await press(panel, 'Book')
    await see(panel, 'Booked for 9 Dec 2026')
    await press(panel, 'Remove the booking')
    await see(panel, 'Not booked yet.')
    await eventually(async () => (await viewOf(page, id)).firstVisit).toEqual({ on: null, missed: null })
    expect(walk.faults).toEqual([])
  })

  it('that did not take place is to be booked again, in words, on the page and on the board', async () => {
    const { page, address } = walk
    const id = await idOf(page, 'Demo Cleo Sample')
    await page.goto(`${address}/patients/${id}`)
    await arrive(page, 'Overview')
    await fill(panelOf(page), 'Day of the first visit', '23 Nov 2026')
    await press(panelOf(page), 'Book')
    await see(panelOf(page), 'Booked for 23 Nov 2026')
    await go(page, 'Follow-up')
    const missed = page.locator('#missed')
    const widthOf = async (part: string) => (await page.locator(part).boundingBox())?.width ?? 0
    // What a coordinator records stands where there is most room.
    await expect.poll(() => page.getByText('Type the first one below').count()).toBe(0)
    for (const theirs of ['#call', '#missed']) expect(await widthOf(theirs)).toBeGreaterThan(await widthOf('#scores'))
    await see(missed, 'Once this is recorded, the first visit booked for 23 Nov 2026 needs to be booked again.')
    await missed.getByRole('radio', { name: 'Did not attend' }).check()
    await fill(missed, 'What was said (optional)', 'Nobody answered the telephone.')
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'first visit missed')
    await press(missed, 'Record it')
    await see(missed, 'The first visit of 23 Nov 2026 did not take place and needs to be booked again.')
    await missed.getByRole('link', { name: 'Go to the booking' }).press('Enter')
    await see(panelOf(page), 'The visit of 23 Nov 2026 did not take place. Book another day.')
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await picture(page, 'first visit missed phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${address}/board`)
    const row = page.getByRole('row', { name: /Demo Cleo Sample/ })
    await see(row, 'First visit of 23 Nov 2026 did not take place: book another day')
    await settled(page)
    await picture(page, 'first visit missed on the board')
    await page.goto(`${address}/patients/${id}`)
    await fill(panelOf(page), 'Day of the first visit', '2 Dec 2026')
    await press(panelOf(page), 'Book')
    await see(panelOf(page), 'Booked for 2 Dec 2026')
    await go(page, 'Follow-up')
    await see(page.locator('#missed'), /^The first visit stays booked for 2 Dec 2026/)
  })

  it('is told the day by the status link of the referral', async () => {
    const { page, address } = walk
    const stranger = await walk.strangersPage({ width: 390, height: 844 })
    await stranger.goto(`${address}/front-door`)
    const sent = await ask(stranger, 'POST', '/api/front-door/referrals', {
      patient: { name: 'Demo Lea Late', birthDate: '1970', phone: '555-0177' },
      side: 'left',
      referrer: { name: 'Demo Dr Rowan Refer', practice: 'Demo Practice', phone: '555-0190' },
      facts: { 'hfs.onset': '2024' },
    })
    const { statusLink } = sent.body as ReferralAccepted
    const { requests } = (await ask(page, 'GET', '/api/board')).body as Board
    const request = requests.find(({ name }) => name === 'Demo Lea Late')
    const accepted = (await ask(page, 'POST', `/api/requests/${request?.id}/accept`, {})).body as { patientId: string }
    await page.goto(`${address}/patients/${accepted.patientId}`)
    await arrive(page, 'Overview')
    await fill(panelOf(page), 'Day of the first visit', '4 Dec 2026')
    await press(panelOf(page), 'Book')
    await see(panelOf(page), 'Booked for 4 Dec 2026')
    await stranger.goto(statusLink.startsWith('/') ? `${address}${statusLink}` : statusLink)
    await see(stranger, 'Received: you are here. Next: the first visit, on 4 Dec 2026.')
    await see(stranger, 'Booked for 4 Dec 2026')
    await settled(stranger)
    expect(await barriers(stranger)).toEqual([])
    expect(await sideways(stranger)).toBeLessThanOrEqual(0)
    await picture(stranger, 'status with a first visit')
    const calm = { 'rf.suddenPalsy': 'no', 'rf.limbOrSpeech': 'no', 'rf.raisedICP': 'no', 'rf.suddenHearingLoss': 'no' }
    await ask(page, 'POST', `/api/patients/${accepted.patientId}/acts`, {
      kind: 'triage',
      date: '2026-11-23',
      facts: { ...calm, 'rf.ageUnder18': 'no', 'referral.triaged': '2026-11-23' },
    })
    await page.reload()
    await see(page.getByRole('region', { name: 'Next steps' }), 'Move or remove the booking')
  })

  it('is told on the board to have passed, where nobody recorded it', async () => {
    const { page } = walk
    walk.clock.later(12)
    await signInDemo(walk, page, 'demo.coordinator')
    await see(
      page.getByRole('row', { name: /Demo Lea Late/ }),
      'First visit was booked for 4 Dec 2026; none is recorded',
    )
  })

  it('and whoever was seen already has none to book', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Fay Sample')}`)
    await arrive(page, 'Overview')
    await see(page, 'How to reach them')
    expect(await panelOf(page).count()).toBe(0)
  })

  it('a session that is to be planned leads the coordinator to the telephone, and a doctor to the chair', async () => {
    const { page, address } = walk
    const lena = `${address}/patients/${await idOf(page, 'Demo Lena Sample')}`
    const plan = page
      .getByRole('region', { name: 'Next steps' })
      .getByRole('link', { name: /^(Go to Injection|Telephone and address)$/ })
    await page.goto(lena)
    await plan.first().press('Enter')
    await page.waitForURL(/#reach$/)
    await see(page.locator('#reach'), '555-0120')
    await signInDemo(walk, page, 'demo.neurologist')
    await page.goto(lena)
    await plan.first().press('Enter')
    await arrive(page, 'Injection')
  })
})
