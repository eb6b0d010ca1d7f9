import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask, idOf, signInDemo, viewOf } from './demo-clinic.ts'
import { choose, press, question, see } from './hands.ts'
import { barriers, picture, settled } from './look.ts'
import { walkDemo } from './walk-in.ts'

const clip = {
  name: 'IMG_0815 Dora at breakfast.mp4',
  mimeType: 'video/mp4',
  buffer: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(2000)]),
}

describe('the examination at the bedside', () => {
  const walk = walkDemo()

  const openAs = async (login: string): Promise<Page> => {
    const { page } = walk
    await signInDemo(walk, page, login)
    await page.goto(`${walk.address}/patients/${await idOf(page, 'Demo Ben Sample')}/evaluate`)
    await page.getByRole('heading', { level: 1, name: 'Evaluate' }).waitFor()
    return page
  }
  const step = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
  const soFar = (page: Page) => page.getByRole('complementary', { name: 'So far' })

  it('counts what is done, folds a complete step once another is answered, and moves no question meanwhile', async () => {
    const page = await openAs('demo.neurologist')
    await press(page, 'Looked for, nothing against it')
    const rail = page.getByRole('navigation', { name: 'Steps of the examination' })
    await rail.getByRole('button', { name: 'Provoke 2 of 3' }).waitFor()
    await choose(page, 'Can forceful blinking', 'Yes')
    await rail.getByRole('button', { name: 'Provoke done' }).waitFor()
    const below = question(page, 'When the eye squeezes shut').getByRole('radio', { name: 'Yes', exact: true })
    await below.scrollIntoViewIfNeeded()
    const before = await below.boundingBox()
    await below.check()
    await question(page, 'Can forceful blinking').waitFor({ state: 'detached' })
    expect((await below.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
    await rail.getByRole('button', { name: 'Provoke done' }).click()
    await question(page, 'Can forceful blinking').waitFor()
  })

  it('says for the first three conditions what speaks for them, and why not', async () => {
    const page = walk.page
    await see(soFar(page), 'With your unsaved answers')
    await page.locator('[data-behind="false"]').first().waitFor()
    const first = soFar(page).getByRole('listitem').first()
    await see(first, 'Hemifacial spasm')
    await see(first, /^For: other Babinski sign/)
    for (const at of [0, 1, 2]) await see(soFar(page).getByRole('listitem').nth(at), /^Why not: /)
    await expect(soFar(page).innerText()).resolves.not.toContain('%')
  })

  it('asks rarely met conditions only behind a press, until one of them comes near the top', async () => {
    const page = walk.page
    await step(page, 'Examine')
      .getByRole('button', { name: /^Examine/ })
      .click()
    await step(page, 'Examine').getByRole('button', { name: 'Take back' }).click()
    const tics = question(page, 'Are there several kinds of tic')
    expect(await tics.count()).toBe(0)
    await choose(page, 'Is there a premonitory urge before it', 'Yes')
    await tics.waitFor()
  })

  it('keeps a video from home when the person agreed, and shows it to who may', async () => {
    const page = walk.page
    await press(page, 'Attach a video or photo')
    await page.locator('input[type=file]').setInputFiles(clip)
    expect(await page.getByRole('button', { name: 'Attach', exact: true }).isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: 'The person agreed to keep this for their care' }).check()
    await press(page, 'Attach')
    await press(page, 'Open Video from home, 2026-11-23.mp4')
    const opened = page.getByRole('dialog', { name: 'Video from home, 2026-11-23.mp4' })
    await opened.locator('video').waitFor()
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    const id = await idOf(page, 'Demo Ben Sample')
    const { timeline } = await viewOf(page, id)
    expect(timeline[0]).toMatchObject({ kind: 'attachment' })
    expect(JSON.stringify(timeline)).not.toContain('breakfast')
  })

  it('a file of the person can be opened from the imaging screen, too', async () => {
    const page = walk.page
    const other = await page.context().newPage()
    await other.goto(page.url().replace('/evaluate', '/imaging'))
    const link = other.getByRole('region', { name: 'Files kept with this person' }).getByRole('link')
    const address = await link.first().getAttribute('href')
    expect((await page.request.get(`${walk.address}${address}`)).status()).toBe(200)
    await other.close()
  })

  it('hides a video from everybody once the person no longer agrees, with who said so on the timeline', async () => {
    const page = walk.page
    const id = await idOf(page, 'Demo Ben Sample')
    const [kept] = (await viewOf(page, id)).attachments
    const bytes = async () =>
      (await page.request.get(`${walk.address}/api/patients/${id}/attachments/${kept!.id}`)).status()
    expect(await bytes()).toBe(200)
    await press(page, 'Withdraw Video from home, 2026-11-23.mp4')
    const asked = page.getByRole('dialog', { name: 'Hide Video from home, 2026-11-23.mp4?' })
    await asked.waitFor()
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await press(asked, 'Hide it from everybody')
    await asked.waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: 'Open Video from home, 2026-11-23.mp4' }).count()).toBe(0)
    expect(await bytes()).toBe(404)
    const { timeline } = await viewOf(page, id)
    expect(timeline.find(({ kind }) => kind === 'consent')).toMatchObject({ by: expect.stringMatching(/^Demo/) })
    expect(timeline.find(({ kind }) => kind === 'attachment')).toMatchObject({ withdrawn: true })
  })

  it('a draft that was restored says so under the name, and can be thrown away there', async () => {
    const page = walk.page
    await see(page, /^Draft kept on the server/)
    await page.reload()
    await see(page, /^Unsaved visit from .* restored\. 3 answers\.$/)
    await see(soFar(page), 'With your unsaved answers')
    await press(page, 'Discard')
    await see(soFar(page), 'As saved')
  })

  it('a refusal names the question, and no id', async () => {
    const page = walk.page
    await page.route('**/acts', (route) =>
      route.fulfill({
        status: 422,
        json: { problem: { code: 'x', sentence: 'This cannot be.', where: 'facts["ph.brief"]' } },
      }),
    )
    await choose(page, 'Are most contractions short bursts', 'Yes')
    await press(page, 'Save the visit')
    await see(page, 'short bursts: This cannot be.')
    await see(step(page, 'Watch'), 'This cannot be.')
    await page.unroute('**/acts')
  })

  it('an answer given by mistake is replaced on the same day, and does not leave the question open', async () => {
    const page = walk.page
    const id = await idOf(page, 'Demo Ben Sample')
    const wish = () => question(page, 'Does the person want injections')
    await choose(page, 'Does the person want injections', 'Yes')
    await press(page, 'Save the visit')
    await see(wish(), /^On record: Yes, 23 Nov 2026/)
    await choose(page, 'Does the person want injections', 'No')
    await see(page, 'Another answer was recorded today. Beside it this one settles nothing; replaced, it counts.')
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'answer of today to replace')
    await page.getByRole('button', { name: /^Replace today’s answer: / }).press('Enter')
    await see(wish(), /^On record: No, 23 Nov 2026/)
    await page.locator(':focus').and(wish().locator('*')).waitFor()
    const { timeline } = await viewOf(page, id)
    expect(timeline[0]).toMatchObject({ kind: 'correction' })
  })

  it('says before a second conclusion of one day is signed what the two will mean', async () => {
    const page = walk.page
    const said = /^Another conclusion was signed today\./
    for (const sure of ['Definite', 'Probable']) {
      expect(await page.getByText(said).count()).toBe(0)
      await choose(page, 'How sure is the clinical conclusion', sure)
      await choose(page, 'Which phenotype of hemifacial spasm', 'Typical')
      if (sure === 'Definite') await press(page, 'Sign the conclusion')
      if (sure === 'Definite') await see(page, 'Conclusion signed')
    }
    await see(page, said)
    await press(page, 'Discard the draft')
  })

  it('a nurse is not offered what a doctor examines', async () => {
    const page = await openAs('demo.nurse')
    await see(step(page, 'Examine'), 'Is anything abnormal in the limbs or the gait?')
    expect(await step(page, 'Examine').getByRole('radio', { name: 'Yes, explained' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Sign the conclusion' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Save the visit' }).count()).toBe(1)
  })

  it('a coordinator reads what is recorded, who records it, and is offered nothing that would be refused', async () => {
    const page = await openAs('demo.coordinator')
    await see(page, 'A nurse, clinician or surgeon records the examination. You can read what is on record.')
    await see(page, 'Which side of the person’s own face is affected?')
    expect(await page.getByRole('main').getByRole('radio').count()).toBe(0)
    const buttons = await page.getByRole('main').getByRole('button').allInnerTexts()
    expect(buttons.filter((name) => /save|sign|asked|looked|go to/i.test(name))).toEqual([])
    const id = await idOf(page, 'Demo Ben Sample')
    const visit = { kind: 'visit', date: '2026-11-23', facts: { 'ph.brief': 'yes' } }
    expect((await ask(page, 'POST', `/api/patients/${id}/acts`, visit)).status).toBe(403)
    expect(await barriers(page)).toEqual([])
    // Nor on the other pages of a person, where a role reads and somebody else records.
    const refused =
      /asked, nothing new|consent given|copy last|change product|add a session|send the request|save (work-up|scores)|close the/i
    for (const [screen, title] of [
      ['injection', 'Injection'],
      ['imaging', 'Imaging'],
      ['surgery', 'Surgery'],
      ['follow-up', 'Follow-up'],
    ]) {
      await page.goto(`${walk.address}/patients/${await idOf(page, 'Demo Ivo Sample')}/${screen}`)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      const offered = await page.getByRole('main').getByRole('button').allInnerTexts()
      expect(offered.filter((name) => refused.test(name))).toEqual([])
    }
  })

  it('what is to be done before an operation has room for its words where nothing is asked beside them', async () => {
    const page = await openAs('demo.coordinator')
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${walk.address}/patients/${await idOf(page, 'Demo Lena Sample')}/surgery`)
    const line = page.getByRole('listitem').filter({ hasText: 'Baseline of brainstem auditory evoked' })
    const widthOf = async (what: Locator) => (await what.boundingBox())?.width ?? 0
    const [words, all] = [await widthOf(line.locator('strong').locator('..')), await widthOf(line)]
    expect(words / all).toBeGreaterThan(0.7)
    await picture(page, 'surgery for a coordinator')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('nothing of it raised an error in the browser', () => {
    expect(walk.faults).toEqual([])
  })

  it('tells a trainee that the conclusion counts once a clinician agrees, who is led there, and no step is cut off on a phone', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.trainee')
    const person = `${walk.address}/patients/${await idOf(page, 'Demo Dora Sample')}`
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${person}/evaluate`)
    const rail = page.getByRole('navigation', { name: 'Steps of the examination' })
    await rail.getByRole('button', { name: /^Conclude/ }).click()
    await choose(page, 'How sure is the clinical conclusion', 'Definite')
    await choose(page, 'Which phenotype of hemifacial spasm did', 'Typical')
    await press(page, 'Sign the conclusion')
    const said = page.getByRole('status').filter({ hasText: 'Conclusion signed' })
    await see(said, /counts once a clinician here who may sign agrees/)
    await rail.getByRole('button', { name: 'Conclude done' }).waitFor()
    const cut = () =>
      rail
        .getByRole('button')
        .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent))
    expect(await cut()).toEqual([])
    await picture(page, 'a conclusion of a trainee on a phone')
    // Nor on the narrowest, with letters and words as far apart as somebody may need them.
    await page.setViewportSize({ width: 320, height: 640 })
    const apart = await page.addStyleTag({
      content: '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    })
    expect(await cut()).toEqual([])
    await apart.evaluate((style) => (style as unknown as Readonly<{ remove: () => void }>).remove())
    await page.setViewportSize({ width: 390, height: 844 })
    await signInDemo(walk, page, 'demo.neurologist')
    await page.goto(person)
    const gate = page.getByRole('region', { name: 'May toxin be given?' })
    await gate.getByRole('link', { name: 'Confirm the diagnosis or disagree' }).waitFor()
  })

  it('what comes next is told with how late it is, once a visit is saved', async () => {
    const page = await walk.strangersPage()
    walk.clock.later(30)
    await signInDemo(walk, page, 'demo.neurologist')
    await page.goto(`${walk.address}/patients/${await idOf(page, 'Demo Rosa Sample')}/evaluate`)
    await choose(page, 'Are most contractions short bursts', 'Yes')
    await press(page, 'Save the visit')
    await see(page, /^Next: .*, overdue \d+ days$/)
  })
})
