import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hooks, indicators, type Json, openHooks, ordersOf, toldOf, toxin } from './hooks.ts'

let hooks: Hooks
beforeAll(async () => {
  hooks = await openHooks()
})
afterAll(() => hooks.close())

/** Somebody whose gate stands open, with what their Patient says of its record. */
const told = (id: string, more: Json) => {
  const { day, prefetch } = toldOf(id)
  return { day, prefetch: { ...prefetch, patient: { ...(prefetch.patient as Json), ...more } } }
}
const linked = (type: string) => ({ link: [{ type, other: { reference: 'Patient/other' } }] })
const cleared = 'typical-left-after-the-scan'

describe('a record that was replaced', () => {
  it('is told by which, and not where the person stands', async () => {
    const cards = await hooks.cards('patient-view', told(cleared, { active: false, ...linked('replaced-by') }))
    expect(cards.map(({ summary }) => summary)).toEqual([
      'Not sent completely: the record that is in use instead of this one, Patient/other. What they contain is not known here.',
    ])
  })

  it('has no order of toxin pass in silence', async () => {
    const call = told(cleared, linked('replaced-by'))
    const [card] = await hooks.cards('order-sign', { ...call, context: ordersOf(toxin()) })
    expect([card?.indicator, card?.summary]).toEqual([
      'critical',
      expect.stringContaining('Cannot tell whether the gate is open'),
    ])
  })
})

describe('a record into which another was merged', () => {
  it('is not taken for the whole: the other was not sent', async () => {
    const call = told(cleared, linked('replaces'))
    const [card] = await hooks.cards('order-sign', { ...call, context: ordersOf(toxin()) })
    expect([card?.indicator, card?.detail]).toEqual([
      'critical',
      expect.stringContaining('a record that was merged into this one, Patient/other: not sent completely'),
    ])
    const opened = await hooks.cards('patient-view', call)
    expect(opened.at(-1)?.summary).toContain('a record that was merged into this one, Patient/other')
  })
})

describe('a record that is not in use', () => {
  it('keeps its cards, each of which says so', async () => {
    const [before, after] = [
      await hooks.cards('patient-view', toldOf(cleared)),
      await hooks.cards('patient-view', told(cleared, { active: false })),
    ]
    expect(indicators(after)).toEqual(indicators(before))
    for (const { detail } of after) expect(detail).toContain('taken it out of use')
  })
})
