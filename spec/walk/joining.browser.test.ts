import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask, idOf, viewOf } from './demo-clinic.ts'
import { arrive, choose, press, see } from './hands.ts'
import { barriers, settled } from './look.ts'
import { walkDemo } from './walk-in.ts'

const isInSight = async (what: Locator): Promise<boolean> => {
  const [box, seen] = [await what.boundingBox(), what.page().viewportSize()]
  return box !== null && seen !== null && box.y >= 0 && box.y + box.height <= seen.height
}

describe('a letter about somebody who is here already', () => {
  const walk = walkDemo('demo.coordinator')

  it('is compared, and added to their record with one press', async () => {
    const { page, address } = walk
    const id = await idOf(page, 'Demo Ivo Sample')
    await page.goto(`${address}/referrals/new`)
    await arrive(page, 'Enter a referral from paper')
    const form = page.getByRole('main')
    await form.getByRole('textbox', { name: 'Full name' }).fill('Demo Ivo Sample')
    await form.getByRole('textbox', { name: 'Birth date' }).fill('1 Dec 1970')
    await form.getByRole('textbox', { name: 'Referrer’s name' }).fill('Demo Dr Wilma Write')
    await choose(form, 'Which side of the patient’s own face moves?', 'Left')
    // By keyboard from the top of the form: what comes of it is in sight, and so is that nothing could be sent.
    await page.context().setOffline(true)
    await form.getByRole('textbox', { name: 'Full name' }).press('Enter')
    await see(form, 'This did not work')
    await settled(page)
    expect(await isInSight(form.getByText('This did not work'))).toBe(true)
    await page.context().setOffline(false)
    await form.getByRole('textbox', { name: 'Full name' }).press('Enter')
    await see(form, 'Somebody like this is already known here')
    await settled(page)
    expect(await isInSight(form.getByText('Somebody like this is already known here'))).toBe(true)
    expect(await barriers(page)).toEqual([])
    expect(await form.getByRole('textbox', { name: 'Full name' }).inputValue()).toBe('Demo Ivo Sample')
    await press(form, 'Add to this record: Demo Ivo Sample')
    await see(form, 'The referral has arrived')
    const { rows } = (await ask(page, 'GET', '/api/board')).body as { rows: readonly { name: string; id: string }[] }
    expect(rows.filter(({ name }) => name === 'Demo Ivo Sample').map((row) => row.id)).toEqual([id])
    expect((await viewOf(page, id)).timeline[0]).toMatchObject({ kind: 'referral', by: 'Demo Dr Wilma Write' })
    expect(walk.faults).toEqual([])
  })
})
