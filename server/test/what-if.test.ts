import { hemifacialSpasm } from '@facialis/knowledge'
import type { Board, WhatIf } from '@facialis/wire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCharts } from '../board/charts.ts'
import { seedDemo } from '../demo/seed.ts'
import { openWhatIf } from '../what-if/ask-what-if.ts'
import { cleanUp, type House, openHouse, type Person, standingClock } from './support.ts'

type Told = Extract<WhatIf, { state: 'answered' }>
const url = '/api/policy/what-if'

let house: House
beforeAll(async () => {
  house = await openHouse()
  // Everybody is recorded act by act, which takes its time on a busy machine.
  await seedDemo(house.built.clinic)
}, 60_000)
afterAll(cleanUp)

/** Asks until the records are read. */
async function whatIf(values: Record<string, number>, who: Person = 'neurologist'): Promise<Told> {
  for (;;) {
    const { body } = await house.ask<WhatIf>(who, 'POST', url, { values })
    if (body.state === 'answered') return body
  }
}
const names = ({ who }: Told) => who?.map(({ name }) => name)

describe('what if the site set other numbers', () => {
  it('names the people who would be decided otherwise, with the rule now and the rule then', async () => {
    const told = await whatIf({ minimumReinjectionInterval: 182 })
    expect(told.moves).toEqual([{ decision: 'botulinum', from: 'permitted', to: 'blocked', people: 1 }])
    expect(told.moving).toBe(1)
    const [ivo] = told.who!
    expect(ivo).toMatchObject({ name: 'Demo Ivo Sample', moves: [{ toRule: { rule: 'BT-05' } }] })
    const { rows } = (await house.ask<Board>('neurologist', 'GET', '/api/board')).body
    expect(rows.find(({ id }) => id === ivo!.id)?.name).toBe('Demo Ivo Sample')
  })

  it('tells of steps that fall due otherwise, although nobody is decided otherwise', async () => {
    const told = await whatIf({ diagnosisOverdue: 28 })
    expect([told.moving, told.moves]).toEqual([0, []])
    expect(told.steps).toEqual([{ step: 'baseline-score', from: 'grace', to: 'overdue', people: 2 }])
    expect(names(told)).toEqual(['Demo Emil Sample', 'Demo Fay Sample'])
  })

  it('moves nobody with the numbers in force, and leaves out who is closed', async () => {
    const { values } = (await house.ask<{ values: Record<string, number> }>('neurologist', 'GET', '/api/policy')).body
    const told = await whatIf(values)
    expect(told).toMatchObject({ changing: 0, moving: 0, moves: [], steps: [], alerts: [], who: [] })
    const { rows } = (await house.ask<Board>('neurologist', 'GET', '/api/board')).body
    expect(told.people).toBe(rows.filter(({ stage }) => stage !== 'closed').length)
    expect(told.people).toBe(rows.length - 1)
  })

  it('says what is true once it is saved: advice and board follow the number, and nobody moves any more', async () => {
    const set = { minimumReinjectionInterval: 182 }
    const [ivo] = (await whatIf(set)).who!
    const values = { values: set }
    expect((await house.ask('author', 'PUT', '/api/policy', values)).status).toBe(200)
    expect((await house.view(ivo!.id)).advice.decisions.botulinum?.answer).toBe('blocked')
    expect((await whatIf(set)).changing).toBe(0)
    const back = await whatIf({ minimumReinjectionInterval: 84 })
    expect(back.moves).toEqual([{ decision: 'botulinum', from: 'blocked', to: 'permitted', people: 1 }])
    await house.ask('author', 'PUT', '/api/policy', { values: { minimumReinjectionInterval: 84 } })
  })

  it('takes no number out of its bounds, none that is not whole, and none it does not know', async () => {
    const refused = async (values: Record<string, number>) =>
      (await house.ask('neurologist', 'POST', url, { values })).problem
    expect(await refused({ minimumReinjectionInterval: 83 })).toMatchObject({
      code: 'out-of-bounds',
      where: 'values["minimumReinjectionInterval"]',
    })
    expect(await refused({ minimumReinjectionInterval: 84.5 })).toMatchObject({ code: 'not-whole' })
    expect(await refused({ patience: 1 })).toMatchObject({ code: 'unknown-number' })
  })

  it('tells an author how many, not who; and those who may not read numbers nothing', async () => {
    const set = { minimumReinjectionInterval: 182 }
    const told = await whatIf(set, 'author')
    expect(told).toMatchObject({ moving: 1, who: null })
    expect(JSON.stringify(told)).not.toMatch(/Demo/)
    for (const who of ['researcher', 'privacy', 'administrator', 'referrer', 'patient'] as const)
      expect((await house.ask(who, 'POST', url, { values: set })).status).toBe(404)
  })

  it('is told in the audit trail, with the numbers that were tried', async () => {
    await whatIf({ goodRelief: 80 })
    const [told] = await house.built.clinic.record.auditEntries({ limit: 1 })
    expect(told).toMatchObject({ action: 'policy-tried', outcome: 'read' })
    expect(JSON.stringify(told)).toContain('goodRelief')
  })

  it('knows what was recorded a moment ago, and who came a moment ago', async () => {
    const set = { minimumReinjectionInterval: 182 }
    const before = await whatIf(set)
    const [ivo] = before.who!
    await house.act('neurologist', ivo!.id, {
      kind: 'closure',
      date: '2026-11-23',
      facts: { 'episode.closed': 'discharged' },
    })
    await house.patient()
    const after = await whatIf(set)
    expect(after.moves).toEqual([])
    // One was closed, one came.
    expect(after.people).toBe(before.people)
  })

  it('says how many follow an earlier version of the pathway, as all are asked by the newest', async () => {
    const pathway = { ...hemifacialSpasm, version: '9.0.0' }
    const later = await openHouse(standingClock(), { pathway, earlier: { begins: [], of: () => hemifacialSpasm } })
    const id = await later.patient()
    await later.patient()
    const ask = async () =>
      (await later.ask<WhatIf>('neurologist', 'POST', url, { values: { goodRelief: 80 } })).body as Told
    expect(await ask()).toMatchObject({ people: 2, followingEarlier: 0 })
    await later.ask('neurologist', 'PUT', `/api/patients/${id}/follows`, { version: hemifacialSpasm.version })
    expect(await ask()).toMatchObject({ people: 2, followingEarlier: 1 })
  })
})

describe('a record that a bug keeps from being read', () => {
  it('is named and left out, and everybody else is asked about, until it can be read', async () => {
    const { clinic } = house.built
    const theo = await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
    let isBroken = true
    const record: typeof clinic.record = {
      ...clinic.record,
      patientResources: (id) => {
        if (isBroken && id === theo) throw new RangeError('Demo Theo Sample')
        return clinic.record.patientResources(id)
      },
    }
    const context = { ...clinic, record }
    const ask = openWhatIf(context, openCharts(context))
    const told = async (names: boolean): Promise<Told> => {
      for (;;) {
        const answer = await ask({}, { names })
        if (answer.state === 'answered') return answer
      }
    }
    const many = (await told(true)).people
    expect(many).toBeGreaterThan(5)
    expect((await told(true)).unread).toEqual({
      people: 1,
      who: [{ id: theo, name: 'Demo Theo Sample', birthDate: null }],
    })
    expect((await told(false)).unread).toEqual({ people: 1, who: null })
    isBroken = false
    expect(await told(true)).toMatchObject({ people: many + 1, unread: { people: 0 } })
  })
})
