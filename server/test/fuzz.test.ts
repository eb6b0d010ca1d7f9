import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../routes/index.ts'
import { evaluated, session } from './journey.ts'
import { adaSample, cleanUp, type House, openHouse, type Person } from './support.ts'

let house: House
let id: string
beforeAll(async () => {
  house = await openHouse()
  id = await house.patient()
})
afterAll(cleanUp)

const today = '2026-11-23'
const samples: readonly object[] = [
  adaSample,
  evaluated(today),
  session(today),
  { kind: 'history', date: today, recordedAfter: { why: 'late' }, entries: [] },
  { login: 'nurse', password: 'not this one at all' },
  { name: 'Demo', phone: '555-0100', reason: 'x' },
  { values: { minimumReinjectionInterval: 90 } },
]

/** Well-formed bodies with something in them put wrong. */
const mangled = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 4 })), { minLength: 1, maxLength: 3 }),
  )
  .map(([sample, changes]) =>
    changes.reduce<unknown>((body, [at, value]) => replaced(body, at, value), structuredClone(sample)),
  )

function replaced(body: unknown, at: number, value: unknown): unknown {
  if (typeof body !== 'object' || body === null) return value
  const keys = Object.keys(body)
  const key = keys[at % (keys.length + 1)]
  if (key === undefined) return Array.isArray(body) ? [...body, value] : { ...body, [`extra${at % 7}`]: value }
  const inner = (body as Record<string, unknown>)[key]
  const fresh = at % 3 === 0 ? value : replaced(inner, Math.floor(at / 3), value)
  return Array.isArray(body) ? body.with(Number(key), fresh) : { ...body, [key]: fresh }
}

const askers: readonly (Person | null)[] = ['neurologist', 'coordinator', 'administrator', 'author', null]
const writing = routes.filter(({ method }) => method !== 'GET')
// A source of its own for each request, so that throttles do not answer in place of what is tested.
let source = 0
const from = () => `10.${(source >> 16) & 255}.${(source >> 8) & 255}.${source++ & 255}`

describe('whatever is sent', () => {
  it('is answered, and never by a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...writing),
        fc.constantFrom(...askers),
        fc.oneof(mangled, fc.jsonValue({ maxDepth: 6 })),
        async (route, who, body) => {
          const url = route.path.replace(/:id/, id).replace(/:\w+/g, 'some')
          const asked = await house.ask(who, route.method, url, body as object, {
            from: from(),
            headers: { 'content-type': 'application/json' },
          })
          expect(asked.status, `${route.method} ${route.path} ${JSON.stringify(body)}`).toBeLessThan(500)
          if (asked.status >= 400) expect(asked.problem.sentence.length).toBeGreaterThan(10)
        },
      ),
      { numRuns: 400 },
    )
  })

  it.each([
    ['broken JSON', '{"kind": '],
    ['nothing', ''],
    ['a poisoned prototype', '{"__proto__": {"isDoctor": true}, "kind": "visit", "date": "2026-11-23"}'],
    ['a poisoned constructor', '{"facts": {"constructor": {"prototype": {}}}, "kind": "visit", "date": "2026-11-23"}'],
    ['a tower of lists', '['.repeat(100_000)],
    ['a tower of objects', '{"a":'.repeat(20_000)],
    ['a very long word', JSON.stringify({ kind: 'visit', date: today, note: 'x'.repeat(200_000) })],
    ['more than is taken', `{"note": "${'x'.repeat(400_000)}"}`],
    [
      'many members',
      JSON.stringify({
        kind: 'visit',
        date: today,
        facts: Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`ph.${at}`, true])),
      }),
    ],
  ])('%s is refused in a sentence', async (_, body) => {
    for (const url of [`/api/patients/${id}/acts`, '/api/drafts/x', '/api/front-door/referrals']) {
      const method = url.includes('drafts') ? 'PUT' : 'POST'
      const asked = await house.ask('neurologist', method, url, body as unknown as object, {
        from: from(),
        headers: { 'content-type': 'application/json' },
      })
      expect(asked.status).toBeGreaterThanOrEqual(400)
      expect(asked.status).toBeLessThan(500)
      expect(asked.problem.sentence.length).toBeGreaterThan(10)
    }
  })

  it('another kind of content is refused', async () => {
    const asked = await house.ask('neurologist', 'POST', `/api/patients/${id}/acts`, '<act/>' as unknown as object, {
      headers: { 'content-type': 'text/xml' },
    })
    expect(asked.status).toBe(415)
  })
})
