import type { Draft, Role, StaffAccount } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { forgetOldDrafts } from '../../clinic/old-drafts.ts'
import { cleanUp, type House, openHouse, type Person } from '../support.ts'

afterEach(cleanUp)
const address = '/api/drafts/patient.ada.evaluate'

/** One tab of one person: it writes over what it has seen. */
const over = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const keep = (house: House, note: string, version: number, who: Person = 'neurologist') =>
  house.ask<Draft>(who, 'PUT', address, { content: { note } }, over(version))
const kept = async (house: House, who: Person = 'neurologist') => (await house.ask<Draft>(who, 'GET', address)).body

describe('a draft', () => {
  it('is kept while typing and comes back with the version to write over', async () => {
    const house = await openHouse()
    const first = await keep(house, 'The lid', 0)
    const second = await keep(house, 'The lid closes', first.body.version)
    expect(second.status).toBe(200)
    expect(await kept(house)).toEqual(second.body)
    expect(second.body.content).toEqual({ note: 'The lid closes' })
  })

  it('of an older tab is refused, and nothing of the newer one is lost', async () => {
    const house = await openHouse()
    const { body: seenByBoth } = await keep(house, 'seen by both tabs', 0)
    const { body: newer } = await keep(house, 'typed in tab two', seenByBoth.version)
    const older = await keep(house, 'typed in tab one', seenByBoth.version)
    expect(older.status).toBe(412)
    expect(older.problem.code).toBe('version-conflict')
    expect(older.problem.sentence).not.toMatch(/patient|If-Match/)
    expect(await kept(house)).toEqual(newer)
    // "Keep this one": over the newer draft, which this tab now has seen.
    const chosen = await keep(house, 'typed in tab one', newer.version)
    expect(chosen.status).toBe(200)
    expect((await keep(house, 'typed in tab two, more', newer.version)).status).toBe(412)
    expect((await kept(house)).content).toEqual({ note: 'typed in tab one' })
  })

  it('is not thrown away by a tab that has not seen the newest', async () => {
    const house = await openHouse()
    const { body: first } = await keep(house, 'first', 0)
    const { body: newer } = await keep(house, 'newer', first.version)
    expect((await house.ask('neurologist', 'DELETE', address, undefined, over(first.version))).status).toBe(412)
    expect(await kept(house)).toEqual(newer)
    expect((await house.ask('neurologist', 'DELETE', address, undefined, over(newer.version))).status).toBe(204)
    expect((await keep(house, 'typed over what was thrown away', newer.version)).status).toBe(412)
  })

  it('says over which draft it was typed', async () => {
    const house = await openHouse()
    const unsaid = await house.ask('neurologist', 'PUT', address, { content: { note: 'x' } })
    expect(unsaid.status).toBe(428)
    expect((await house.ask('neurologist', 'DELETE', address)).status).toBe(428)
  })

  it('of a person is read again only by whoever may still open charts, and is there when they may again', async () => {
    const house = await openHouse()
    const { body: typed } = await keep(house, 'number on record: 555-0111', 0, 'coordinator')
    const who = (await house.ask<StaffAccount[]>('administrator', 'GET', '/api/accounts')).body.find(
      ({ login }) => login === 'coordinator',
    )
    const become = (roles: readonly Role[]) => house.ask('administrator', 'PUT', `/api/accounts/${who?.id}`, { roles })
    expect((await become(['pathway-author'])).status).toBe(200)
    expect((await house.ask('coordinator', 'GET', address)).status).toBe(204)
    expect((await keep(house, 'typed over it unseen', 0, 'coordinator')).status).toBe(412)
    expect((await become(['coordinator'])).status).toBe(200)
    expect(await kept(house, 'coordinator')).toEqual(typed)
  })

  it.each([
    ['an opening in an emergency', 'opening.7', 'privacy-officer'],
    ['an account', 'account.new', 'administrator'],
  ] as const)('of %s is read again only by whoever may still go on with it', async (_, key, role) => {
    const house = await openHouse()
    const draft = `/api/drafts/${key}`
    const accounts = async () => (await house.ask<StaffAccount[]>('administrator', 'GET', '/api/accounts')).body
    const who = (await accounts()).find(({ login }) => login === 'coordinator')
    const become = (roles: readonly Role[]) => house.ask('administrator', 'PUT', `/api/accounts/${who?.id}`, { roles })
    await become([role])
    await house.ask('coordinator', 'PUT', draft, { content: { note: 'typed' } }, over(0))
    expect((await house.ask('coordinator', 'GET', draft)).status).toBe(200)
    await become(['pathway-author'])
    expect((await house.ask('coordinator', 'GET', draft)).status).toBe(204)
  })

  it('is there for ninety days after its last word, and then nowhere, whoever comes back or does not', async () => {
    const house = await openHouse()
    const day = 24 * 60 * 60_000
    await keep(house, 'of the neurologist', 0)
    await keep(house, 'of the nurse, who never comes back', 0, 'nurse')
    house.clock.later(89 * day)
    const { body: typed } = await keep(house, 'The lid', (await kept(house)).version)
    house.clock.later(90 * day)
    expect(await kept(house)).toEqual(typed)
    const { record } = house.built.clinic
    const accounts = await record.accounts.list()
    const left = async () =>
      (await Promise.all(accounts.map(({ id }) => record.drafts.list(id)))).flat().map(({ json }) => json)
    expect(await forgetOldDrafts(house.built.clinic)).toBe(1)
    expect(await left()).toEqual([{ note: 'The lid' }])
    house.clock.later(1)
    expect((await house.ask('neurologist', 'GET', address)).status).toBe(204)
    expect(await left()).toEqual([])
    expect((await keep(house, 'begun anew', 0)).status).toBe(200)
  })

  it('is nobody else’s', async () => {
    const house = await openHouse()
    await keep(house, 'of the neurologist', 0)
    expect((await house.ask('nurse', 'GET', address)).status).toBe(204)
    expect((await keep(house, 'of the nurse', 0, 'nurse')).status).toBe(200)
    expect((await kept(house)).content).toEqual({ note: 'of the neurologist' })
  })
})
