import { StorageFailure } from '@facialis/record'
import type { Board, BoardRow } from '@facialis/wire'
import { noFilters } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { openBoard } from '../../board/board.ts'
import { openCharts } from '../../board/charts.ts'
import { openClinic } from '../../clinic/open.ts'
import { evaluated } from '../journey.ts'
import { cleanUp, type House, openHouse, standingClock } from '../support.ts'

afterEach(cleanUp)

const everybody = { asked: { ...noFilters, most: 100 }, roles: [] }
const rowsOf = async (house: House): Promise<readonly BoardRow[]> =>
  (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.rows

it('shows everybody else, and by name whom a bug keeps from being worked out, until their record changes', async () => {
  const house = await openHouse()
  const ada = await house.patient()
  const theo = await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
  const { clinic } = house.built
  const theirs = (await house.view(theo)).chart
  let isBroken = true
  const board = openBoard({
    ...clinic,
    advise: (chart, ...asked) => {
      if (isBroken && JSON.stringify(chart) === JSON.stringify(theirs)) throw new RangeError('Demo Theo Sample')
      return clinic.advise(chart, ...asked)
    },
  })
  const faults: unknown[] = []
  board.tellFaults((fault) => faults.push(fault))
  const rows = async () => new Map((await board.look(everybody)).rows.map((row) => [row.id, row]))
  expect((await rows()).get(ada)?.stage).toBe('evaluating')
  expect((await rows()).get(theo)).toMatchObject({
    name: 'Demo Theo Sample',
    stage: 'not-worked-out',
    gate: 'blocked',
    critical: ['This record could not be evaluated. Tell whoever looks after this server.'],
  })
  expect(faults).toEqual([expect.any(RangeError)])
  isBroken = false
  await house.act('nurse', theo, { kind: 'visit', date: '2026-11-23', note: 'Rang back.' })
  expect((await rows()).get(theo)).toMatchObject({ stage: 'evaluating', critical: [] })
})

it('shows everybody else while a record cannot even be read', async () => {
  const house = await openHouse()
  const ada = await house.patient()
  const theo = await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
  const { clinic } = house.built
  const patientResources: typeof clinic.record.patientResources = async (id) => {
    if (id === theo) throw new RangeError('Demo Theo Sample')
    return clinic.record.patientResources(id)
  }
  const board = openBoard({ ...clinic, record: { ...clinic.record, patientResources } })
  const stages = new Map((await board.look(everybody)).rows.map((row) => [row.id, row.stage]))
  expect([stages.get(ada), stages.get(theo)]).toEqual(['evaluating', 'not-worked-out'])
})

it('shows nobody’s old row as if it held, to many who look at once', async () => {
  const clock = standingClock()
  const house = await openHouse(clock)
  const id = await house.patient()
  const { clinic } = house.built
  const board = openBoard(clinic)
  clock.day('2026-11-24')
  await board.look(everybody)
  const seen = evaluated('2026-11-24')
  await house.act('neurologist', id, { ...seen, facts: { ...seen.facts, 'hfs.side': 'right' } })
  const looks = await Promise.all([1, 2, 3].map(() => board.look(everybody)))
  expect(looks.map(({ rows: [row] }) => row?.side)).toEqual(['right', 'right', 'right'])
})

it('works somebody out once more when the day is another before they are done', async () => {
  const clock = standingClock()
  const house = await openHouse(clock)
  await house.patient()
  const { clinic } = house.built
  let reads = 0
  let go = (): void => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  const patientResources: typeof clinic.record.patientResources = async (id) => {
    reads += 1
    const read = await clinic.record.patientResources(id)
    await held
    return read
  }
  const board = openBoard({ ...clinic, record: { ...clinic.record, patientResources } })
  const first = board.look(everybody)
  while (reads === 0) await new Promise((resolve) => setImmediate(resolve))
  clock.day('2026-11-20')
  const second = board.look(everybody)
  await new Promise((resolve) => setImmediate(resolve))
  go()
  await Promise.all([first, second])
  expect(reads).toBe(2)
})

it('works somebody out after the disk has failed once', async () => {
  const house = await openHouse()
  await house.patient()
  const { clinic } = house.built
  let fails = true
  const patientResources: typeof clinic.record.patientResources = async (id) => {
    if (fails) throw new StorageFailure({ code: 'storage-failed', sentence: 'The disk failed.', where: '' }, null)
    return clinic.record.patientResources(id)
  }
  const context = { ...clinic, record: { ...clinic.record, patientResources } }
  const [board, charts] = [openBoard(context), openCharts(context)]
  await expect(board.look(everybody)).rejects.toThrow(StorageFailure)
  await expect(charts.everybody()).rejects.toThrow(StorageFailure)
  fails = false
  expect((await board.look(everybody)).rows).toHaveLength(1)
  expect((await charts.everybody()).people).toHaveLength(1)
})

it('counts nobody twice whose row is shown while it is worked out anew', async () => {
  const clock = standingClock()
  const house = await openHouse(clock)
  const { clinic } = house.built
  const changes = Array.from({ length: 205 }, (_, at) => ({
    method: 'create' as const,
    resource: { resourceType: 'Patient', id: `demo-${at}`, name: [{ text: `Demo Person ${at}` }] },
  }))
  expect((await clinic.record.act({ actor: { id: 'test' }, action: 'import', changes })).ok).toBe(true)
  const board = openBoard(clinic)
  const filled = async (): Promise<void> => {
    while ((await board.look(everybody)).working !== null) await new Promise((resolve) => setImmediate(resolve))
  }
  await filled()
  // The clock went back, so everybody waits once more.
  clock.day('2026-11-20')
  const { working, everybody: shown } = await board.look(everybody)
  expect([shown, working?.of]).toEqual([205, 205])
  expect(working?.done).toBeLessThan(205)
  await filled()
})

describe('a row is worked out anew', () => {
  it('after another server wrote something of its person, or somebody new', async () => {
    const house = await openHouse()
    await house.patient()
    const other = await openClinic({
      folder: house.folder,
      pathway: house.built.clinic.pathway,
      now: () => house.clock.now,
      zone: 'UTC',
    })
    if (!other.ok) throw new Error(other.problem.sentence)
    try {
      const theirs = async () => (await other.value.board.look(everybody)).rows.map(({ name }) => name)
      expect(await theirs()).toHaveLength(1)
      await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
      expect(await theirs()).toContain('Demo Theo Sample')
    } finally {
      await other.value.record.close()
    }
  })

  it('on the day on which its advice changes by itself, also when the clock went back', async () => {
    const clock = standingClock()
    const house = await openHouse(clock)
    const id = await house.patient()
    const early = (await rowsOf(house)).find((row) => row.id === id)
    clock.day('2027-06-01')
    const late = (await rowsOf(house)).find((row) => row.id === id)
    expect([early?.next?.state, late?.next?.state]).not.toContain(undefined)
    expect(late?.next?.state).not.toBe(early?.next?.state)
    clock.day('2026-11-23')
    expect((await rowsOf(house)).find((row) => row.id === id)).toEqual(early)
  })
})

describe('a look', () => {
  it('finds somebody by a name that stands in no address', async () => {
    const house = await openHouse()
    await house.patient()
    const theo = await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
    const asked = { ...noFilters, search: 'theo', most: 10 }
    const { body } = await house.ask<Board>('coordinator', 'POST', '/api/board', asked)
    expect(body.rows.map(({ id }) => id)).toEqual([theo])
    expect(body).toMatchObject({ matching: 1, everybody: 2, working: null })
  })

  it('is told what is wrong with what it asks', async () => {
    const house = await openHouse()
    const refused = await house.ask('coordinator', 'POST', '/api/board', { ...noFilters, show: 'everything', most: 10 })
    expect([refused.status, refused.problem.where]).toEqual([422, 'show'])
  })
})
