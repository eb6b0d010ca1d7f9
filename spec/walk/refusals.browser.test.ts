import { type Chart, parseDate } from '@facialis/language'
import type { Refused } from '@facialis/wire'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { session } from '../../server/test/journey.ts'
import { ask, idOf, today, viewOf } from './demo-clinic.ts'
import { choose, eventually, openPerson, press, see } from './hands.ts'
import { keptInBrowser } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('what the clinic refuses, and what it never loses', () => {
  const walk = walkDemo('demo.neurologist')

  const openScreen = async (page: Page, name: string, screen: string) => {
    await page.goto(`${walk.address}/patients/${await idOf(page, name)}/${screen}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }

  it('an injection behind a shut gate is refused by the server, whatever any screen says', async () => {
    const { page } = walk
    const id = await idOf(page, 'Demo Ben Sample')
    for (const act of [{ kind: 'toxin-order', date: today } as const, session(today)]) {
      const answer = await ask(page, 'POST', `/api/patients/${id}/acts`, act)
      expect(answer.status).toBe(422)
      const { problem } = answer.body as Refused
      expect(problem.reasons?.map(({ rule }) => rule)).toContain('BT-02/tumour')
      expect(problem.missing?.length).toBeGreaterThan(0)
    }
    const kinds = (await viewOf(page, id)).timeline.map((item) => item.kind)
    expect(kinds).not.toContain('toxin-order')
    expect(kinds).not.toContain('toxin-session')
  })

  it('a screen that still says “ready to sign” cannot sign what a colleague’s finding has shut meanwhile', async () => {
    const { page } = walk
    const id = await idOf(page, 'Demo Ivo Sample')
    await openScreen(page, 'Demo Ivo Sample', 'injection')
    expect((await viewOf(page, id)).advice.decisions.botulinum?.answer).not.toBe('blocked')
    const colleague = await ask(page, 'POST', `/api/patients/${id}/acts`, {
      kind: 'visit',
      date: today,
      facts: { 'rf.limbOrSpeech': 'yes' },
    })
    expect(colleague.status).toBe(200)
    await press(page, 'Asked, nothing new today')
    await see(page, 'Somebody else has recorded something meanwhile. Look at it, then save again.')
    await see(page, 'Botulinum toxin: Blocked')
    expect(await page.getByRole('button', { name: 'Sign session' }).isDisabled()).toBe(true)
  })

  it('a failed save keeps what was typed and says so; the retry saves it once, though the first answer was lost', async () => {
    const { page } = walk
    const id = await idOf(page, 'Demo Dora Sample')
    await openScreen(page, 'Demo Dora Sample', 'evaluate')
    const visits = async () => (await viewOf(page, id)).timeline.filter((item) => item.kind === 'visit').length
    const before = await visits()
    const note = page.getByRole('textbox', { name: 'Note' })
    await page.route('**/api/drafts/**', (route) => route.abort())
    await page.route('**/acts', (route) => route.abort())
    await note.fill('The lid closes when reading aloud.')
    await see(page, /^Not saved/)
    await press(page, 'Save the visit')
    await see(page, 'This did not work')
    expect(await note.inputValue()).toBe('The lid closes when reading aloud.')
    await page.unroute('**/acts')
    await page.route('**/acts', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await press(page, 'Save the visit')
    await eventually(visits).toBe(before + 1)
    expect(await note.inputValue()).toBe('The lid closes when reading aloud.')
    await page.unroute('**/acts')
    await page.unroute('**/api/drafts/**')
    await press(page, 'Save the visit')
    await see(page, 'Visit saved')
    expect(await note.inputValue()).toBe('')
    expect(await visits()).toBe(before + 1)
  })

  it('the advice in the browser, before saving, is the server’s advice after saving', async () => {
    const { page } = walk
    await page.addInitScript(`
      window.Worker = class extends Worker {
        constructor(...made) {
          super(...made)
          this.addEventListener('message', ({ data }) => { window.liveAnswer = data })
        }
      }
    `)
    for (const name of ['Demo Cleo Sample', 'Demo Gus Sample', 'Demo Karl Sample', 'Demo Nora Sample']) {
      const id = await idOf(page, name)
      await openScreen(page, name, 'evaluate')
      await page
        .getByRole('region', { name: 'Ask' })
        .getByRole('button', { name: /^More / })
        .click()
      await choose(page.getByRole('main'), 'Is it worse with stress or tiredness?', 'Yes')
      await choose(page.getByRole('main'), 'Can the person suppress it voluntarily for a while?', 'Yes')
      const soFar = page.getByRole('complementary', { name: 'So far' })
      await see(soFar, 'With your unsaved answers')
      // The worker answers once for each press: what counts is the answer to both.
      await eventually(() => liveFacts(page)).toEqual(expect.arrayContaining(['ph.stressWorse', 'ph.suppressible']))
      const live = (await page.evaluate('window.liveAnswer.live.advice')) as Advice
      await see(soFar, new RegExp(`^Botulinum toxin: ${live.decisions.botulinum?.answer}`, 'i'))
      await press(page, 'Save the visit')
      await see(page, 'Visit saved')
      const { advice } = await viewOf(page, id)
      expect(answersOf(live), name).toEqual(answersOf(advice))
    }
  })

  it('nothing of anybody is left in the browser’s storage or in an address', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/board`)
    await page.getByRole('searchbox', { name: 'Search by name or birth date' }).fill('Ivo')
    await page.getByRole('grid').getByRole('link', { name: 'Demo Ben Sample' }).waitFor({ state: 'hidden' })
    await openPerson(page, 'Demo Ivo Sample')
    const kept = await keptInBrowser(page)
    const people = /Ivo|Sample|1970-12-01|555-01/
    expect(kept).not.toMatch(people)
    expect([...walk.addresses].filter((address) => people.test(decodeURIComponent(address)))).toEqual([])
  })

  it('nothing of it raised an error in the browser', () => {
    expect(walk.faults).toEqual([])
  })
})

/** The facts of today in the chart that the last answer of the worker was given on. */
async function liveFacts(page: Page): Promise<readonly string[]> {
  const chart = (await page.evaluate('window.liveAnswer?.live.chart ?? null')) as Chart | null
  const day = parseDate(today)
  return (chart?.observations ?? []).filter(({ date }) => date?.lo === day?.lo).map(({ fact }) => fact)
}

type Advice = Awaited<ReturnType<typeof viewOf>>['advice']

const answersOf = ({ decisions, nextSteps, missing, alerts }: Advice) => ({
  decisions: Object.fromEntries(Object.entries(decisions).map(([id, decided]) => [id, decided.answer])),
  nextSteps: nextSteps.map(({ id, dueBy, state }) => ({ id, dueBy, state })),
  missing: missing.map(({ fact }) => fact),
  alerts: alerts.map(({ id }) => id),
})
