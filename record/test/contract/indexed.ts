import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { restoreRecord } from '../../index.ts'
import {
  behindOurBack,
  create,
  databaseOf,
  freshFolder,
  makePlace,
  opened,
  remove,
  task,
  update,
  write,
} from '../fixture.ts'

const search = (status: string) => ({ type: 'Task', where: [{ name: 'status', value: status }], limit: 9 })

/** What searches go by is as whole as what they find. */
export function indexed(): void {
  describe('what searches go by', () => {
    /** Two tasks of one act, one of another, and something long. */
    async function lived() {
      const folder = freshFolder('apart')
      const record = await opened(folder)
      await write(
        record,
        create(task('a', { status: 'new', due: '2026-12-01', tag: ['x', 'x', 'y'] })),
        create(task('b', { status: 'held' })),
      )
      await write(record, create(task('c', { status: 'done', tag: [`${'long '.repeat(99)}`] })))
      return { folder, record }
    }

    test('is whole, whatever was written, changed, deleted and brought back', async () => {
      const { record } = await lived()
      await write(
        record,
        update(task('a', { status: 'done', tag: ['half a sign \ud83d', `${'n'.repeat(99)}😀${'n'.repeat(400)}`] })),
      )
      await write(record, remove('Task', 'b'))
      await write(record, update(task('b', { status: 'new' })), remove('Task', 'c'))
      const { value } = (await record.verifySearch()) as { value: object }
      expect(value).toEqual({ index: { values: 4 } })
      expect(await record.verify()).toMatchObject({ ok: true })
      await record.reindex()
      expect(await record.verifySearch()).toEqual({ ok: true, value })
    })

    const numberOf = (id: string) => `(select number from resource_current where id = '${id}')`
    const parameterOf = (value: string) => `(select parameter from search_value where value = '${value}')`
    test.each([
      [
        'a row taken out',
        `delete from search_value where value = 'held'`,
        'Task/b',
        'Task/b is found no more by something it says, under "status"',
      ],
      [
        'a row of what is in order taken out',
        `delete from search_value where value = '2026-12-01'`,
        'Task/a',
        'Task/a is found no more by something it says, under "due"',
      ],
      [
        'a row too many',
        `insert into search_value select tenant_id, parameter, 'z', number from search_value where value = 'y'`,
        'Task/a',
        'Task/a is found by something that it does not say, under "tag"',
      ],
      [
        'a value made another',
        `update search_value set value = 'new' where value = 'done'`,
        'Task/c',
        'Task/c is found by something else than it says, under "status"',
      ],
      [
        'a value given to another',
        `update search_value set number = ${numberOf('c')} where value = 'held'`,
        'Task/b',
        'Task/b is found no more by something it says, under "status"',
      ],
      [
        'a row of nobody',
        `insert into search_value select tenant_id, parameter, value, number + 7 from search_value where value = 'y'`,
        /^search_value\/\d+$/,
        'is of nothing that is there now, under "tag"',
      ],
      [
        'a row under a name that nobody asks for',
        `insert into search_value select tenant_id, 12345, 'y', number from search_value where value = 'y'`,
        'Task/a',
        'under a name that nothing is searched by (12345)',
      ],
      [
        'a row under the name of another',
        `update search_value set parameter = ${parameterOf('y')} where value = 'held'`,
        'Task/b',
        'Task/b is found no more by something it says, under "status"',
      ],
      [
        'two under one number',
        `update resource_current set number = ${numberOf('a')} where id = 'b'`,
        'Task/b',
        'Task/b stands in the address book under the number of Task/a',
      ],
    ])('%s is found, with the resource and what it is searched by', async (_, sql, where, words) => {
      const { folder, record } = await lived()
      await behindOurBack(folder, ({ run }) => run(sql))
      const found = await record.verifySearch()
      expect(found).toMatchObject({ ok: false, problem: { code: 'index-broken', where: expect.stringMatching(where) } })
      expect(found.ok ? '' : found.problem.sentence).toContain(words)
      // The resources are whole, and the index can be made from them again.
      await record.reindex()
      if (!words.includes('number of')) expect(await record.verifySearch()).toMatchObject({ ok: true })
    })

    test('a number of another act in the address book is a fault of the record itself', async () => {
      const { folder, record } = await lived()
      await behindOurBack(folder, ({ run }) =>
        run(`update resource_current set number = ${numberOf('c')} where id = 'b'`),
      )
      expect(await record.verify()).toMatchObject({ ok: false, problem: { code: 'record-broken', where: 'Task/b' } })
    })

    test('of a long record is gone through in parts, and it says how far it is; one row of thousands is missed', async () => {
      const folder = freshFolder('apart')
      const record = await opened(folder)
      const tags = Array.from({ length: 10 }, (_, at) => `tag ${at}`)
      await write(record, ...Array.from({ length: 1100 }, (_, at) => create(task(`t${at}`, { tag: tags }))))
      const told: number[] = []
      const whole = await record.verifySearch((done, total) => told.push(done / total))
      expect(whole).toEqual({ ok: true, value: { index: { values: 11_000 } } })
      expect(told.length).toBeGreaterThan(4)
      expect(told.toSorted((a, b) => a - b)).toEqual(told)
      expect(told.at(-1)).toBe(1)
      await behindOurBack(folder, ({ run }) =>
        run(`delete from search_value where value = 'tag 7' and number = ${numberOf('t777')}`),
      )
      expect(await record.verifySearch()).toMatchObject({ ok: false, problem: { where: 'Task/t777' } })
    })

    test('that another release made is held against nothing: whoever opens the record next makes it anew', async () => {
      const folder = freshFolder('apart')
      const record = await opened(folder, { indexVersion: '1' })
      await write(record, create(task('a', { status: 'new' })))
      const later = await opened(folder, { indexVersion: '2', onlyReading: true })
      expect(await later.verifySearch()).toEqual({ ok: true, value: { index: 'of-another-release' } })
      expect(await record.verifySearch()).toEqual({ ok: true, value: { index: { values: 1 } } })
    })

    test('in a backup is not believed: a restored record makes it anew when it is opened', async () => {
      const folder = freshFolder('apart')
      const record = await opened(folder, { indexVersion: '1' })
      await write(record, create(task('a', { status: 'new' })))
      await behindOurBack(folder, ({ run }) => run('delete from search_value'))
      const copy = join(folder, 'copy.sqlite')
      await record.backup(copy)
      const target = freshFolder('apart')
      await makePlace(target)
      expect(await restoreRecord(copy, { folder: target, database: databaseOf(target) })).toMatchObject({ ok: true })
      const restored = await opened(target, { indexVersion: '1' })
      expect((await restored.search(search('new'))).resources.map(({ id }) => id)).toEqual(['a'])
    })
  })
}
