import { beforeAll, describe, expect, it } from 'vitest'
import { idOf, signInDemo, viewOf } from './demo-clinic.ts'
import { arrive, press, see } from './hands.ts'
import { walkDemo } from './walk-in.ts'

const minutes = (count: number) => count / (24 * 60)

describe('a record that is open over midnight', () => {
  const walk = walkDemo()
  let id: string
  beforeAll(async () => {
    const { page, address } = walk
    // The page’s own timers stand still too, until the test moves them.
    await page.clock.install({ time: new Date('2026-11-23T23:50:00Z') })
    walk.clock.later(minutes(14 * 60 + 50))
    await signInDemo(walk, page, 'demo.coordinator')
    id = await idOf(page, 'Demo Lena Sample')
    await page.goto(`${address}/patients/${id}/follow-up`)
    await arrive(page, 'Follow-up')
  })
  const report = () => walk.page.getByRole('region', { name: 'How is the spasm?' })

  it('what is begun before it and saved after it is saved for the new day, with nothing typed again', async () => {
    await report().getByRole('radio').first().check()
    walk.clock.later(minutes(12))
    await press(report(), 'Save report')
    await see(report(), /^A new day has begun/)
    await press(report(), 'Save report')
    await see(report(), /Last report: none, 24 Nov 2026/)
    await see(walk.page.getByRole('banner'), /24 Nov 2026/)
    const [first] = (await viewOf(walk.page, id)).timeline
    expect(first).toMatchObject({ kind: 'spasm-report', date: '2026-11-24' })
  })

  it('the trail tells of it under the day of the clinic, on a machine set to another time zone, too', async () => {
    const elsewhere = await walk.page.context().browser()?.newContext({ timezoneId: 'Pacific/Honolulu' })
    if (elsewhere === undefined) throw new Error('The browser has gone')
    const page = await elsewhere.newPage()
    await signInDemo(walk, page, 'demo.privacy', 'Audit trail')
    const newest = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 2 }) })
      .first()
    expect(await newest.textContent()).toBe('24 Nov 2026')
    await see(page.getByRole('listitem').filter({ hasText: 'Demo Lena Sample' }).first(), '00:02')
    await elsewhere.close()
  })

  it('what is asked at the chair is asked again on the new day, though nobody touches the page', async () => {
    const { page, address } = walk
    walk.clock.later(minutes(24 * 60 - 4))
    await signInDemo(walk, page, 'demo.nurse')
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Ivo Sample')}/injection`)
    await arrive(page, 'Injection')
    await press(page, 'Asked, nothing new today')
    const chair = page.getByRole('region', { name: 'At the chair' })
    await see(chair, /^Asked today by Demo Nurse .*: nothing new$/)
    walk.clock.later(minutes(5))
    await page.clock.runFor('01:05')
    await chair.getByRole('button', { name: 'Asked, nothing new today' }).waitFor()
  })
})
