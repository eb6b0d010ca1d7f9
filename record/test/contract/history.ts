import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../index.ts'
import { freshFolder, isOnPostgres, nurse, opened, remove, update } from '../fixture.ts'

/** Whatever is done, in any order. */
export function history(): void {
  type Model = Map<string, { version: number; status: string | null; patient: string | null }>

  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    status: fc.option(fc.constantFrom('new', 'done', 'held'), { nil: null }),
    patient: fc.constantFrom(null, 'ada', 'ben'),
    stale: fc.boolean(),
  })
  const acts = fc.array(fc.uniqueArray(step, { selector: (one) => one.id, minLength: 1, maxLength: 3 }), {
    maxLength: 12,
  })
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

  /** The rules told a second time, as plainly as they can be. @returns whether the act goes through. */
  function expectIn(model: Model, steps: readonly Step[]): boolean {
    const fits = steps.every(({ id, status, stale }) => {
      const before = model.get(id)
      return !stale && (status !== null || (before !== undefined && before.status !== null))
    })
    if (!fits) return false
    for (const { id, status, patient } of steps) {
      const before = model.get(id)
      const whose = status === null ? (before?.patient ?? null) : patient
      model.set(id, { version: (before?.version ?? 0) + 1, status, patient: whose })
    }
    return true
  }

  test('history replayed gives what is current, whatever was done; search and patient views agree; nothing is half done', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (asked) => {
        const record = await opened(freshFolder())
        const model: Model = new Map()
        for (const steps of asked) {
          const changes = steps.map(({ id, status, patient, stale }): Change => {
            const expected = stale ? 99 : (model.get(id)?.version ?? 0)
            return status === null
              ? remove('Task', id, expected)
              : update({ resourceType: 'Task', id, status, patient }, expected)
          })
          const goes = expectIn(model, steps)
          expect((await record.act({ actor: nurse, action: 'edit', changes })).ok).toBe(goes)
        }
        for (const [id, { version, status }] of model) {
          const history = await record.history('Task', id)
          expect(history.map((one) => one.version)).toEqual(
            Array.from({ length: version }, (_, index) => version - index),
          )
          expect(history[0]?.resource?.status ?? null).toBe(status)
          const current = await record.read('Task', id)
          expect(current.ok ? current.value : null).toEqual(status === null ? null : history[0])
        }
        const alive = [...model].filter(([, one]) => one.status !== null).sort(([a], [b]) => (a < b ? -1 : 1))
        const look = async () => {
          for (const status of ['new', 'done', 'held']) {
            const found = await record.search({ type: 'Task', where: [{ name: 'status', value: status }], limit: 50 })
            expect(found.resources.map((one) => one.id)).toEqual(
              alive.filter(([, one]) => one.status === status).map(([id]) => id),
            )
          }
          for (const patient of ['ada', 'ben']) {
            const chart = await record.patientResources(patient)
            expect(chart.map((one) => one.id)).toEqual(
              alive.filter(([, one]) => one.patient === patient).map(([id]) => id),
            )
          }
        }
        await look()
        expect(await record.verifySearch()).toMatchObject({ ok: true })
        expect(await record.reindex()).toBe(alive.length)
        await look()
        expect(await record.verify()).toMatchObject({ ok: true, value: { head: { seq: asked.length } } })
        expect(await record.verifySearch()).toMatchObject({ ok: true })
        await record.close()
      }),
      // A schema for each run costs more than what is asked.
      { numRuns: isOnPostgres() ? 10 : 40 },
    )
  })
}
