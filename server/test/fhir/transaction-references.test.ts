import { describe, expect, it } from 'vitest'
import { bundlesTo, elsewhere, entry, finding, newFinding, newPerson, person } from './bundles.ts'
import { fhir, type Json, oneHouse, refusal } from './support.ts'

const { house } = oneHouse()
const { send, many } = bundlesTo(house)

describe('what refers to what in a transaction', () => {
  it('makes several resources that refer to each other, in any order', async () => {
    const told = await send('transaction', [
      entry('POST', 'Observation', finding(newPerson, { derivedFrom: [{ reference: newFinding }] })),
      entry('POST', 'Observation', finding(newPerson), { fullUrl: newFinding }),
      entry('POST', 'Patient', person, { fullUrl: newPerson }),
      entry('GET', 'Patient?name=bundle'),
    ])
    expect(told.status).toBe(200)
    expect(told.bundle.type).toBe('transaction-response')
    const responses = told.bundle.entry.map(({ response }) => response)
    expect(responses.map((one) => one?.status)).toEqual(['201 Created', '201 Created', '201 Created', '200 OK'])
    const [first, second, third] = responses.map((one) => one?.location?.replace(/\/_history.*/, ''))
    expect((await fhir(house(), 'nurse', 'GET', `/${first}`)).body).toMatchObject({
      subject: { reference: third },
      derivedFrom: [{ reference: second }],
    })
    const event = await house().built.clinic.record.auditEntries({ patientId: third!.split('/')[1]!, limit: 9 })
    expect(event.filter(({ action }) => action === 'fhir-transaction')).toMatchObject([
      { changes: expect.arrayContaining([expect.objectContaining({ type: 'Patient' })]) },
    ])
  })

  it('takes what another system calls Patient/[id] for its own, not for somebody who happens to have that id here', async () => {
    const here = await house().patient()
    const there = 'https://ehr.example/fhir'
    const told = await send('transaction', [
      entry('POST', 'Observation', finding(`Patient/${here}`), { fullUrl: `${there}/Observation/1` }),
      entry('POST', 'Observation', finding(`Patient/${here}/_history/3`), { fullUrl: `${there}/Observation/2` }),
      entry('POST', 'Patient', person, { fullUrl: `${there}/Patient/${here}` }),
      entry('POST', 'Observation', finding(`Patient/${here}`)),
    ])
    const [first, second, third, fourth] = told.bundle.entry.map(({ response }) =>
      response?.location?.replace(/\/_history.*/, ''),
    )
    const subjectOf = async (at?: string) => (await fhir(house(), 'nurse', 'GET', `/${at}`)).body.subject
    for (const one of [first, second]) expect(await subjectOf(one)).toEqual({ reference: third })
    expect(await subjectOf(fourth)).toEqual({ reference: `Patient/${here}` })
  })

  it.each<[string, (id: string) => readonly Json[]]>([
    [
      'it does not send along',
      (id) => [entry('POST', 'Observation', finding(`Patient/${id}`), elsewhere('Observation/1'))],
    ],
    [
      'it sends along under the address of one version',
      (id) => [
        entry('POST', 'Observation', finding(`Patient/${id}`), elsewhere('Observation/1')),
        entry('POST', 'Patient', person, elsewhere(`Patient/${id}/_history/1`)),
      ],
    ],
    [
      'it tells by the id it has there, under no address',
      (id) => [entry('POST', 'Observation', finding(`Patient/${id}`)), entry('POST', 'Patient', { ...person, id })],
    ],
  ])('is refused with its place where Patient/[id] may be somebody of another server whom %s', async (_, entries) => {
    const here = (await fhir(house(), 'nurse', 'POST', '/Patient', person)).body.id
    const told = await send('transaction', entries(here))
    expect([told.status, told.issues[0]?.expression?.[0]]).toEqual([
      422,
      expect.stringMatching(/^Bundle\.entry\[0\]\.resource\.subject/),
    ])
    expect(told.issues[0]?.details.text).toMatch(/fullUrl/)
    expect(await many(`Observation?patient=${here}`)).toBe(0)
  })

  it.each(['a_b', '1?at=1', '1#top'])('takes an entry at [another server]/Observation/%s for theirs', async (id) => {
    const here = await house().patient()
    const told = await send('transaction', [
      entry('POST', 'Observation', finding(`Patient/${here}`), elsewhere(`Observation/${id}`)),
    ])
    expect(refusal(told)).toEqual([422, 'no-such-person'])
  })

  it.each(['transaction', 'batch'] as const)(
    'says, as a %s, that a condition finds what is about somebody else, and does not take it for theirs',
    async (type) => {
      const here = (await fhir(house(), 'nurse', 'POST', '/Patient', person)).body.id
      const kept = await fhir(house(), 'nurse', 'POST', '/Observation', finding(`Patient/${here}`))
      const theirs = (condition: string, subject = `Patient/${here}`): readonly Json[] => [
        entry('POST', 'Patient', person, { ...elsewhere(`Patient/${here}`) }),
        entry('POST', 'Observation', finding(subject), elsewhere('Observation/1'), { ifNoneExist: condition }),
      ]
      for (const condition of [`patient=Patient/${here}`, `subject=${here}`, `_id=${kept.body.id}`]) {
        const told = await send(type, theirs(condition))
        const outcome = type === 'transaction' ? told.body : told.bundle.entry[1]?.response?.outcome
        expect(outcome, condition).toMatchObject({
          issue: [
            {
              details: { coding: [{ code: 'found-of-another' }] },
              expression: ['Bundle.entry[1].request.ifNoneExist'],
            },
          ],
        })
      }
      const ours = { ifNoneExist: `_id=${kept.body.id}` }
      const merging = { ...person, link: [{ other: { reference: `Patient/${here}` }, type: 'replaces' }] }
      const inUse = (await fhir(house(), 'coordinator', 'POST', '/Patient', merging)).body.id
      for (const id of [here, inUse]) {
        const again = await send(type, [entry('POST', 'Observation', finding(`Patient/${id}`), {}, ours)])
        expect(again.bundle.entry[0]?.response?.status).toBe('200 OK')
      }
      const ofAGroup = await send(type, [entry('POST', 'Observation', finding('Group/7'), {}, ours)])
      expect(type === 'transaction' ? ofAGroup.status : ofAGroup.bundle.entry[0]?.response?.status).toEqual(
        type === 'transaction' ? 412 : '412 Precondition Failed',
      )
    },
  )

  it('finds whom a version of theirs names, and takes one set of ids for one where something is kept under its own', async () => {
    const here = (await fhir(house(), 'nurse', 'POST', '/Patient', person)).body.id
    const told = await send('transaction', [
      entry(
        'POST',
        'Observation',
        finding(`${elsewhere(`Patient/${here}`).fullUrl}/_history/3`),
        elsewhere('Observation/1'),
      ),
      entry('POST', 'Patient', person, elsewhere(`Patient/${here}`)),
    ])
    expect(told.status).toBe(200)
    expect(await many(`Observation?patient=${here}`)).toBe(0)
    const mirrored = { ...finding(`Patient/${here}`), id: 'kept-alike' }
    expect(
      (
        await send('transaction', [
          entry('PUT', 'Observation/kept-alike', mirrored, elsewhere('Observation/kept-alike')),
        ])
      ).status,
    ).toBe(200)
    expect(await many(`Observation?patient=${here}`)).toBe(1)
  })

  it('takes no name for two entries: nobody could say which of them a reference means', async () => {
    const named = (text: string) =>
      entry('POST', 'Observation', finding('x', { code: { text } }), { fullUrl: newPerson })
    const told = await send('transaction', [named('one'), named('two')])
    expect(told.issues[0]).toMatchObject({
      details: { coding: [{ code: 'named-twice' }] },
      expression: ['Bundle.entry[1].fullUrl'],
    })
  })
})
