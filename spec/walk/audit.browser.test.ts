import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, signInDemo } from './demo-clinic.ts'
import { arrive, fill, press, see } from './hands.ts'
import { barriers, settled } from './look.ts'
import type { Walk } from './open-walk.ts'

describe('whoever watches over privacy', () => {
  let walk: Walk
  beforeAll(async () => {
    walk = await openDemo('2026-11-23')
    await signInDemo(walk, walk.page, 'demo.nurse')
    await walk.page.getByRole('grid').getByRole('link', { name: 'Demo Rosa Sample' }).click()
    await arrive(walk.page, 'Overview')
    await signInDemo(walk, walk.page, 'demo.privacy', 'Audit trail')
  })
  afterEach(({ task }) => walk.lookAtFailure(task))
  afterAll(() => walk?.close())

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
    await page.getByRole('combobox', { name: 'What became of it' }).selectOption('Was refused')
    await see(page, /^Nothing of this kind/)
    await page.getByRole('combobox', { name: 'What became of it' }).selectOption('Was done')
    await see(page, 'entered a referral from paper')
    expect(page.url()).toBe(`${walk.address}/audit`)
    await press(page, 'Every record')
    await fill(page, 'Whose record', 'Nobody Here')
    await press(page, 'Find')
    await see(page, 'Nobody of the name “Nobody Here” is on record.')
  })

  it('checks that the trail is whole, on a telephone too', async () => {
    const { page } = walk
    await page.setViewportSize({ width: 390, height: 844 })
    await press(page, 'Check that the trail is whole')
    await see(page, /^Whole: each of [\d,]+ events/)
    await settled(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await barriers(page)).toEqual([])
    expect(walk.faults).toEqual([])
  })
})
