import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { ask, idOf, signInDemo, today, viewOf } from './demo-clinic.ts'
import { arrive, choose, press, question, see } from './hands.ts'
import { barriers, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

const name = 'Demo Hana Sample'
const numb = 'Is the face numb on that side, or is there stabbing trigeminal pain?'
const label = 'numbness or stabbing pain of the face'

describe('a red flag, from the nurse who marks it to the doctor who answers for it, with the keyboard alone', () => {
  const walk = walkDemo('demo.nurse')
  let id: string
  beforeAll(async () => {
    id = await idOf(walk.page, name)
  })

  const open = async (page: Page, screen: string, title: string) => {
    await page.goto(`${walk.address}/patients/${id}${screen}`)
    await arrive(page, title)
  }
  const flags = (page: Page) => page.getByRole('region', { name: 'Red flags', exact: true })
  const gate = async () => (await viewOf(walk.page, id)).advice.decisions.botulinum?.answer
  const settle = (page: Page) =>
    flags(page).getByRole('button', { name: `Say what became of it: ${label}`, exact: true })

  it('a nurse marks numbness at a visit: the gate shuts, and she reads who may answer for it', async () => {
    const { page } = walk
    expect(await gate()).toBe('permitted')
    await open(page, '/evaluate', 'Evaluate')
    await flags(page).getByRole('button', { name: 'Mark individual flags' }).press('Enter')
    const yes = question(flags(page), numb).getByRole('radio', { name: 'Yes', exact: true })
    await yes.focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Save the visit' }).press('Enter')
    await see(page, 'Visit saved')
    expect(await gate()).toBe('blocked')
    await see(flags(page), '1 not resolved')
    await see(
      flags(page),
      'On record as “yes”. A “no” today does not settle it: it stands until somebody says what became of it. A clinician or surgeon says so.',
    )
    expect(await settle(page).count()).toBe(0)
  })

  it('a “no” after it leaves it standing, and the row says so', async () => {
    const { page } = walk
    await page.reload()
    await question(flags(page), numb).getByRole('radio', { name: 'No', exact: true }).focus()
    await page.keyboard.press('Space')
    await see(flags(page), /A “no” today does not settle it/)
    await page.getByRole('button', { name: 'Save the visit' }).press('Enter')
    await see(page, 'Visit saved')
    expect(await gate()).toBe('blocked')
    await see(flags(page), '1 not resolved')
  })

  it('a coordinator is led to the same row, and reads who may', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await open(page, '/evaluate?ask=rf.facialNumb', 'Evaluate')
    await page.locator('#ask-rf-facialNumb:focus').waitFor()
    await see(page, /A clinician or surgeon says so\.$/)
    expect(await page.getByRole('button', { name: /^Say what became of it/ }).count()).toBe(0)
    const sent = { kind: 'flag-resolved', date: today, facts: { 'rf.facialNumb': 'yes-resolved' }, note: 'Gone.' }
    expect((await ask(page, 'POST', `/api/patients/${id}/acts`, sent)).status).toBe(403)
    expect(await barriers(page)).toEqual([])
  })

  it('the next day, the neurologist is led from the shut gate to the row, and the focus stands on what settles it', async () => {
    const { page } = walk
    walk.clock.later(1)
    await signInDemo(walk, page, 'demo.neurologist')
    await open(page, '', 'Overview')
    const verdict = page.getByRole('region', { name: 'May toxin be given?' })
    await verdict.getByRole('link', { name: `Say what became of it: ${label}` }).press('Enter')
    await arrive(page, 'Evaluate')
    await flags(page).locator('#ask-rf-facialNumb button:focus').waitFor()
    await settled(page)
    await picture(page, 'red-flag-asked-1440')
    await page.keyboard.press('Enter')
    const line = flags(page).getByRole('textbox', { name: 'What became of it' })
    await line.and(page.locator(':focus')).waitFor()
    expect(await page.getByRole('button', { name: 'Record what became of it' }).isDisabled()).toBe(true)
    expect(await barriers(page)).toEqual([])
  })

  it('what was typed is still there after the page was left', async () => {
    const { page } = walk
    await page.keyboard.type('A dental block of the morning')
    await see(flags(page), /^Draft kept on the server/)
    await page.reload()
    const line = flags(page).getByRole('textbox', { name: 'What became of it' })
    await line.and(page.locator(':focus')).waitFor()
    expect(await line.inputValue()).toBe('A dental block of the morning')
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await sideways(page)).toBe(0)
    await picture(page, 'red-flag-typed-390')
    await page.setViewportSize({ width: 1440, height: 900 })
    await picture(page, 'red-flag-typed-1440')
  })

  it('one line, saved at once under her name, opens the gate again', async () => {
    const { page } = walk
    await page.keyboard.press('End')
    await page.keyboard.type('; sensation normal by noon.')
    await page.keyboard.press('Enter')
    const said = flags(page).getByRole('status').filter({ hasText: 'What became of it: A dental block' })
    await said.and(page.locator(':focus')).waitFor()
    expect(await said.innerText()).toBe(
      'What became of it: A dental block of the morning; sensation normal by noon. (Demo Dr Nora Nerve, 24 Nov 2026)',
    )
    expect(await gate()).toBe('permitted')
    await settled(page)
    await picture(page, 'red-flag-said-1440')
    await page.reload()
    await see(flags(page), /^What became of it: A dental block/)
    expect(await page.getByRole('textbox', { name: 'What became of it' }).count()).toBe(0)
  })

  it('and the timeline tells it in a sentence, with the line below it', async () => {
    const { page } = walk
    await open(page, '', 'Overview')
    await see(page.getByRole('region', { name: 'May toxin be given?' }), 'Botulinum toxin: Permitted')
    const timeline = page.getByRole('region', { name: 'Timeline' })
    await see(timeline, `recorded what became of the red flag: ${label}.`)
    await see(timeline, 'A dental block of the morning; sensation normal by noon.')
  })

  it('an abnormal finding of the examination is answered for the same way, on the day it was found', async () => {
    const { page } = walk
    const found = { kind: 'visit', date: '2026-11-24', facts: { 'exam.limbsAndGait': 'yes' } }
    expect((await ask(page, 'POST', `/api/patients/${id}/acts`, found)).status).toBe(200)
    expect(await gate()).toBe('blocked')
    await open(page, '/evaluate?ask=exam.limbsAndGait', 'Evaluate')
    await page.locator('#ask-exam-limbsAndGait button:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('An old hip.')
    await page.keyboard.press('Enter')
    await see(page, 'What became of it: An old hip. (Demo Dr Nora Nerve, 24 Nov 2026)')
    expect(await gate()).toBe('permitted')
  })

  it('a palsy of last week that spares no forehead and comes alone has to be seen the same day, and not by ambulance', async () => {
    const { page } = walk
    const urgency = async (): Promise<unknown> => {
      const raised = (await viewOf(page, id)).advice.decisions['red-flags']?.answer
      return (raised as unknown as readonly { id: string; urgency: string }[]).find(({ id }) => id === 'rf.suddenPalsy')
        ?.urgency
    }
    const save = async (answers: Readonly<Record<string, string>>) => {
      for (const [asked, answer] of Object.entries(answers)) await choose(flags(page), asked, answer)
      await press(page, 'Save the visit')
      await see(page, 'Visit saved')
    }
    await open(page, '/evaluate', 'Evaluate')
    await press(flags(page), 'Mark individual flags')
    expect(await question(flags(page), 'Did the sudden palsy begin less than 24 hours ago?').count()).toBe(0)
    const sudden = 'Did half of the face suddenly stop moving?'
    const recent = 'Did the sudden palsy begin less than 24 hours ago?'
    await choose(flags(page), sudden, 'Yes')
    await choose(flags(page), recent, 'Yes')
    // The two stand below each other: a hand that presses by place means the same in both.
    for (const asked of [sudden, recent])
      expect(await question(flags(page), asked).getByRole('radio').first().getAttribute('value')).toBe('yes')
    // A slip: what was said of it is said no more, and is there again with it.
    await choose(flags(page), sudden, 'No')
    await see(page, 'Botulinum toxin: Permitted')
    await choose(flags(page), sudden, 'Yes')
    await question(flags(page), recent).getByRole('radio', { name: 'Yes', checked: true }).press('Delete')
    await save({ [sudden]: 'Yes', 'Is an arm or leg weak': 'No' })
    expect(await urgency()).toBe('emergency')
    const soFar = page.getByRole('complementary', { name: 'So far' })
    await see(soFar, /Emergency sign:.* Call the emergency number now/)
    await save({
      'Did the sudden palsy begin less than 24 hours ago?': 'No',
      'Does the forehead on the paralysed side still move?': 'No',
      'Did vision change together with the sudden palsy?': 'No',
    })
    expect(await urgency()).toBe('urgent')
    await see(soFar, /An urgent red flag is open: seen within two days/)
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await sideways(page)).toBe(0)
    await picture(page, 'red-flag-palsy-390')
    await page.setViewportSize({ width: 1440, height: 900 })
    await settled(page)
    await picture(page, 'red-flag-palsy-1440')
    expect(await barriers(page)).toEqual([])
  })

  it('none of it raised an error in the browser', () => {
    expect(walk.faults).toEqual([])
  })
})
