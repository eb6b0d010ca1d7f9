import { describe, expect, it } from 'vitest'
import { whyNothingRead } from './assess-record.ts'
import { entryPointOf } from './entry-point.ts'
import { isFramedByAnother, storageOf } from './framing.ts'
import { issuerAt, shownOrigin } from './issuer.ts'
import { storePendingSignIn, takePendingSignIn } from './pending-sign-in.ts'

/** What a tab keeps, in memory. */
function tab(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size
    },
  }
}

describe('a sign-in elsewhere', () => {
  const pending = { iss: 'https://ehr.example/fhir', state: 's', verifier: 'v', at: 1_000_000 }
  const minute = 60_000

  it('counts once, in the tab in which it was begun', () => {
    const [here, elsewhere] = [tab(), tab()]
    storePendingSignIn(here, pending)
    expect(takePendingSignIn(elsewhere, pending.at + minute)).toBeNull()
    expect(takePendingSignIn(here, pending.at + minute)).toEqual(pending)
    expect(takePendingSignIn(here, pending.at + minute)).toBeNull()
    expect(here.length).toBe(0)
  })

  it('counts for ten minutes', () => {
    for (const [later, counts] of [
      [10 * minute, true],
      [10 * minute + 1, false],
      [-1, false],
    ] as const) {
      const here = tab()
      storePendingSignIn(here, pending)
      expect(takePendingSignIn(here, pending.at + later) !== null, String(later)).toBe(counts)
    }
  })

  it('is forgotten where something else stands in its place', () => {
    for (const text of ['', '{', 'null', '7', '{"iss":1}']) {
      const here = tab()
      here.setItem('facialis.smart.away', text)
      expect(takePendingSignIn(here, pending.at)).toBeNull()
    }
  })
})

describe('inside a page of others', () => {
  const [hospital, college] = ['https://ehr.example', 'https://records.example']
  const top = { a: 'window' }
  const framed = (...ancestorOrigins: string[]) => ({ self: {}, top, location: { ancestorOrigins } })

  it('it shows a record only to the pages named for its system, all the way up', () => {
    const issuer = { framedBy: [hospital] }
    expect(isFramedByAnother({ self: top, top, location: {} }, { framedBy: [] })).toBe(false)
    expect(isFramedByAnother(framed(hospital), issuer)).toBe(false)
    expect(isFramedByAnother(framed(college), issuer)).toBe(true)
    expect(isFramedByAnother(framed(hospital, college), issuer)).toBe(true)
    expect(isFramedByAnother(framed(hospital), { framedBy: [] })).toBe(true)
  })

  it('it keeps out at least those for whom nobody was named, where the browser does not say who is around it', () => {
    const untold = { self: {}, top, location: {} }
    expect(isFramedByAnother(untold, { framedBy: [] })).toBe(true)
    expect(isFramedByAnother(untold, { framedBy: [hospital] })).toBe(false)
  })

  it('it may be kept from keeping anything', () => {
    const kept = tab()
    expect(storageOf({ sessionStorage: kept })).toBe(kept)
    const refusing = {
      get sessionStorage(): Storage {
        throw new DOMException('no', 'SecurityError')
      },
    }
    expect(storageOf(refusing)).toBeNull()
  })
})

it.each([
  [
    '/smart/launch?iss=https%3A%2F%2Fehr.example&launch=1',
    { how: 'launched', iss: 'https://ehr.example', launch: '1' },
  ],
  ['/smart/launch?iss=https%3A%2F%2Fehr.example', { how: 'standalone' }],
  ['/smart/', { how: 'standalone' }],
  // An answer of a sign-in may name its issuer, too (RFC 9207); it is no launch.
  ['/smart/?code=1&state=2&iss=https%3A%2F%2Fehr.example', { how: 'redirected', answer: expect.any(URLSearchParams) }],
  ['/smart/?error=access_denied&state=2', { how: 'redirected', answer: expect.any(URLSearchParams) }],
])('%s is understood', (address, arrival) =>
  expect(entryPointOf(`https://facialis.example${address}`)).toEqual(arrival),
)

it('knows a system by its very address, and by nothing that begins or ends like it', () => {
  const one = {
    iss: 'https://ehr.example/fhir',
    name: 'Demo',
    clientId: 'demo',
    tokenEndpoint: null,
    lastingAccess: null,
    framedBy: [],
  }
  expect(issuerAt('https://ehr.example/fhir', [one])).toBe(one)
  expect(issuerAt('https://ehr.example/fhir/', [one])).toBe(one)
  expect(issuerAt('https://EHR.example:443/fhir', [one])).toBe(one)
  for (const iss of [
    'https://ehr.example/fhir/r4',
    'https://ehr.example',
    'http://ehr.example/fhir',
    'https://ehr.example.evil.example/fhir',
    'https://ehr.example/FHIR',
    'https://ehr.example:8443/fhir',
    'https://ehr.example/fhir?x',
    '',
  ])
    expect(issuerAt(iss, [one])).toBeNull()
})

it('repeats of an address that nobody registered only where it leads, and no words that somebody wrote into it', () => {
  expect(shownOrigin('https://ehr.example/fhir?call=0900%20123')).toBe('https://ehr.example')
  expect(shownOrigin('http://name:word@ehr.example:8080/fhir')).toBe('http://ehr.example:8080')
  expect(shownOrigin(`https://${'a'.repeat(60).concat('.').repeat(4)}example/`)).toHaveLength(200)
  for (const iss of [
    'Your session ended: call 0900 123',
    '',
    'javascript:alert(1)',
    'data:text/plain,x',
    'ehr.example',
  ])
    expect(shownOrigin(iss)).toBe('something that is no address')
})

it.each([
  [['no answer', 'no answer'], 'no-answer'],
  [['not granted', 'no answer'], 'no-answer'],
  [['no answer', 'signed out'], 'signed-out'],
  [['not permitted', 'no answer'], 'nothing-read'],
  [['not granted'], 'nothing-read'],
  [[], 'nothing-read'],
] as const)('where nothing of a record came (%j), the page says what to look at: %s', (whys, stop) => {
  expect(whyNothingRead(whys.map((why) => ({ why })))).toBe(stop)
})
