import { beforeAll, describe, expect, it } from 'vitest'
import { type Request, requestTask } from '../../server/patient/kept-request.ts'
import { signInDemo, today } from './demo-clinic.ts'
import { eventually, press, see } from './hands.ts'
import { barriers, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('requests that were declined, more than a hundred of them', () => {
  const walk = walkDemo()
  beforeAll(async () => {
    const { record } = walk.built.clinic
    const changes = Array.from({ length: 120 }, (_, one) => {
      const request: Request = {
        kind: 'appointment',
        sent: { name: `Demo Declined ${one}`, phone: '555-0130', reason: 'A twitch.' },
      }
      const task = requestTask({
        id: `no-${one}`,
        request,
        reference: `NO-${one}`,
        received: today,
        at: `${today}T08:00:00Z`,
      })
      return { method: 'create' as const, resource: { ...task, status: 'rejected' } }
    })
    expect(await record.act({ actor: { id: 'test' }, action: 'many', changes })).toMatchObject({ ok: true })
    await signInDemo(walk, walk.page, 'demo.coordinator')
  })

  it('are all found, the earlier ones by a press', async () => {
    const { page } = walk
    await press(page, 'Declined requests')
    const list = page.getByRole('dialog')
    await see(list, 'Demo Declined 119')
    const names = async () => (await list.getByRole('link').allInnerTexts()).map((name) => name.trim())
    expect(await names()).toHaveLength(100)
    await list.getByRole('button', { name: 'Earlier ones' }).press('Enter')
    await eventually(names).toHaveLength(120)
    expect((await names()).at(-1)).toBe('Demo Declined 0')
    expect(await list.getByRole('button', { name: 'Earlier ones' }).count()).toBe(0)
    await settled(page)
    // Whoever goes on by keyboard is still in the list, and not behind it.
    const isInside = "document.querySelector('[role=dialog]').contains(document.activeElement)"
    await eventually(() => page.evaluate(isInside)).toBe(true)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(isInside)).toBe(true)
    expect(await barriers(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await picture(page, 'declined phone')
    expect(walk.faults).toEqual([])
  })
})
