import type { SearchQuery } from '@facialis/record'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Searched } from '../../fhir/search/run-search.ts'
import { batchedLookups } from '../../fhir/write/batched-lookups.ts'
import type { Intent } from '../../fhir/write/intent.ts'
import { resolveCondition } from '../../fhir/write/resolve-condition.ts'
import type { SignedIn } from '../../identity/account.ts'
import { benSample, type Json, oneHouse, pressure } from './support.ts'

const hospital = 'https://hospital.example/findings'
/** The index keeps the hash of what is longer than this. */
const long = 'x'.repeat(500)
let ada: string
let ben: string
const { house, send, made } = oneHouse(async (opened) => {
  ada = await opened.patient()
  ben = await opened.patient(benSample)
  const numbered = (who: string, value: string, more: Json = {}) =>
    made('nurse', pressure(who, { identifier: [{ system: hospital, value }], ...more }))
  for (const value of ['once', 'twice', 'twice', 'amended', long]) await numbered(ada, value)
  await numbered(ben, 'once-too', { status: 'amended' })
  await numbered(ben, 'both', { identifier: ['both', 'half\ufffd'].map((value) => ({ system: hospital, value })) })
})
const entryFor = (value: string) => ({
  resource: pressure(value === 'both' ? ben : ada, { identifier: [{ system: hospital, value }] }),
  request: { method: 'POST', url: 'Observation', ifNoneExist: `identifier=${hospital}|${value}` },
})

/** The record, and how often it was asked. */
function counted(view: Searched) {
  const asked: SearchQuery[] = []
  const search: Searched['search'] = (question) => {
    asked.push(question)
    return view.search(question)
  }
  return { asked, view: { search, searchAsOf: view.searchAsOf, position: view.position } }
}

const values = [
  'once',
  'twice',
  'amended',
  'once-too',
  'both',
  'never',
  'half\ud800',
  'half\ufffd',
  long,
  `${long}x`,
  '',
]
const pairs = fc.oneof(
  fc
    .subarray(values, { minLength: 1, maxLength: 3 })
    .map((some): [string, string] => ['identifier', some.map((value) => `${hospital}|${value}`).join(',')]),
  fc.constantFrom<[string, string]>(['identifier', 'once'], ['code', '85354-9'], ['status', 'final']),
)
const conditions = fc.array(
  fc.tuple(pairs, fc.option(fc.constantFrom<[string, string]>(['status', 'amended'], ['status', 'final']))),
  { minLength: 4, maxLength: 20 },
)

describe('conditions of one bundle', () => {
  it('find together what each finds by itself', async () => {
    const { record } = house().built.clinic
    const who = { roles: ['nurse'] } as unknown as SignedIn
    await fc.assert(
      fc.asyncProperty(conditions, async (some) => {
        const intents = some.map(([one, also], at): Intent => {
          const condition = also === null ? [one] : [one, also]
          const resource = { resourceType: 'Observation', id: 'new' }
          return {
            where: `Bundle.entry[${at}]`,
            type: 'Observation',
            method: 'create',
            resource,
            ifNoneExist: condition,
          }
        })
        const together = await batchedLookups(intents, record)
        for (const intent of intents) {
          const condition = intent.method === 'create' ? (intent.ifNoneExist ?? []) : []
          const finding = { who, where: null, places: new Map(), ours: [] } as never as Parameters<
            typeof resolveCondition
          >[2]
          const found = await resolveCondition(intent.type, condition, { ...finding, view: together })
          expect(found, JSON.stringify(condition)).toEqual(
            await resolveCondition(intent.type, condition, { ...finding, view: record }),
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are one question where they are alike, however many they are', async () => {
    const { asked, view } = counted(house().built.clinic.record)
    const intents = Array.from(
      { length: 150 },
      (_, at): Intent => ({
        where: '',
        type: 'Observation',
        method: 'create',
        resource: { resourceType: 'Observation', id: 'new' },
        ifNoneExist: [['identifier', `${hospital}|${at}`]],
      }),
    )
    await batchedLookups(intents, view)
    expect(asked).toHaveLength(1)
  })

  it('make what is not there, and nothing of what is, in one transaction', async () => {
    const values = ['once', 'new-1', 'amended', 'new-2', 'both']
    const transaction = { resourceType: 'Bundle', type: 'transaction', entry: values.map(entryFor) }
    const first = await send('nurse', '/', transaction)
    expect(first.bundle.entry.map(({ response }) => response?.status.slice(0, 3))).toEqual([
      '200',
      '201',
      '200',
      '201',
      '200',
    ])
    const again = await send('nurse', '/', transaction)
    expect(again.bundle.entry.map(({ response }) => response?.location)).toEqual(
      first.bundle.entry.map(({ response }) => response?.location),
    )
    const several = await send('nurse', '/', { ...transaction, entry: [...values, 'twice'].map(entryFor) })
    expect([several.status, several.issues[0]?.expression]).toEqual([412, ['Bundle.entry[5].request.ifNoneExist']])
  })
})
