import { expect, test } from 'vitest'
import { type DurableRecord, ok, type SearchQuery } from '../../index.ts'
import {
  type Behind,
  behindOurBack,
  create,
  databaseOf,
  freshFolder,
  freshRecord,
  isOnPostgres,
  nurse,
  opened,
  refusesWith,
  remove,
  task,
  update,
  write,
} from '../fixture.ts'

/** From end to end, or everything of a type, of which this or that may be true. */
const readsAll = /\bscan (c|v|k|s)$|seq scan|\(tenant_id=\?\)$|filter: .*(subplan.* or | or .*subplan)/im

/** How the database would go about a question of which nobody knows the values. */
async function planOf(sql: string, { run, rows }: Behind): Promise<string> {
  if (!isOnPostgres()) return told(await rows(`explain query plan ${sql}`))
  // Whoever has few rows reads them all; here it is asked whether there is another way.
  await run('set enable_seqscan = off; set plan_cache_mode = force_generic_plan')
  await run(`prepare asked as ${sql}`)
  const values = new Set(sql.match(/\$\d+/g))
  return told(await rows(`explain execute asked(${[...values].map(() => 'null').join(', ')})`))
}

const told = (plan: readonly Record<string, unknown>[]): string =>
  plan.map((line) => String(line.detail ?? line['QUERY PLAN'])).join('\n')

/** What a search promises. */
export function searching(): void {
  async function filled(): Promise<DurableRecord> {
    const record = await freshRecord()
    await write(record, create(task('a', { status: 'new', tag: ['x', 'y'], due: '2026-11-01' })))
    await write(record, create(task('b', { status: 'done', tag: ['y'], due: '2026-12-01', patient: 'ben' })))
    await write(record, create(task('c', { status: 'new', tag: ['y', 'y'], due: '2027-01-01' })))
    await write(record, create({ resourceType: 'Note', id: 'a', patient: 'ada', status: 'new' }))
    return record
  }

  test.each<[string, Omit<SearchQuery, 'type' | 'limit'>, string[]]>([
    ['everything of a type', {}, ['a', 'b', 'c']],
    ['a value', { where: [{ name: 'status', value: 'new' }] }, ['a', 'c']],
    [
      'all of several conditions',
      {
        where: [
          { name: 'status', value: 'new' },
          { name: 'tag', value: 'x' },
        ],
      },
      ['a'],
    ],
    ['any of several values', { where: [{ name: 'tag', anyOf: ['x', 'y'] }] }, ['a', 'b', 'c']],
    ['one of none', { where: [{ name: 'tag', anyOf: [] }] }, []],
    [
      'an id, or a value of one name or another',
      {
        where: [
          {
            any: [
              { ids: ['b'] },
              { name: 'tag', value: 'x' },
              {
                any: [
                  { name: 'due', value: '2026-11-01' },
                  { name: 'status', anyOf: [] },
                ],
              },
            ],
          },
        ],
      },
      ['a', 'b'],
    ],
    [
      'a value of one name or another, of one patient',
      {
        patientId: 'ben',
        where: [
          {
            any: [
              { name: 'status', value: 'new' },
              { name: 'tag', value: 'y' },
            ],
          },
        ],
      },
      ['b'],
    ],
    ['this or that of nothing', { where: [{ any: [{ ids: [] }, { name: 'tag', anyOf: [] }] }] }, []],
    ['a range without its end', { where: [{ name: 'due', from: '2026-11-01', to: '2027-01-01' }] }, ['a', 'b']],
    ['one patient', { patientId: 'ada' }, ['a', 'c']],
    ['one patient and a value', { patientId: 'ben', where: [{ name: 'tag', value: 'y' }] }, ['b']],
    ['one patient and a range', { patientId: 'ada', where: [{ name: 'due', to: '2027-01-01' }] }, ['a']],
    ['one patient and a range of what has no order', { patientId: 'ada', where: [{ name: 'tag', to: 'y' }] }, ['a']],
    ['a value nobody has', { where: [{ name: 'status', value: "' or 1=1 --" }] }, []],
    ['a name nobody has', { where: [{ name: 'colour', value: 'new' }] }, []],
    ['newest first', { order: 'newest' }, ['c', 'b', 'a']],
    ['an order by values', { order: [{ by: { name: 'due' }, descending: true }] }, ['c', 'b', 'a']],
    ['an order by values that have none', { order: [{ by: { name: 'status' } }] }, ['b', 'a', 'c']],
    [
      'an order by what not everybody has',
      { order: [{ by: { name: 'colour' } }, { by: { name: 'status' }, descending: true }] },
      ['a', 'c', 'b'],
    ],
  ])('search finds %s', async (_, asked, ids) => {
    const found = await (await filled()).search({ type: 'Task', limit: 10, ...asked })
    expect(found).toMatchObject({ next: null })
    expect(found.resources.map((one) => one.id)).toEqual(ids)
  })

  test.each<[string, Omit<SearchQuery, 'type' | 'limit'>, string]>([
    ['a value', { where: [{ name: 'status', value: 'new' }] }, 'AND number=?'],
    ['any of several values', { where: [{ name: 'tag', anyOf: ['x', 'y'] }] }, 'AND number=?'],
    ['a range', { where: [{ name: 'due', from: '2026-11-01', to: '2027-01-01' }] }, 'AND number=?'],
    [
      'a value of one name or another',
      {
        where: [
          {
            any: [
              { name: 'status', value: 'new' },
              { name: 'tag', value: 'x' },
            ],
          },
        ],
      },
      'AND number=?',
    ],
    ['an id or a value', { where: [{ any: [{ ids: ['a'] }, { name: 'tag', value: 'x' }] }] }, 'AND number=?'],
    ['what has no value', { where: [{ not: { name: 'tag', value: 'x' } }] }, 'AND value=?'],
    ["one person's in a range", { patientId: 'ada', where: [{ name: 'due', from: '2026-11-01' }] }, 'in_order'],
    ["one person's with a value", { patientId: 'ada', where: [{ name: 'tag', value: 'x' }] }, 'value=? AND number=?'],
    [
      "one person's in a range of what has no order",
      { patientId: 'ada', where: [{ name: 'tag', from: 'x' }] },
      'AND value>?',
    ],
    ['the newest', { order: 'newest' }, 'resource_current_by_number'],
    ['an order by values', { order: [{ by: { name: 'due' }, descending: true }] }, 'in_order'],
    [
      'an order by values that have none',
      { order: [{ by: { name: 'status' } }] },
      'k0 USING AUTOMATIC COVERING INDEX (number=?)',
    ],
  ])('a search for %s reads no table from end to end', async (_, asked, by) => {
    const folder = freshFolder('apart')
    const said: string[] = []
    const record = await opened(folder, { onStatement: (sql) => said.push(sql) })
    await record.act({
      actor: nurse,
      action: 'look',
      changes: async (view) => {
        said.length = 0
        await view.search({ type: 'Task', limit: 10, ...asked })
        return ok({ changes: [] })
      },
    })
    const search = said.find((sql) => sql.includes('resource_current')) ?? ''
    expect(search).toContain('limit')
    await behindOurBack(folder, async (behind) => {
      const plan = await planOf(search, behind)
      expect(plan).not.toMatch(readsAll)
      // PostgreSQL chooses by how many rows there are, and here there are none.
      if (!isOnPostgres()) expect(plan).toContain(by)
    })
  })

  test('a changed resource is found by its new values only', async () => {
    const record = await filled()
    await write(record, update(task('a', { status: 'done' })))
    const ids = async (status: string) =>
      (await record.search({ type: 'Task', where: [{ name: 'status', value: status }], limit: 9 })).resources.map(
        (one) => one.id,
      )
    expect(await ids('new')).toEqual(['c'])
    expect(await ids('done')).toEqual(['a', 'b'])
  })

  test('of what a resource was found by before nothing is kept', async () => {
    const folder = freshFolder('apart')
    const record = await opened(folder)
    const kept = async () => {
      let values: unknown[] = []
      await behindOurBack(folder, async ({ rows }) => {
        values = (await rows('select value from search_value order by value')).map(({ value }) => value)
      })
      return values
    }
    await write(record, create(task('a', { status: 'new', tag: ['x', 'y', 'y'], due: '2026-11-01' })))
    await write(record, create(task('b', { status: 'new' })))
    expect(await kept()).toEqual(['2026-11-01', 'new', 'new', 'x', 'y'])
    await write(record, update(task('a', { status: 'done', due: '2026-12-01' })))
    expect(await kept()).toEqual(['2026-12-01', 'done', 'new'])
    await write(record, remove('Task', 'a'))
    expect(await kept()).toEqual(['new'])
  })

  test('an order is kept, whichever way the database looks up what is in it', async () => {
    const folder = freshFolder()
    const database = databaseOf(folder)?.replace('search_path', 'enable_nestloop%3Doff%20-c%20search_path') ?? null
    const record = await opened(folder, { database })
    const ids = Array.from({ length: 20 }, (_, at) => `task-${at}`)
    await write(record, ...ids.map((id, at) => create(task(id, { due: `2026-${(at * 7) % 20}` }))))
    const order = [{ by: { name: 'due' }, descending: true }]
    const found = await record.search({ type: 'Task', order, limit: 20 })
    const dues = found.resources.map(({ resource }) => String(resource.due))
    expect(dues).toEqual(dues.toSorted().reverse())
  })

  test.each(['id', 'newest'] as const)('pages by %s neither repeat nor skip, while others write', async (order) => {
    const record = await freshRecord()
    const ids = Array.from({ length: 25 }, (_, index) => `t${String(index).padStart(2, '0')}`)
    await write(record, ...ids.slice(0, 12).map((id) => create(task(id))))
    for (const id of ids.slice(12)) await write(record, create(task(id)))
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await record.search({ type: 'Task', order, limit: 4, ...(after === undefined ? {} : { after }) })
      seen.push(...page.resources.map((one) => one.id))
      after = page.next ?? undefined
      await write(record, create({ resourceType: 'Task', id: order === 'id' ? `a${seen.length}` : `z${seen.length}` }))
    } while (after !== undefined)
    expect(seen.toSorted()).toEqual(ids)
  })

  test('a value longer than a database key is found whole', async () => {
    const record = await freshRecord()
    const long = 'x'.repeat(100_000)
    await write(record, create(task('a', { status: `${long}1` })), create(task('b', { status: `${long}2` })))
    const found = await record.search({ type: 'Task', where: [{ name: 'status', value: `${long}2` }], limit: 9 })
    expect(found.resources.map((one) => one.id)).toEqual(['b'])
  })

  test('another tenant in the same file sees nothing', async () => {
    const folder = freshFolder('apart')
    const here = await opened(folder, { tenantId: 'here' })
    const there = await opened(folder, { tenantId: 'there' })
    await write(here, create(task('a', { status: 'new' })))
    expect((await there.search({ type: 'Task', limit: 9 })).resources).toEqual([])
    expect(await there.patientResources('ada')).toEqual([])
    expect(await there.read('Task', 'a')).toMatchObject(refusesWith('absent'))
    expect(await there.auditEntries({ limit: 9 })).toEqual([])
    await write(there, create(task('a')))
    const sameId = await there.search({ type: 'Task', where: [{ name: 'status', value: 'new' }], limit: 9 })
    expect(sameId.resources).toEqual([])
    expect(await there.verify()).toMatchObject({ ok: true, value: { versions: 1 } })
  })
}
