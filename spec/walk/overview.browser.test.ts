import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { idOf, signInDemo, viewOf } from './demo-clinic.ts'
import { arrive, choose, press, see } from './hands.ts'
import { picture } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('the page of one person', () => {
  const walk = walkDemo('demo.neurologist')

  const overview = async (page: Page, name: string) => {
    const id = await idOf(page, name)
    await page.goto(`${walk.address}/patients/${id}`)
    await arrive(page, 'Overview')
    return id
  }
  const verdict = (page: Page) => page.getByRole('region', { name: 'May toxin be given?' })

  it('says what holds the toxin gate, and one press leads to where it is settled, in focus', async () => {
    const { page } = walk
    await overview(page, 'Demo Fay Sample')
    await see(verdict(page), 'Botulinum toxin: Blocked')
    await see(verdict(page), 'Not ruled out: tumour, vascular malformation, demyelination, other lesion.')
    // The first step says it; it is not asked a second time beside it.
    await see(page.getByRole('region', { name: 'Next steps' }), 'Acknowledge the report')
    expect(await page.getByRole('region', { name: 'Best next question' }).count()).toBe(0)
    await verdict(page)
      .getByRole('link', { name: /^Acknowledge the report of / })
      .click()
    await arrive(page, 'Imaging')
    await focusIsIn(page, 'studies')
  })

  it('never calls a day blocked on which only the list at the chair is unanswered', async () => {
    const { page } = walk
    await overview(page, 'Demo Hana Sample')
    await see(verdict(page), 'Botulinum toxin: Permitted')
    expect(await page.getByRole('main').innerText()).not.toMatch(/blocked/i)
    await verdict(page).getByRole('link', { name: '12 questions to ask at the chair' }).click()
    await arrive(page, 'Injection')
    await focusIsIn(page, 'chair')
  })

  it('names an exception in words, never by its code', async () => {
    const { page } = walk
    await overview(page, 'Demo Gus Sample')
    await see(verdict(page), 'Known cause, treated for its symptom; owner and plan named')
    expect(await page.getByRole('main').innerText()).not.toMatch(/known-cause|mri-impossible|[a-z]+-[a-z]+-[a-z]+ing\b/)
  })

  it('each next step leads to a part of a screen that is there, with the focus in it', async () => {
    const { page } = walk
    for (const name of [
      'Demo Ben Sample',
      'Demo Quin Sample',
      'Demo Gus Sample',
      'Demo Lena Sample',
      'Demo Karl Sample',
    ]) {
      await overview(page, name)
      const links = page.getByRole('region', { name: 'Next steps' }).getByRole('link', { includeHidden: true })
      const addresses = new Set(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))
      expect(addresses.size, name).toBeGreaterThan(0)
      for (const address of addresses) {
        await page.goto(walk.address + address)
        const { hash, searchParams } = new URL(address, walk.address)
        const asked = searchParams.get('ask')
        if (hash !== '') await focusIsIn(page, hash.slice(1))
        else if (asked !== null) await focusIsIn(page, `ask-${asked.replaceAll('.', '-')}`)
        else await page.getByRole('heading', { level: 1 }).waitFor()
      }
    }
  })

  it('the best next question is answered on the spot, chosen first and then recorded', async () => {
    const { page } = walk
    const id = await overview(page, 'Demo Hana Sample')
    const best = page.getByRole('region', { name: 'Best next question' })
    await choose(best, 'Does the person want an operation?', 'No')
    await press(best, 'Record this answer')
    await see(page, 'The answer is recorded.')
    const { timeline, advice } = await viewOf(page, id)
    expect(timeline[0]?.said.facts).toEqual({ 'wish.surgery': 'no' })
    expect(advice.missing.map(({ fact }) => fact)).not.toContain('wish.surgery')
    await see(page.getByRole('region', { name: 'Timeline' }), /recorded answers: no wish for surgery/)
  })

  it('no button leads a coordinator to where they can only read, and who records it is said', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await overview(page, 'Demo Rosa Sample')
    await see(verdict(page), 'A nurse, clinician or surgeon records it.')
    await see(page.getByRole('region', { name: 'Best next question' }), 'A nurse, clinician or surgeon records it.')
    const steps = page.getByRole('region', { name: 'Next steps' })
    await steps.getByRole('link', { name: 'Order the MRI protocol' }).waitFor()
    expect(await page.getByRole('link', { name: /^Go to / }).count()).toBe(0)
    await overview(page, 'Demo Ben Sample')
    await steps.getByRole('link', { name: 'Go to Triage' }).waitFor()
    // What is theirs to arrange is arranged by telephone: they write down nothing where it is recorded.
    await overview(page, 'Demo Emil Sample')
    await see(steps, 'Arrange the scan')
    await steps.getByRole('link', { name: 'Telephone and address' }).click()
    await focusIsIn(page, 'reach')
    await signInDemo(walk, page, 'demo.neurologist')
  })

  it('tells what happened in sentences, with no id and no written-out date of a machine', async () => {
    const { page } = walk
    for (const name of ['Demo Gus Sample', 'Demo Milo Sample', 'Demo Quin Sample', 'Demo Karl Sample']) {
      await overview(page, name)
      const timeline = page.getByRole('region', { name: 'Timeline' })
      await timeline.getByRole('img', { name: /^Time line to scale, from / }).waitFor()
      for (const details of await timeline.locator('summary').all()) await details.click()
      const said = await timeline.innerText()
      expect(said, name).not.toMatch(/\d{4}-\d{2}|\b[a-z]+\.[a-z][A-Za-z]+\b|undefined|null|true|false/)
    }
  })

  it('no line of the pathway runs through a day beside it', async () => {
    const { page } = walk
    await page.setViewportSize({ width: 1280, height: 900 })
    await overview(page, 'Demo Lena Sample')
    const struck = await page.getByRole('img', { name: /Surgical work-up/ }).evaluate((drawn) => {
      const dates = [...drawn.querySelectorAll('tspan')].filter(({ textContent }) => /\d{4}$/.test(textContent ?? ''))
      const tracks = [...drawn.querySelectorAll('path')].filter(({ parentElement }) => parentElement?.isSameNode(drawn))
      const along = tracks.flatMap((track) =>
        Array.from({ length: 200 }, (_, at) =>
          track
            .getPointAtLength((track.getTotalLength() * at) / 199)
            .matrixTransform(track.getScreenCTM() ?? undefined),
        ),
      )
      const isIn = ({ left, right, top, bottom }: Box, { x, y }: Point) =>
        left < x && x < right && top < y && y < bottom
      return {
        told: dates.length,
        struck: dates.filter((date) => along.some((point) => isIn(date.getBoundingClientRect(), point))).length,
      }
    })
    expect(struck).toEqual({ told: 6, struck: 0 })
    await picture(page, 'the pathway beside its line')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('none of it raised an error in the browser', () => {
    expect(walk.faults).toEqual([])
  })
})

type Point = Readonly<{ x: number; y: number }>
type Box = Readonly<{ left: number; right: number; top: number; bottom: number }>

/** Waits until the focus has come to this part of the page, or to a control in it. */
const focusIsIn = (page: Page, id: string): Promise<void> =>
  page.locator(`#${id}:focus, #${id} :focus`).first().waitFor({ state: 'attached' })
