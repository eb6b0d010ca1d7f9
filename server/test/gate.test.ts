import { afterEach, describe, expect, it } from 'vitest'
import { acknowledged, atChair, cleanRead, evaluated, openGate, session, signed, walk } from './journey.ts'
import { cleanUp, openHouse } from './support.ts'

afterEach(cleanUp)
const today = '2026-11-23'
const order = { kind: 'toxin-order', date: today } as const

describe('the gate', () => {
  it('opens for an order once the diagnosis is signed and a lesion excluded, and for the session after the at-chair list', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    const { advice } = await house.view(id)
    expect(advice.decisions.botulinum).toMatchObject({ answer: 'permitted' })
    expect((await house.act('neurologist', id, order)).status).toBe(200)
    const unanswered = await house.act('neurologist', id, session(today))
    expect(unanswered.status).toBe(422)
    expect(unanswered.problem.code).toBe('gate-shut')
    await walk(house, id, ['nurse', atChair(today)], ['nurse', session(today)])
    expect((await house.view(id)).advice.decisions.stage?.answer).toBe('toxin-series')
  })
})
