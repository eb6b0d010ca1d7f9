import { describe, expect, test } from 'vitest'
import { refusesWith } from '../fixture.ts'
import { kept, withAccount } from '../with-account.ts'

/** What is typed and not yet recorded. */
export function drafts(): void {
  describe('drafts', () => {
    test('a draft is kept per account and key, each over the one its writer saw', async () => {
      const { record, account } = await withAccount()
      const ada = { accountId: account.id, key: 'evaluate/ada' }
      const first = kept(await record.drafts.put({ ...ada, seen: null }, { side: 'left' }))
      const second = kept(await record.drafts.put({ ...ada, seen: first.version }, { side: 'right' }))
      expect(await record.drafts.get(account.id, 'evaluate/ada')).toEqual(second)
      expect(second.json).toEqual({ side: 'right' })
      expect(await record.drafts.list(account.id)).toHaveLength(1)
      expect(await record.drafts.drop({ ...ada, seen: second.version })).toMatchObject({ ok: true })
      expect(await record.drafts.get(account.id, 'evaluate/ada')).toBeNull()
    })

    test('a draft typed over an older one is refused, and what is there stays', async () => {
      const { record, account } = await withAccount()
      const ada = { accountId: account.id, key: 'evaluate/ada' }
      const refused = refusesWith('version-conflict')
      const first = kept(await record.drafts.put({ ...ada, seen: null }, { note: 'tab one' }))
      expect(await record.drafts.put({ ...ada, seen: null }, { note: 'tab two' })).toMatchObject(refused)
      const newer = kept(await record.drafts.put({ ...ada, seen: first.version }, { note: 'tab one, more' }))
      expect(await record.drafts.put({ ...ada, seen: first.version }, { note: 'tab two' })).toMatchObject(refused)
      expect(await record.drafts.drop({ ...ada, seen: first.version })).toMatchObject(refused)
      expect(await record.drafts.get(account.id, 'evaluate/ada')).toEqual(newer)
    })

    test('of ten tabs that write over the same draft at once, one is kept', async () => {
      const { record, account } = await withAccount()
      const ada = { accountId: account.id, key: 'evaluate/ada', seen: null }
      const writes = await Promise.all(
        Array.from({ length: 10 }, (_, tab) => record.drafts.put(ada, { note: `tab ${tab}` })),
      )
      expect(writes.filter((one) => one.ok)).toHaveLength(1)
      expect(await record.drafts.get(account.id, 'evaluate/ada')).toEqual(
        kept(
          writes.find((one) => one.ok) ?? { ok: false, problem: { code: '', sentence: 'none was kept', where: '' } },
        ),
      )
    })

    test('what nobody went on with since a day is dropped, everybody’s, and nothing else', async () => {
      const { record, account, at } = await withAccount()
      const put = async (key: string) =>
        kept(await record.drafts.put({ accountId: account.id, key, seen: null }, { note: key }))
      const old = await put('old')
      at('2026-11-24T08:00:00.000Z')
      const young = await put('young')
      expect(await record.drafts.forget(old.updated)).toBe(0)
      expect(await record.drafts.forget(young.updated)).toBe(1)
      expect(await record.drafts.list(account.id)).toEqual([young])
    })

    test('a draft begun anew is not mistaken for the one thrown away', async () => {
      const { record, account } = await withAccount()
      const ada = { accountId: account.id, key: 'evaluate/ada' }
      const thrown = kept(await record.drafts.put({ ...ada, seen: null }, { note: 'first' }))
      await record.drafts.drop({ ...ada, seen: thrown.version })
      await record.drafts.put({ ...ada, seen: null }, { note: 'anew' })
      expect(await record.drafts.put({ ...ada, seen: thrown.version }, { note: 'first, more' })).toMatchObject({
        problem: { code: 'version-conflict' },
      })
    })
  })
}
