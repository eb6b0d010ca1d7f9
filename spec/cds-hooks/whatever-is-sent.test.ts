import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hooks, headMri, openHooks, ordersOf, prefetchFrom, requestOf, samples, toxin } from './hooks.ts'

let hooks: Hooks
beforeAll(async () => {
  hooks = await openHooks()
})
afterAll(() => hooks.close())

const prefetch = prefetchFrom((samples()[3] as ReturnType<typeof samples>[number]).bundle)

describe('whatever is sent', () => {
  it('is refused in a sentence that says where, when it is more than is read while somebody waits', async () => {
    const problem = { resourceType: 'Condition', subject: { reference: 'Patient/demo' }, code: { text: 'cough' } }
    const entry = Array.from({ length: 2001 }, () => ({ resource: problem }))
    const long = { ...prefetch, condition: { resourceType: 'Bundle', type: 'searchset', entry } }
    expect(
      await hooks.post('/cds-services/facialis-patient-view', requestOf('patient-view', { prefetch: long })),
    ).toMatchObject({ status: 413, body: { problem: { code: 'too-large', where: 'prefetch' } } })
    // Also in pages that stand in pages.
    const inner = { resourceType: 'Bundle', type: 'searchset', entry: entry.slice(0, 1000) }
    const nested = { ...inner, entry: [{ resource: inner }, { resource: inner }] }
    expect(
      await hooks.post(
        '/cds-services/facialis-patient-view',
        requestOf('patient-view', { prefetch: { ...prefetch, condition: nested } }),
      ),
    ).toMatchObject({ status: 413, body: { problem: { code: 'too-large', where: 'prefetch' } } })
    const context = ordersOf(...Array.from({ length: 51 }, (_, at) => headMri({ id: `mri-${at}` })))
    expect(
      await hooks.post('/cds-services/facialis-order-sign', requestOf('order-sign', { prefetch, context })),
    ).toMatchObject({ status: 413, body: { problem: { code: 'too-large', where: 'context.draftOrders.entry' } } })
  })

  it('is refused likewise where one order holds more than that, and an order set of a hundred is read', async () => {
    const holding = (many: number) => {
      const inner = { action: Array.from({ length: many }, () => ({ code: [{ text: 'full blood count' }] })) }
      const group = { resourceType: 'RequestGroup', id: 'set', status: 'draft', intent: 'order', contained: [] }
      return requestOf('order-sign', {
        prefetch,
        context: ordersOf({ ...group, action: [{ title: 'ward', ...inner }] }),
      })
    }
    expect(await hooks.post('/cds-services/facialis-order-sign', holding(160))).toMatchObject({
      status: 413,
      body: { problem: { code: 'too-large', where: 'context.draftOrders' } },
    })
    expect(await hooks.post('/cds-services/facialis-order-sign', holding(100))).toMatchObject({ status: 200 })
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

  it('says one thing: what an object names twice is refused with its place', async () => {
    const twice = JSON.stringify(requestOf('order-sign', { prefetch, context: ordersOf(toxin()) })).replace(
      '"status":"draft"',
      '"status":"draft","status":"cancelled"',
    )
    expect(await hooks.post('/cds-services/facialis-order-sign', twice)).toMatchObject({
      status: 400,
      body: { problem: { code: 'member-twice', where: 'context.draftOrders.entry[0].resource.status' } },
    })
  })

  it.each([
    ['nothing', ''],
    ['a poisoned prototype', '{"__proto__": {"trial": true}, "hook": "patient-view"}'],
    ['more than is taken', `{"hook": "${'x'.repeat(6_000_000)}"}`],
  ])('%s is refused at once', async (_what, body) => {
    const { status } = await hooks.post('/cds-services/facialis-patient-view', body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })
})
