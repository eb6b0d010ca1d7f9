import { describe, expect, it } from 'vitest'
import { ask, idOf } from './demo-clinic.ts'
import { arrive, see } from './hands.ts'
import { barriers, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('a record that another system merged, or took out of use', () => {
  const walk = walkDemo('demo.neurologist')

  /** What another system makes of somebody's Patient. */
  const change = async (id: string, more: object) => {
    const { record } = walk.built.clinic
    const before = await record.read('Patient', id)
    if (!before.ok) throw new Error(before.problem.sentence)
    const changed = { ...before.value.resource, id, ...more }
    const changes = [{ method: 'update' as const, resource: changed, expectedVersion: 'any' as const }]
    expect((await record.act({ actor: { id: 'other-system' }, action: 'import', changes })).ok).toBe(true)
  }

  it('leads from its page to the record in use, which says what is read with it', async () => {
    const { page } = walk
    const [old, kept] = [await idOf(page, 'Demo Milo Sample'), await idOf(page, 'Demo June Sample')]
    await change(old, { active: false, link: [{ type: 'replaced-by', other: { reference: `Patient/${kept}` } }] })
    await page.goto(`${walk.address}/patients/${old}`)
    await arrive(page, 'This record was merged into another')
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'merged-1440')
    await page.getByRole('link', { name: 'Open the record that is in use' }).click()
    await arrive(page, 'Overview')
    await see(page, 'Several records are read as one')
    await see(page, /Demo Milo Sample · Born/)
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'merged-into-1440')
  })

  it('says on every screen that it is not in use, and stands on the board for what waits in it', async () => {
    const { page } = walk
    const id = await idOf(page, 'Demo Hana Sample')
    await change(id, { active: false })
    const flagged = { kind: 'visit', date: '2026-11-23', facts: { 'rf.suddenPalsy': 'yes' } }
    expect((await ask(page, 'POST', `/api/patients/${id}/acts`, flagged)).status).toBe(200)
    await page.goto(`${walk.address}/patients/${id}/injection`)
    await see(page, 'This record is not in use')
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect([await barriers(page), await sideways(page)]).toEqual([[], 0])
    await picture(page, 'not-in-use-390')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${walk.address}/board`)
    await see(
      page.getByRole('row').filter({ hasText: 'Demo Hana Sample' }),
      /Record not in use, but something in it is waiting/,
    )
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'not-in-use-board-1440')
  })
})
