import { afterEach, expect, it } from 'vitest'
import { allPatientIds } from '../../board/all-patient-ids.ts'
import { cleanUp, openHouse } from '../support.ts'

afterEach(cleanUp)

it('the board finds out who is there while others are served, however many there are', async () => {
  const { clinic } = (await openHouse()).built
  const changes = Array.from({ length: 1200 }, (_, at) => ({
    method: 'create' as const,
    resource: { resourceType: 'Patient', id: `demo-${at}`, name: [{ text: `Demo Person ${at}` }] },
  }))
  expect((await clinic.record.act({ actor: { id: 'test' }, action: 'import', changes })).ok).toBe(true)

  let served = 0
  let isOver = false
  const serve = (): void => {
    served += 1
    if (!isOver) setImmediate(serve)
  }
  setImmediate(serve)
  const before: number[] = []
  const found: string[] = []
  for await (const ids of allPatientIds(clinic)) {
    before.push(served)
    found.push(...ids)
  }
  isOver = true

  expect(new Set(found).size).toBe(1200)
  // Between any two pages somebody else had their turn.
  expect(before.length).toBeGreaterThan(1)
  expect(before).toEqual([...new Set(before)])
})
