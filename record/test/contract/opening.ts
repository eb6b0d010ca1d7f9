import { expect, test } from 'vitest'
import { openRecord } from '../../index.ts'
import {
  ada,
  behindOurBack,
  create,
  databaseOf,
  freshFolder,
  isOnPostgres,
  makePlace,
  nurse,
  opened,
  refusesWith,
  task,
  write,
} from '../fixture.ts'

/** What an opening promises. */
export function opening(): void {
  test('a record of a newer release is refused in plain words and left as it is', async () => {
    const folder = freshFolder('apart')
    await (await opened(folder)).close()
    await behindOurBack(folder, ({ run }) => run("insert into schema_version values (99, '2030-01-01')"))
    for (const onlyReading of [false, true])
      expect(await openRecord(folder, { database: databaseOf(folder), onlyReading })).toMatchObject({
        ok: false,
        problem: { code: 'schema-newer', sentence: expect.stringContaining('schema 99') },
      })
  })

  test("a database with somebody else's tables is refused in plain words", async () => {
    const folder = freshFolder('apart')
    await makePlace(folder)
    await behindOurBack(folder, ({ run }) => run('create table song (a text)'))
    expect(await openRecord(folder, { database: databaseOf(folder) })).toMatchObject({
      ok: false,
      problem: { code: 'storage-not-a-record' },
    })
  })

  test('a look changes nothing: it begins no record, and what it writes is refused', async () => {
    const folder = freshFolder('apart')
    await makePlace(folder)
    const asked = { database: databaseOf(folder), onlyReading: true }
    expect(await openRecord(folder, asked)).toMatchObject(refusesWith('storage-absent'))
    await write(await opened(folder), create(ada))
    const look = await openRecord(folder, asked)
    if (!look.ok) throw new Error(look.problem.sentence)
    expect(await look.value.read('Patient', 'ada')).toMatchObject({ ok: true })
    expect(await look.value.verify()).toMatchObject({ ok: true, value: { versions: 1 } })
    expect(await look.value.act({ actor: nurse, action: 'write', changes: [create(task('t'))] })).toMatchObject({
      ok: false,
      problem: { code: 'storage-read-only' },
    })
    await look.value.close()
  })

  test('a release that indexes more finds it in old resources too, after one opening', async () => {
    const folder = freshFolder()
    const before = await opened(folder, { index: () => [], indexVersion: '1' })
    await write(before, create(task('a', { status: 'new' })))
    await before.close()
    const question = { type: 'Task', where: [{ name: 'status', value: 'new' }], limit: 9 }
    const same = await opened(folder, { indexVersion: '1' })
    expect((await same.search(question)).resources).toHaveLength(0)
    await same.close()
    const after = await opened(folder, { indexVersion: '2' })
    expect((await after.search(question)).resources).toHaveLength(1)
  })

  test('of ten processes that start at once on nothing, each opens the same record', async () => {
    const folder = freshFolder('apart')
    await makePlace(folder)
    const all = await Promise.all(Array.from({ length: 10 }, () => opened(folder)))
    await Promise.all(all.map((record, index) => write(record, create(task(`t${index}`)))))
    for (const record of all) expect(await record.counts()).toMatchObject({ resources: 10, audit: { seq: 10 } })
    expect(await all[0]?.verify()).toMatchObject({ ok: true })
  })

  test('both databases have the same tables, columns and keys', async () => {
    const folder = freshFolder('apart')
    await (await opened(folder)).close()
    const found: string[] = []
    await behindOurBack(folder, async ({ rows }) => {
      const columns = await rows(
        isOnPostgres()
          ? `select table_name || '.' || column_name || ' ' || is_nullable as told from information_schema.columns
             where table_schema = current_schema() and table_name <> 'tenant'`
          : `select m.name || '.' || c.name || ' ' || case when c."notnull" or c.pk then 'NO' else 'YES' end as told
             from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`,
      )
      const keys = await rows(
        isOnPostgres()
          ? `select i.relname || ' on ' || t.relname || ': ' || string_agg(a.attname, ',' order by k.at) as told
             from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
             cross join unnest(x.indkey) with ordinality as k(attnum, at)
             join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
             where t.relnamespace = (select oid from pg_namespace where nspname = current_schema()) and t.relname <> 'tenant' and t.relname <> 'schema_version'
             group by i.relname, t.relname`
          : `select replace(l.name, 'sqlite_autoindex_' || m.name || '_1', m.name || '_pkey') || ' on ' || m.name || ': '
             || (select group_concat(name, ',') from pragma_index_info(l.name)) as told
             from sqlite_master m join pragma_index_list(m.name) l where m.type = 'table'`,
      )
      found.push(...[...columns, ...keys].map(({ told }) => String(told)).sort())
    })
    await expect(`${found.join('\n')}\n`).toMatchFileSnapshot('tables.txt')
  })
}
