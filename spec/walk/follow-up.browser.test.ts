import { beforeAll, describe, expect, it } from 'vitest'
import { ask, idOf, signInDemo } from './demo-clinic.ts'
import { arrive, fill, see } from './hands.ts'
import { barriers, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('the follow-up, for whoever looks', () => {
  const walk = walkDemo('demo.coordinator')
  let id: string
  beforeAll(async () => {
    id = await idOf(walk.page, 'Demo Lena Sample')
    const fields = { 'symptom.kind': 'facial-weakness' }
    const date = '2026-11-23'
    const complaint = { kind: 'symptom', date, entries: [{ kind: 'symptom', date, fields }] }
    expect((await ask(walk.page, 'POST', `/api/patients/${id}/acts`, complaint)).status).toBe(200)
  })

  const openAs = async (login: string) => {
    const { page, address } = walk
    await page.setViewportSize({ width: 1280, height: 900 })
    await signInDemo(walk, page, login)
    await page.goto(`${address}/patients/${id}/follow-up`)
    await arrive(page, 'Follow-up')
    await see(page, 'Scores over time')
    return page
  }
  const widthOf = async (part: string) => (await walk.page.locator(part).boundingBox())?.width ?? 0
  const links = () => walk.page.getByRole('navigation', { name: 'On this page' }).getByRole('link').allTextContents()

  it.each(['demo.coordinator', 'demo.nurse'])('has scores one can read, telephone or io (%s)', async (login) => {
    const page = await openAs(login)
    for (const width of [390, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await settled(page)
      const panel = page.getByRole('region', { name: 'Scores over time' })
      for (const word of await panel.getByRole('img').locator('text').all())
        expect((await word.boundingBox())?.height).toBeGreaterThanOrEqual(12)
      const [table, room] = [await panel.getByRole('table').boundingBox(), await panel.boundingBox()]
      const end = (box: typeof table) => (box?.x ?? 0) + (box?.width ?? 0)
      expect(end(table)).toBeLessThan(end(room) - 8)
      expect(await sideways(page)).toBe(0)
      expect(await barriers(page)).toEqual([])
      await picture(page, `follow-up ${login} ${width}`)
    }
  })

  it('leads nobody to what others record, nor offers it', async () => {
    const page = await openAs('demo.coordinator')
    expect(await links()).toEqual([
      'Somebody calls',
      'Open complaints',
      'How is the spasm?',
      'An appointment did not take place',
      'End of the episode',
    ])
    await see(page, 'Looked at and settled')
    await openAs('demo.reader')
    expect(await links()).toEqual(['Open complaints', 'End of the episode'])
    await see(page.locator('#complaints'), 'Face weaker')
    expect(await page.locator('#complaints').getByRole('button').count()).toBe(0)
    expect(await widthOf('#scores')).toBeGreaterThan(await widthOf('#call'))
    await picture(page, 'follow-up demo.reader')
  })

  it('says at once what a mood score asks for, before anything is saved', async () => {
    const page = await openAs('demo.nurse')
    const scores = page.locator('#scores')
    await fill(scores, 'What is the total of PHQ-9 (depression), 0 to 27?', '19')
    await see(scores.getByRole('status'), 'One line for the family doctor')
    await fill(scores, 'What is the answer to item nine of PHQ-9 (thoughts of self-harm), 0 to 3?', '1')
    await see(scores.getByRole('alert'), 'A person speaks with them today')
  })

  it('raised no error in the browser', () => {
    expect(walk.faults).toEqual([])
  })
})
