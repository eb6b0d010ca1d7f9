import { expect, test } from 'vitest'
import { refuse } from '../../index.ts'
import { ada, create, freshRecord, nurse, refusesWith, write } from '../fixture.ts'

/** What is worked out inside the transaction of an act. */
export function planning(): void {
  test('one of many that make what is not there yet makes it', async () => {
    const record = await freshRecord()
    const once = () =>
      record.act({
        actor: nurse,
        action: 'once',
        changes: async (view) => {
          const { resources } = await view.search({
            type: 'Task',
            where: [{ name: 'status', value: 'only' }],
            limit: 1,
          })
          return {
            ok: true,
            value: { changes: resources.length > 0 ? [] : [create({ resourceType: 'Task', status: 'only' })] },
          }
        },
      })
    const done = await Promise.all(Array.from({ length: 20 }, once))
    expect(done.map((one) => (one.ok ? one.value.resources.length : null)).sort()).toEqual([
      ...Array.from({ length: 19 }, () => 0),
      1,
    ])
  })

  test('a plan tells whom it meant, whether the act is refused by it, refused after it, or done', async () => {
    const record = await freshRecord()
    await write(record, create(ada))
    const told = async () => (await record.auditEntries({ limit: 1 })).map((one) => [one.outcome, one.patientIds])
    const patientIds = ['ben', 'ada']
    const act = { actor: nurse, action: 'planned' }
    await record.act({ ...act, changes: async () => ({ ...refuse('not-so', 'Not so.', 'here'), patientIds }) })
    expect(await told()).toEqual([['refused', ['ada', 'ben']]])
    const again = { changes: [create(ada)] }
    expect(await record.act({ ...act, changes: async () => ({ ok: true, value: again, patientIds }) })).toMatchObject(
      refusesWith('already-exists'),
    )
    expect(await told()).toEqual([['refused', ['ada', 'ben']]])
    await record.act({ ...act, changes: async () => ({ ok: true, value: { changes: [] }, patientIds: ['ben'] }) })
    expect(await told()).toEqual([['done', ['ben']]])
    expect((await record.verify()).ok).toBe(true)
  })

  test('a plan that refuses writes nothing but its refusal; one that decides is logged for whom it is about', async () => {
    const record = await freshRecord()
    const refused = await record.act({
      actor: nurse,
      action: 'planned',
      changes: async () => refuse('not-so', 'Not so.', 'here'),
    })
    expect(refused).toMatchObject(refusesWith('not-so'))
    const [event] = await record.auditEntries({ limit: 1 })
    expect(event).toMatchObject({ action: 'planned', outcome: 'refused', changes: [] })
    const decision = { pathway: 'demo', pathwayVersion: '1', input: 'in', policy: '', advice: '', patientId: 'ada' }
    const done = await record.act({
      actor: nurse,
      action: 'planned',
      changes: async () => ({ ok: true, value: { changes: [create(ada)], decision } }),
    })
    expect(done.ok).toBe(true)
    expect(await record.decisionsOf('ada')).toMatchObject([{ input: 'in', patientId: 'ada' }])
    expect((await record.verify()).ok).toBe(true)
  })
}
