import { roles } from '@facialis/wire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayCall } from '../../pages/may-call.ts'
import { cleanUp, type House, openHouse } from '../support.ts'
import { answered, asTabled, type People, peopleOf, rows } from './rows.ts'

let house: House
let people: People

beforeAll(async () => {
  house = await openHouse()
  const { record } = house.built.clinic
  people = await peopleOf(house, (login, role) => house.hire(login, { roles: [role], profession: 'neurologist' }), {
    more: async (_, { accounts: id = '' }) => {
      const passkey = `passkey-of-${id}`
      const fresh = { id: passkey, accountId: id, name: 'Demo', publicKey: 'demo', counter: 0, transports: [] }
      await record.act({
        actor: { id },
        action: 'passkey-added',
        changes: [],
        alongside: ({ passkeys }) => passkeys.add(fresh),
      })
      return { passkeys: passkey }
    },
  })
})
afterAll(cleanUp)

describe('whose a thing is that a path names', () => {
  it.each(rows)('$name', async (row) => {
    const found: Record<string, string> = {}
    for (const role of roles) found[role] = await answered(house, people, row, role)
    expect(found).toEqual(Object.fromEntries(roles.map((role) => [role, asTabled(row, role)])))
  })

  it('leaves what is a colleague’s where it was, whoever asked to take it away', async () => {
    for (const role of roles) {
      const { who, another, fellow } = people[role]
      const draft = await house.ask<{ content: string }>(fellow, 'GET', `/api/drafts/${another.key}`)
      if (mayCall(role, { method: 'GET', may: 'draft:own' })) expect(draft.body.content).toBe(another.key)
      const ways = await house.ask<{ passkeys: { id: string }[] }>(fellow, 'GET', '/api/me/sign-in')
      expect(ways.body.passkeys.map(({ id }) => id)).toEqual([another.passkeys])
      const own = await house.ask<{ passkeys: unknown[] }>(who, 'GET', '/api/me/sign-in')
      expect(own.body.passkeys).toEqual([])
    }
  })
})
