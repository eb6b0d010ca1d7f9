import { describe, expect, it } from 'vitest'
import { password } from '../support.ts'
import { adaFile, adaId, atNight, ben, benId, type Doctor, house, minute, opened, trail } from './at-night.ts'

atNight()

describe('what ends it', () => {
  const shut = async ({ chart }: Pick<Doctor, 'chart'>, code = 'none-open') =>
    expect((await chart()).problem.code).toBe(code)

  it('four hours, to the second', async () => {
    const who = await opened()
    // Somebody is at the screen all the time.
    for (let passed = 0; passed < 4 * 60 - 10; passed += 10) {
      house.clock.later(10 * minute)
      expect((await who.chart()).status).toBe(200)
    }
    house.clock.later(10 * minute - 1)
    expect((await who.chart()).status).toBe(200)
    house.clock.later(1)
    await shut(who)
    expect((await who.ask('GET', `/api/emergency/attachments/${adaFile}`)).problem.code).toBe('none-open')
  })
  it('the clock, when it goes back: four hours are never more, also once it is as late again', async () => {
    const who = await opened()
    const stay = async (minutes: number) => {
      for (let passed = 0; passed < minutes; passed += 10) {
        house.clock.later(10 * minute)
        await who.chart()
      }
    }
    await stay(230)
    expect((await who.chart()).status).toBe(200)
    house.clock.later(-230 * minute)
    await shut(who)
    for (let again = 0; again < 23; again++) {
      await stay(10)
      await shut(who)
    }
    expect((await trail(adaId)).find(({ action }) => action === 'clock-set-back')).toBeDefined()
  })
  it('the clock, also when somebody else is the first to notice', async () => {
    const who = await opened()
    house.clock.later(10 * minute)
    await who.chart()
    house.clock.later(-10 * minute)
    await trail(benId)
    house.clock.later(10 * minute)
    await shut(who)
    expect((await who.open()).status).toBe(201)
    expect((await who.chart()).status).toBe(200)
  })
  it('not a clock that is put right by some seconds', async () => {
    const who = await opened()
    house.clock.later(-30_000)
    expect((await who.chart()).status).toBe(200)
  })
  it('the button', async () => {
    const who = await opened()
    expect((await who.ask('POST', '/api/emergency/end')).status).toBe(204)
    await shut(who)
  })
  it('signing out, also for whoever signs in again', async () => {
    const who = await opened()
    await who.ask('POST', '/api/sign-out')
    await shut(who, 'signed-out')
    await shut(await who.again())
  })
  it('a quarter of an hour without anybody at the screen', async () => {
    const who = await opened()
    house.clock.later(15 * minute)
    await shut(who, 'signed-out')
    await shut(await who.again())
  })
  it('signing in on another device does not carry it over', async () => {
    const who = await opened()
    const elsewhere = await who.again()
    await shut(elsewhere)
    expect((await who.chart()).status).toBe(200)
  })
  it('opening one on another device', async () => {
    const who = await opened()
    const elsewhere = await who.again()
    expect((await elsewhere.open(ben)).status).toBe(201)
    await shut(who)
    expect((await elsewhere.chart()).body.patient.id).toBe(benId)
    const [, line] = (await trail(adaId)).filter(({ who: { id } }) => id === who.id)
    expect([line?.action, line?.at]).toEqual(['emergency-opened', house.clock.now])
  })
  it.each([
    ['another role', { roles: ['pathway-author'] }, 'none-open'],
    ['no profession any more', { profession: null }, 'not-found'],
    ['a role to which records are open', { roles: ['clinician'] }, 'not-found'],
    ['an account that is shut', { disabled: true }, 'signed-out'],
    ['a password somebody else set', { password: 'a door of green glass' }, 'signed-out'],
    ['sign-ins that were forgotten', { forgetSignIns: true }, 'signed-out'],
  ])('%s', async (_, change, code) => {
    const who = await opened()
    const changed = await house.ask('administrator', 'PUT', `/api/accounts/${who.id}`, change)
    expect(changed.status).toBe(200)
    await shut(who, code)
    expect((await trail(adaId)).filter(({ action }) => action === 'account-changed')[0]).toMatchObject({
      at: house.clock.now,
      outcome: 'done',
    })
  })
  it('signing in in its place, or signing out after it was left, and the trail names whose record it was', async () => {
    const left = await opened()
    house.clock.later(20 * minute)
    await left.ask('POST', '/api/sign-out')
    const other = await opened()
    await other.ask('POST', '/api/sign-in', { login: other.hired.login, password })
    const named = (await trail(adaId)).filter(({ action }) => ['emergency-ended', 'sign-in'].includes(action))
    expect(named.slice(0, 2).map(({ action, who }) => [action, who.id])).toEqual([
      ['sign-in', other.id],
      ['emergency-ended', left.id],
    ])
  })
  it('roles that were taken and given back', async () => {
    const who = await opened()
    for (const change of [{ roles: ['pathway-author'] }, { roles: ['researcher'] }])
      await house.ask('administrator', 'PUT', `/api/accounts/${who.id}`, change)
    await shut(who)
  })
})
