import { expect, test } from 'vitest'
import { refuse } from '../../index.ts'
import { ada, ben, clinician, create, freshFolder, freshRecord, nurse, opened, refusesWith } from '../fixture.ts'

/** What is sent again with its key happens once. */
export function retrying(): void {
  const asked = {
    actor: nurse,
    action: 'refer',
    idempotencyKey: 'k1',
    changes: [create({ resourceType: 'Task' }), create(ada)],
  }

  test('a retried act with the same key happens once and is answered as the first time', async () => {
    const folder = freshFolder()
    const record = await opened(folder)
    const first = await record.act(asked)
    await record.close()
    const again = await (await opened(folder)).act(asked)
    if (!first.ok) throw new Error(first.problem.sentence)
    expect(again).toEqual({ ok: true, value: { ...first.value, replayed: true } })
  })

  test('twenty retries at once happen once', async () => {
    const record = await freshRecord()
    const results = await Promise.all(Array.from({ length: 20 }, () => record.act(asked)))
    expect(results.every((one) => one.ok)).toBe(true)
    expect(await record.counts()).toMatchObject({ versions: 2, audit: { seq: 1 } })
  })

  test('the same key for another request is refused, also when only the body given by the caller differs', async () => {
    const record = await freshRecord()
    await record.act(asked)
    expect(await record.act({ ...asked, changes: [create(ben)] })).toMatchObject(refusesWith('key-reused'))
    expect(await record.act({ ...asked, idempotencyBody: 'other' })).toMatchObject(refusesWith('key-reused'))
  })

  test("another actor's key is another key", async () => {
    const record = await freshRecord()
    await record.act(asked)
    const other = await record.act({ ...asked, actor: clinician, changes: [create(ben)] })
    expect(other).toMatchObject({ ok: true, value: { replayed: false } })
  })

  test('a refused request may be sent again with its key', async () => {
    const record = await freshRecord()
    const shut = await record.act({ ...asked, guard: () => refuse('gate-shut', 'No.', 'gate') })
    expect(shut).toMatchObject(refusesWith('gate-shut'))
    expect(await record.act(asked)).toMatchObject({ ok: true, value: { replayed: false } })
  })
}
