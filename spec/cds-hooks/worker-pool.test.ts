import { hemifacialSpasm } from '@facialis/knowledge'
import { defaultPolicy } from '@facialis/language'
import { openBoard } from '@facialis/server/board/board.ts'
import { parseHookRequest } from '@facialis/server/cards/hook-request.ts'
import { services } from '@facialis/server/cards/services.ts'
import { answerHook } from '@facialis/server/cds-hooks/answer-hook.ts'
import { evaluated } from '@facialis/server/test/journey.ts'
import { cleanUp, openHouse } from '@facialis/server/test/support.ts'
import { runWork, type Work } from '@facialis/server/worker-pool/work.ts'
import { openWorkerPool, type WorkerPool } from '@facialis/server/worker-pool/worker-pool.ts'
import { noFilters } from '@facialis/wire'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { prefetchFrom, requestOf, samples } from './hooks.ts'

const policy = defaultPolicy(hemifacialSpasm.policy)
/** One thread, which is ready. */
let thread: WorkerPool
beforeAll(async () => {
  thread = openWorkerPool({ zone: 'UTC', many: 1 })
  for (let done = null; done === null; done = thread.run({ ...cardsAsked(), policy }))
    await new Promise((resolve) => setImmediate(resolve))
})
afterAll(() => thread.end())
afterEach(cleanUp)
afterEach(() => void vi.useRealTimers())

function cardsAsked(at = 0) {
  const [service] = services
  const bundle = samples()[at]?.bundle
  const asked = parseHookRequest(requestOf('patient-view', { prefetch: prefetchFrom(bundle ?? {}) }), service)
  if (!asked.ok) throw new Error(asked.problem.sentence)
  return { what: 'cards', hook: 'patient-view', asked: asked.value, today: '2026-11-23' } as const
}

const withoutNames = (json: unknown): unknown => JSON.parse(JSON.stringify(json).replaceAll(/[\da-f-]{36}/g, 'uuid'))

it('a thread says of what was sent what this one says', async () => {
  const { built } = await openHouse()
  for (const at of [0, 100, 200, 300]) {
    const work: Work = { ...cardsAsked(at), policy }
    const here = runWork(built.clinic, work)
    expect(here).toMatchObject({ ok: true })
    expect(withoutNames(await thread.run(work))).toEqual(withoutNames(here))
  }
})

it('a chart that is opened again is told the same, on cards of their own, and on another day or with other numbers what is so then', async () => {
  const { built } = await openHouse()
  let askedOf = 0
  const workers: WorkerPool = {
    ...thread,
    run: (...asked) => {
      askedOf += 1
      return thread.run(...asked)
    },
  }
  const { hook, asked, today } = cardsAsked(100)
  const opened = (more: Partial<typeof asked> = {}, day: string = today) =>
    answerHook({ ...built.clinic, workers, today: () => day }, hook, { ...asked, ...more })
  const uuidsIn = (told: unknown) => [...JSON.stringify(told).matchAll(/[\da-f-]{36}/g)].map(([uuid]) => uuid)

  const first = await opened()
  const again = await opened({
    hookInstance: 'another-call',
    context: { ...asked.context, userId: 'Practitioner/other' },
  })
  expect(askedOf).toBe(1)
  expect(withoutNames(again)).toEqual(withoutNames(first))
  expect(uuidsIn(again)).toHaveLength(uuidsIn(first).length)
  expect(uuidsIn(again).filter((uuid) => uuidsIn(first).includes(uuid))).toEqual([])

  await opened({}, '2027-11-23')
  await opened({ prefetch: {} })
  await opened({ context: { ...asked.context, patientId: 'somebody-else' } })
  expect(askedOf).toBe(4)
  const [{ id, max } = { id: '', max: 0 }] = hemifacialSpasm.policy
  await built.clinic.record.settings.put('policy', [{ from: today, by: 'demo', values: { [id]: max } }])
  expect(withoutNames(await opened())).toEqual(
    withoutNames(runWork(built.clinic, { ...cardsAsked(100), policy: { ...policy, [id]: max } })),
  )
  expect(askedOf).toBe(5)
})

it('a board that threads work out is the one that this thread works out', async () => {
  const house = await openHouse()
  const { clinic } = house.built
  const ada = await house.patient()
  await house.act('neurologist', ada, evaluated('2026-11-23'))
  const changes = Array.from({ length: 210 }, (_, at) => ({
    method: 'create' as const,
    resource: { resourceType: 'Patient', id: `demo-${at}`, name: [{ text: `Demo Person ${at}` }] },
  }))
  expect((await clinic.record.act({ actor: { id: 'test' }, action: 'import', changes })).ok).toBe(true)
  let askedOf = 0
  const workers: WorkerPool = {
    ...thread,
    run: (work) => {
      const done = thread.run(work)
      if (done !== null) askedOf += 1
      return done
    },
  }
  const rowsOf = async (board: ReturnType<typeof openBoard>) => {
    const asked = { asked: { ...noFilters, most: 1000 }, roles: [] }
    for (;;) {
      const { rows, working } = await board.look(asked)
      if (working === null) return rows
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const rows = await rowsOf(openBoard({ ...clinic, workers }))
  expect(rows).toHaveLength(211)
  expect(askedOf).toBeGreaterThan(0)
  expect(rows).toEqual(await rowsOf(openBoard(clinic)))
})

it('a thread that ends because there was nothing to do is given nothing more', async () => {
  // Timers stand until they are moved: whoever asks next asks after the thread was told to end, and before it has.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const idleMs = 60_000
  const rested = openWorkerPool({ zone: 'UTC', many: 1, idleMs })
  const work: Work = { ...cardsAsked(), policy }
  let done = rested.run(work)
  while (done === null) {
    await new Promise((resolve) => setImmediate(resolve))
    done = rested.run(work)
  }
  // With something to do it goes on, however long that takes.
  vi.advanceTimersByTime(idleMs)
  expect(await done).toMatchObject({ ok: true })
  vi.advanceTimersByTime(idleMs)
  expect(rested.run(work)).toBeNull()
  await rested.end()
})

it('whoever asks while a thread ends is told to ask again, and then is answered', async () => {
  const { built } = await openHouse()
  const { hook, asked } = cardsAsked()
  const cut: WorkerPool = {
    ...thread,
    run: (work) => {
      const done = thread.run(work)
      void thread.end()
      return done
    },
  }
  const told = await answerHook({ ...built.clinic, workers: cut }, hook, asked)
  expect(told).toMatchObject({ ok: false, status: 503, retryAfterSeconds: 5 })
  expect(await answerHook({ ...built.clinic, workers: thread }, hook, asked)).toMatchObject({ ok: true })
})
