import { afterEach, describe, expect, it } from 'vitest'
import { cleanUp, openHouse } from '../support.ts'

afterEach(cleanUp)

describe('a form that is refused', () => {
  const appointment = { name: 'Demo Uma', phone: '555-0199', reason: 'A twitch.' }
  const sent = async (body: object) => {
    const { status, problem } = await (await openHouse()).ask(null, 'POST', '/api/front-door/appointments', body)
    return [status, problem.where, problem.sentence]
  }

  it('says in words how much too long something is', async () => {
    const house = await openHouse()
    const act = { kind: 'visit', date: '2026-11-23', facts: {}, note: 'x'.repeat(10_023) } as const
    const { status, problem } = await house.act('neurologist', await house.patient(), act)
    expect([status, problem.where, problem.sentence]).toEqual([
      422,
      'note',
      'The note is 10,023 characters; 8,000 fit. Shorten it.',
    ])
  })

  it('the same for the words of a single field', async () => {
    const house = await openHouse()
    const { problem } = await house.act('neurologist', await house.patient(), {
      kind: 'imaging-order',
      date: '2026-11-23',
      entries: [{ kind: 'imaging-order', date: '2026-11-23', fields: { 'order.reason': 'x'.repeat(4001) } }],
    })
    expect([problem.where, problem.sentence]).toEqual([
      'entries[0].fields["order.reason"]',
      'Reason for the request is 4,001 characters; 4,000 fit. Shorten it.',
    ])
  })

  it('names what is missing as the form calls it', async () => {
    expect(await sent({ ...appointment, name: undefined })).toEqual([422, 'name', 'Full name is needed.'])
    expect(await sent({ ...appointment, name: '  ' })).toEqual([422, 'name', 'Full name is needed.'])
    expect(await sent({ ...appointment, name: '\u200B\u2060' })).toEqual([422, 'name', 'Full name is needed.'])
  })

  it('asks for a number to call and an address to write to', async () => {
    expect(await sent({ ...appointment, phone: 'abc' })).toEqual([
      422,
      'phone',
      'This is not a telephone number: it has fewer than five digits.',
    ])
    expect(await sent({ ...appointment, email: 'not-an-email' })).toEqual([
      422,
      'email',
      'This is not an e-mail address. Write it like name@example.org.',
    ])
    expect((await sent({ ...appointment, phone: '۰۹۱۲۳۴۵۶۷۸۹' }))[0]).toBe(201)
    expect((await sent({ ...appointment, phone: '+44 (0)20 7946 0018', email: 'uma@example.org' }))[0]).toBe(201)
  })
})
