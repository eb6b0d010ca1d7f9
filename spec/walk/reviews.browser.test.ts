import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask, idOf, signInDemo, viewOf } from './demo-clinic.ts'
import { arrive, choose, eventually, fill, press, see } from './hands.ts'
import { barriers, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('checks and reviews that fall due', () => {
  const walk = walkDemo('demo.neurologist')

  const stepIds = async (id: string) => (await viewOf(walk.page, id)).advice.nextSteps.map((step) => step.id)

  /** Follows the step from the page of the person to the part of the screen where it is done, with the focus in it. */
  const follow = async (page: Page, id: string, step: string, part: string) => {
    expect(await stepIds(id)).toContain(step)
    await page.goto(`${walk.address}/patients/${id}`)
    await arrive(page, 'Overview')
    const link = page.getByRole('region', { name: 'Next steps' }).locator(`a[href$="#${part}"]`).first()
    await page.goto(`${walk.address}${await link.getAttribute('href')}`)
    await page.locator(`#${part}:focus, #${part} :focus`).first().waitFor({ state: 'attached' })
  }
  const gone = (id: string, step: string) => eventually(() => stepIds(id)).not.toContain(step)
  const hear = async (page: Page) => {
    await page
      .locator('#audiogram')
      .getByRole('button', { name: /^Today/ })
      .click()
    await press(page, 'Save audiogram')
  }

  it('an audiogram for a red flag of hearing, though nobody speaks of an operation', async () => {
    const { page } = walk
    const id = await idOf(page, 'Demo Hana Sample')
    const flagged = { kind: 'visit', date: '2026-11-23', facts: { 'rf.hearingLoss': 'yes' } }
    expect((await ask(page, 'POST', `/api/patients/${id}/acts`, flagged)).status).toBe(200)
    await follow(page, id, 'audiogram-for-flag', 'audiogram')
    await fill(page, 'What it showed (optional)', 'Even loss of both ears.')
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'audiogram-1440')
    await hear(page)
    await gone(id, 'audiogram-for-flag')
    await page.goto(`${walk.address}/patients/${id}`)
    await see(page.getByRole('region', { name: 'Timeline' }), 'recorded a check: audiogram: 23 Nov 2026.')
    await see(page.getByRole('region', { name: 'Timeline' }), 'Even loss of both ears.')
  })

  it('an audiogram in the first week after an operation', async () => {
    const { page } = walk
    const id = await idOf(page, 'Demo Milo Sample')
    await follow(page, id, 'audiogram-week-1', 'audiogram')
    await hear(page)
    await gone(id, 'audiogram-week-1')
  })

  it('and another at three months', async () => {
    const { page } = walk
    walk.clock.later(70)
    await signInDemo(walk, page, 'demo.neurologist')
    const id = await idOf(page, 'Demo Milo Sample')
    await follow(page, id, 'audiogram-month-3', 'audiogram')
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await sideways(page)).toBe(0)
    await picture(page, 'audiogram-after-390')
    await page.setViewportSize({ width: 1440, height: 900 })
    await hear(page)
    await gone(id, 'audiogram-month-3')
  })

  it('the yearly check of the treated face, with or without a score', async () => {
    const { page } = walk
    const id = await idOf(page, 'Demo June Sample')
    await follow(page, id, 'face-check', 'face-check')
    await page
      .locator('#face-check')
      .getByRole('button', { name: /^Today/ })
      .click()
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'face-check-1440')
    await press(page, 'Save scores')
    await gone(id, 'face-check')
    expect((await viewOf(page, id)).timeline[0]?.said).toMatchObject({
      facts: { faceCheck: '2027-02-01' },
      entries: [],
    })
    await see(page.locator('#face-check'), 'Last: 1 Feb 2027')
  })

  it('the review of two poor sessions, the diagnosis first', async () => {
    const { page } = walk
    const id = await idOf(page, 'Demo June Sample')
    const sessions = (await viewOf(page, id)).chart.entries.filter(({ kind }) => kind === 'session')
    for (const session of sessions) {
      const relief = { 'session.relief': 10, 'session.reliefAsked': '2027-02-01' }
      const poor = { id: session.id, kind: 'session', date: null, fields: relief }
      const told = { kind: 'toxin-response', date: '2027-02-01', entries: [poor] }
      const answer = await ask(page, 'POST', `/api/patients/${id}/acts`, told)
      expect(answer.status, JSON.stringify(answer.body).slice(0, 200)).toBe(200)
    }
    await follow(page, id, 'review-non-response', 'review')
    const review = page.getByRole('region', { name: 'Review after two poor sessions' })
    expect(await review.getByRole('button', { name: 'Save review' }).isDisabled()).toBe(true)
    await choose(review, 'Was the diagnosis questioned again?', 'Yes')
    await choose(review, 'Were product, dose, dilution and sites confirmed?', 'Yes')
    await choose(review, 'What was concluded?', 'Other map')
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'review-1440')
    await press(review, 'Save review')
    await see(review, 'Last reviewed on 1 Feb 2027: Other map.')
    await gone(id, 'review-non-response')
    await page.goto(`${walk.address}/patients/${id}`)
    await see(
      page.getByRole('region', { name: 'Timeline' }),
      /^reviewed two poor sessions: diagnosis questioned, .*conclusion of the review: other map/,
    )
  })

  it('none of it raised an error in the browser', () => {
    expect(walk.faults).toEqual([])
  })
})
