import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DurableRecord, SearchQuery, Sort, Where } from '../../index.ts'
import { create, freshFolder, freshRecord, isOnPostgres, opened, remove, task, update, write } from '../fixture.ts'

type Told = Readonly<{ status: string; due?: string; tag: readonly string[] }>
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const told: fc.Arbitrary<Told> = fc.record(
  {
    status: fc.constantFrom('new', 'done', 'void'),
    // Signs beyond U+FFFF sort by code point in a database, and otherwise in JavaScript.
    due: fc.constantFrom('2026', '2027', '\u{fb01}', '\u{1f600}'),
    tag: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 }),
  },
  { requiredKeys: ['status', 'tag'] },
)
const step = fc.record({ id: fc.constantFrom(...ids), told: fc.option(told, { freq: 4 }) })
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const questions: readonly Readonly<{ where: Where; is: (told: Told, id: string) => boolean }>[] = [
  { where: { name: 'status', value: 'new' }, is: ({ status }) => status === 'new' },
  { where: { not: { name: 'tag', value: 'x' } }, is: ({ tag }) => !tag.includes('x') },
  {
    where: {
      any: [
        { name: 'tag', anyOf: ['x', 'z'] },
        { name: 'due', from: '2027' },
      ],
    },
    is: ({ tag, due = '' }) => tag.includes('x') || tag.includes('z') || due >= '2027',
  },
  {
    where: {
      any: [{ ids: ['a', 'c'] }, { name: 'tag', value: 'x' }, { name: 'status', anyOf: ['done'] }],
    },
    is: ({ status, tag }, id) => id === 'a' || id === 'c' || tag.includes('x') || status === 'done',
  },
  { where: { ids: ['a', 'c', 'nobody'] }, is: (_, id) => id === 'a' || id === 'c' },
  { where: { all: [] }, is: () => true },
  { where: { any: [] }, is: () => false },
  { where: { name: 'due', from: '2026', to: '2027' }, is: ({ due }) => due === '2026' },
]
const byCodePoints = (a: string, b: string): number => {
  const [x, y] = [[...a].map((sign) => sign.codePointAt(0) ?? 0), [...b].map((sign) => sign.codePointAt(0) ?? 0)]
  for (let at = 0; at < Math.max(x.length, y.length); at++) {
    const order = (x[at] ?? -1) - (y[at] ?? -1)
    if (order !== 0) return order
  }
  return 0
}
/** Of each the key that counts: of several values the first in the way it is sorted. */
const keys = {
  due: ({ due = '' }: Told) => due,
  status: ({ status }: Told) => status,
  tag: ({ tag }: Told, down: boolean) => tag.toSorted(byCodePoints).at(down ? -1 : 0) ?? '',
}
type Key = Readonly<{ name: keyof typeof keys; descending?: boolean }>
const orders: readonly (readonly Key[])[] = [
  [],
  [{ name: 'due' }],
  [{ name: 'due', descending: true }],
  [{ name: 'status', descending: true }],
  [{ name: 'tag' }, { name: 'due', descending: true }],
  [{ name: 'due' }, { name: 'tag', descending: true }, { name: 'status' }],
  [{ name: 'status' }, { name: 'due' }],
  // By the same twice, the first counts.
  [{ name: 'due' }, { name: 'due', descending: true }],
]

async function perform(record: DurableRecord, state: Map<string, Told>, { id, told: next }: Step): Promise<void> {
  if (next) await write(record, update(task(id, next)))
  else if (state.has(id)) await write(record, remove('Task', id))
  if (next) state.set(id, next)
  else state.delete(id)
}

/** What pages promise while others write. */
async function inOrder(record: DurableRecord, state: Map<string, Told>, steps: readonly Step[]): Promise<void> {
  for (const one of steps) await perform(record, state, one)
}

export function pages(): void {
  test('pages are of one point of the record, whatever is written between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.array(step, { maxLength: 12 }),
        fc.constantFrom(...questions),
        fc.constantFrom(...orders),
        fc.integer({ min: 1, max: 3 }),
        // Whether all is looked at in one go, or few at a time.
        fc.constantFrom({}, { batchSize: 1 }, { batchSize: 2 }),
        async (before, between, { where, is }, keysAsked, limit, batchSize) => {
          const order = keysAsked.map(({ name, ...way }): Sort => ({ by: { name }, ...way }))
          const record = await freshRecord(batchSize)
          const state = new Map<string, Told>()
          for (const one of before) await perform(record, state, one)
          const asOf = await record.position()
          const expected = [...state]
            .filter(([id, one]) => is(one, id))
            .sort(([a, one], [b, other]) => {
              for (const { name, descending = false } of keysAsked) {
                const apart = byCodePoints(keys[name](one, descending), keys[name](other, descending))
                if (apart !== 0) return descending ? -apart : apart
              }
              return byCodePoints(a, b)
            })
          const writes = [...between]
          const seen: (readonly [string, unknown])[] = []
          let after: string | undefined
          do {
            const asked = {
              type: 'Task',
              where: [where],
              order,
              limit,
              asOf,
              ...(after === undefined ? {} : { after }),
            }
            // Some are written while the page is read, and some after it.
            const meanwhile = inOrder(record, state, writes.splice(0, 2))
            const found = await record.searchAsOf(asked)
            await meanwhile
            if (found === 'moved-on') throw new Error('moved on')
            seen.push(...found.resources.map(({ id, resource }) => [id, resource.status] as const))
            after = found.next ?? undefined
            await inOrder(record, state, writes.splice(0, 2))
          } while (after !== undefined)
          expect(seen).toEqual(expected.map(([id, { status }]) => [id, status]))
          const last = inOrder(record, state, between.slice(0, 3))
          expect(await record.count({ type: 'Task', where: [where], asOf })).toBe(expected.length)
          await last
          await record.close()
        },
      ),
      { numRuns: isOnPostgres() ? 12 : 35 },
    )
  })

  const many = Array.from({ length: 40 }, (_, at) =>
    task(`t${at}`, { status: at % 2 === 0 ? 'new' : 'done', due: `2026-${10 + (at % 3)}` }),
  )
  type Looked = Pick<SearchQuery, 'where'> & { order?: readonly Sort[] }
  const asked: readonly (readonly [string, Looked, number])[] = [
    ['the latest of everybody', { order: [{ by: { name: 'due' }, descending: true }] }, 10],
    ['what was written last', { order: [{ by: 'written', descending: true }] }, 10],
    [
      'what half of them have, by date',
      { where: [{ name: 'status', value: 'new' }], order: [{ by: { name: 'due' } }] },
      10,
    ],
    ['what nobody has', { where: [{ not: { name: 'status', anyOf: ['new', 'done'] } }] }, 10],
    // It is over once a page is full.
    ['what half of them have', { where: [{ name: 'status', value: 'new' }] }, 4],
  ]
  test.each(asked)('others are served while %s is looked for among many', async (_, question, turns) => {
    const folder = freshFolder()
    const record = await opened(folder, { batchSize: 4 })
    await write(record, ...many.map(create))
    const asOf = await record.position()
    const inOneGo = await opened(folder)
    let served = 0
    let isOver = false
    const serve = (): void => {
      served += 1
      if (!isOver) setImmediate(serve)
    }
    setImmediate(serve)
    const found = await record.searchAsOf({ type: 'Task', limit: 10, asOf, ...question })
    isOver = true
    // After each slice somebody else had their turn.
    expect(served).toBeGreaterThanOrEqual(turns)
    expect(found).toEqual(await inOneGo.searchAsOf({ type: 'Task', limit: 10, asOf, ...question }))
  })
}
