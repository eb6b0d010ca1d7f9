import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parametersOf } from '../../search-indexing/parameters.ts'
import { adaSample } from '../support.ts'
import { fhir, oneHouse } from './support.ts'

// Stands only in what came in by the front door, which an imaging reader is not shown.
const secret = 'Demo Zyxwvut'
let ada: string
const { house } = oneHouse(async (opened) => {
  ada = await opened.patient()
  await opened.ask(null, 'POST', '/api/front-door/referrals', {
    ...adaSample,
    patient: { ...adaSample.patient, name: secret },
  })
})

const types = ['Task', 'Task', 'Task', 'Patient', 'Provenance', 'Observation']
const names = [...new Set(types.flatMap((type) => (parametersOf[type] ?? []).map(({ name }) => name)))]
const query = fc
  .array(
    fc.oneof(
      fc.tuple(
        fc.constantFrom(...names),
        fc.constantFrom('', ':missing', ':not'),
        fc.constantFrom(
          'true',
          'false',
          'requested',
          'referral',
          'https://facialis.invalid/task|referral',
          'order,proposal',
          'ge2020',
        ),
      ),
      fc.tuple(
        fc.constantFrom('_has:Task:patient:code', '_has:Task:patient:status', '_has:Task:subject:intent'),
        fc.constant(''),
        fc.constantFrom('referral', 'requested', 'https://facialis.invalid/task|referral', 'order,proposal'),
      ),
      fc.tuple(
        fc.constantFrom('_revinclude', '_include'),
        fc.constant(''),
        fc.constantFrom('Task:patient', 'Task:subject', 'Task:*', 'Provenance:target', 'Observation:patient'),
      ),
      fc.tuple(
        fc.constantFrom('_sort', '_total', '_summary', '_count', '_lastUpdated'),
        fc.constant(''),
        fc.constantFrom('-_lastUpdated', 'accurate', 'count', '1', 'ge2020', 'authored-on'),
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.map(([name, word, value]) => `${name}${word}=${encodeURIComponent(value)}`).join('&'))
const address = fc.oneof(
  fc.tuple(fc.constantFrom(...types), query).map(([type, asked]) => `${type}?${asked}`),
  fc.constantFrom(
    'Task/_history',
    'Patient/:ada/$everything',
    'Patient/:ada/$everything?_type=Task',
    'Task/_history?_count=1',
    '_history',
    'Patient/:ada/Task?status=requested',
  ),
)

it('by no way round does a reader see, or count, what came in by the front door', async () => {
  const open = await fhir(house(), 'coordinator', 'GET', '/Task?status=requested')
  expect(open.text).toContain(secret)
  await fc.assert(
    fc.asyncProperty(address, fc.boolean(), async (path, inBatch) => {
      const url = path.replace(':ada', ada)
      const told = inBatch
        ? await fhir(house(), 'reader', 'POST', '', {
            resourceType: 'Bundle',
            type: 'batch',
            entry: [{ request: { method: 'GET', url } }],
          })
        : await fhir(house(), 'reader', 'GET', `/${url}`)
      expect(told.text).not.toContain(secret)
      expect(told.status).toBeLessThan(500)
      if (url.startsWith('Task?'))
        expect(
          (inBatch ? (told.bundle.entry[0]?.resource as { total?: number } | undefined)?.total : told.bundle.total) ??
            0,
        ).toBe(0)
    }),
    { numRuns: 80 },
  )
})
