import { afterEach, expect, it } from 'vitest'
import { openBoard } from '../board/board.ts'
import { openCharts } from '../board/charts.ts'
import { cleanUp, openHouse } from './support.ts'

afterEach(cleanUp)

it('shows everybody else, and by name whom a bug keeps from being worked out, until their record changes', async () => {
  const house = await openHouse()
  const ada = await house.patient()
  const theo = await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
  const { clinic } = house.built
  const theirs = (await house.view(theo)).chart
  let isBroken = true
  const ground: typeof clinic = {
    ...clinic,
    advise: (chart, ...asked) => {
      if (isBroken && JSON.stringify(chart) === JSON.stringify(theirs)) throw new RangeError('Demo Theo Sample')
      return clinic.advise(chart, ...asked)
    },
  }
  const board = openBoard(ground, openCharts(ground))
  const faults: unknown[] = []
  board.tellFaults((fault) => faults.push(fault))
  const rows = async () => new Map((await board.rows()).map((row) => [row.id, row]))
  expect((await rows()).get(ada)?.stage).toBe('evaluating')
  expect((await rows()).get(theo)).toMatchObject({
    name: 'Demo Theo Sample',
    stage: 'not-worked-out',
    gate: 'blocked',
    critical: ['This record could not be worked out. Tell whoever looks after this server.'],
  })
  expect(faults).toEqual([expect.any(RangeError)])
  isBroken = false
  board.changed(theo, 99)
  expect((await rows()).get(theo)).toMatchObject({ stage: 'evaluating', critical: [] })
})
