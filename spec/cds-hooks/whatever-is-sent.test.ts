import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hookResponse } from './card-shape.ts'
import {
  type Hook,
  type Hooks,
  headMri,
  type Json,
  openHooks,
  ordersOf,
  prefetchFrom,
  requestOf,
  samples,
  toxin,
} from './hooks.ts'

let hooks: Hooks
beforeAll(async () => {
  hooks = await openHooks()
})
afterAll(() => hooks.close())

/** More by `CDS_FUZZ=50000 npx vitest run --project rooms spec/cds-hooks`. */
const numRuns = Number(process.env.CDS_FUZZ ?? 300)

const prefetch = prefetchFrom((samples()[3] as ReturnType<typeof samples>[number]).bundle)
const whole: Readonly<Record<Hook, Json>> = {
  'patient-view': requestOf('patient-view', { prefetch }),
  'order-select': requestOf('order-select', {
    prefetch,
    context: { ...ordersOf(toxin(), headMri()), selections: ['MedicationRequest/toxin-1', 'ServiceRequest/mri-1'] },
  }),
  'order-sign': requestOf('order-sign', { prefetch, context: ordersOf(toxin(), headMri()) }),
}
const told: Json = {
  feedback: [
    {
      card: 'b1f4d0c6-7c39-4d2c-9f0a-2f6f1d1c9a10',
      outcome: 'overridden',
      overrideReason: {
        reason: { system: 'https://facialis.invalid/exception', code: 'mri-booked' },
        userComment: 'Booked.',
      },
      outcomeTimestamp: '2026-11-23T10:05:31Z',
    },
  ],
}

/** What JSON can hold that is not what anybody expects in this place. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    null,
    '',
    [],
    {},
    0,
    -1,
    1e308,
    'Patient/demo',
    '2026-02-31',
    '\u0000',
    '\ud800',
    { reference: '#' },
    { coding: [null] },
    'x'.repeat(70_000),
  ),
)

/** Puts something else into one place, however deep it lies. */
function broken(json: unknown, [first = 0, ...rest]: readonly number[], put: unknown): unknown {
  if (typeof json !== 'object' || json === null) return put
  const keys = Object.keys(json)
  const key = keys[first % (keys.length + 1)]
  if (key === undefined) return Array.isArray(json) ? [...json, put] : { ...json, another: put }
  const inner = rest.length === 0 ? put : broken((json as Record<string, unknown>)[key], rest, put)
  return Array.isArray(json) ? json.with(Number(key), inner) : { ...json, [key]: inner }
}

const blows = fc.array(fc.record({ at: fc.array(fc.nat(40), { minLength: 1, maxLength: 9 }), put: odd }), {
  minLength: 1,
  maxLength: 3,
})

describe('whatever is sent', () => {
  it('is refused in a sentence that says where, when it is more than is read while somebody waits', async () => {
    const problem = { resourceType: 'Condition', subject: { reference: 'Patient/demo' }, code: { text: 'cough' } }
    const entry = Array.from({ length: 2001 }, () => ({ resource: problem }))
    const long = { ...prefetch, condition: { resourceType: 'Bundle', type: 'searchset', entry } }
    expect(
      await hooks.post('/cds-services/facialis-patient-view', requestOf('patient-view', { prefetch: long })),
    ).toMatchObject({ status: 413, body: { problem: { code: 'too-large', where: 'prefetch' } } })
    const context = ordersOf(...Array.from({ length: 51 }, (_, at) => headMri({ id: `mri-${at}` })))
    expect(
      await hooks.post('/cds-services/facialis-order-sign', requestOf('order-sign', { prefetch, context })),
    ).toMatchObject({ status: 413, body: { problem: { code: 'too-large', where: 'context.draftOrders.entry' } } })
  })

  it('twenty times is said once, with what can be done about each', async () => {
    const cardsOf = (many: number) =>
      hooks.cards('order-sign', {
        prefetch,
        context: ordersOf(...Array.from({ length: many }, (_, at) => headMri({ id: `mri-${at}` }))),
      })
    const [one, twenty] = [await cardsOf(1), await cardsOf(20)]
    expect(one.map(({ suggestions }) => suggestions?.length)).toContain(1)
    expect(twenty.map(({ summary }) => summary)).toEqual(one.map(({ summary }) => summary))
    expect(twenty.map(({ suggestions }) => suggestions?.length)).toContain(20)
  })

  it('is answered with cards, or refused in a sentence, and never by a fault of ours', {
    timeout: 60_000 + 50 * numRuns,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...(Object.keys(whole) as Hook[])), blows, async (hook, all) => {
        const body = all.reduce<unknown>((json, { at, put }) => broken(json, at, put), whole[hook])
        const { status, body: answer } = await hooks.post(`/cds-services/facialis-${hook}`, body)
        if (status === 200) hookResponse.parse(answer)
        else {
          expect(status).toBe(400)
          expect(String((answer.problem as Json).sentence).length).toBeGreaterThan(10)
        }
      }),
      { numRuns },
    )
  })

  it('as feedback is kept, or refused in a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(blows, async (all) => {
        const body = all.reduce<unknown>((json, { at, put }) => broken(json, at, put), told)
        const { status } = await hooks.post('/cds-services/facialis-order-sign/feedback', body)
        expect([200, 400]).toContain(status)
      }),
      { numRuns: Math.min(numRuns, 100) },
    )
  })

  it.each([
    ['nothing', ''],
    ['a tower of lists', '['.repeat(100_000)],
    ['a tower of objects', '{"prefetch":'.repeat(20_000)],
    ['a poisoned prototype', '{"__proto__": {"trial": true}, "hook": "patient-view"}'],
    ['more than is taken', `{"hook": "${'x'.repeat(6_000_000)}"}`],
    ['a million keys', `{"prefetch": {${Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join()}}}`],
  ])('%s is refused at once', async (_what, body) => {
    const { status } = await hooks.post('/cds-services/facialis-patient-view', body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })
})
