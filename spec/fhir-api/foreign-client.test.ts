import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storedRoles } from '@facialis/server/identity/account.ts'
import { hashPassword } from '@facialis/server/identity/password.ts'
import { type Built, buildServer } from '@facialis/server/index.ts'
import { MedplumClient, OperationOutcomeError } from '@medplum/core'
import type { Bundle, Observation, Patient } from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fhirDefinitions } from '../../scripts/fhir-definitions.ts'

let built: Built
let folder: string
let client: MedplumClient

/** A client that somebody else wrote, over a real line; all we add is the session of a person who is signed in. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facialis-foreign-'))
  built = await buildServer({ folder, zone: 'UTC' })
  const password = 'quiet lantern under snow'
  await built.clinic.record.accounts.create({
    login: 'demo',
    displayName: 'Demo Doctor',
    roles: storedRoles({ roles: ['clinician'], profession: 'neurologist' }),
    passwordHash: await hashPassword(password),
  })
  const origin = await built.app.listen({ port: 0, host: '127.0.0.1' })
  const headers = { 'content-type': 'application/json', 'x-facialis': '1' }
  const signedIn = await fetch(`${origin}/api/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login: 'demo', password }),
  })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  client = new MedplumClient({
    baseUrl: origin,
    fhirUrlPath: 'fhir',
    cacheTime: 0,
    fetch: (url: string, options: RequestInit) =>
      fetch(url, {
        ...options,
        headers: { ...(options.headers as Record<string, string>), cookie, 'x-facialis': '1' },
      }),
  })
})
afterAll(async () => {
  await built.close()
  rmSync(folder, { recursive: true, force: true })
})

const refusalOf = async (asked: Promise<unknown>): Promise<OperationOutcomeError> => {
  try {
    await asked
  } catch (error) {
    if (error instanceof OperationOutcomeError) return error
    throw error
  }
  throw new Error('It was not refused')
}

describe('a client that we did not write', () => {
  test('makes, reads, finds, changes and takes back resources', async () => {
    const patient = await client.createResource<Patient>({
      resourceType: 'Patient',
      name: [{ family: 'Sample', given: ['Demo'] }],
    })
    expect(await client.readResource('Patient', patient.id)).toMatchObject({ name: [{ family: 'Sample' }] })
    const finding = await client.createResource<Observation>({
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'pulse' },
      subject: { reference: `Patient/${patient.id}` },
    })
    const found = await client.searchResources('Observation', { 'patient.family': 'sam', _sort: '-_lastUpdated' })
    expect(found.map(({ id }) => id)).toEqual([finding.id])
    const once = await client.createResourceIfNoneExist<Patient>(
      { resourceType: 'Patient', name: [{ family: 'Sample' }] },
      'family=sample',
    )
    expect(once.id).toBe(patient.id)
    const changed = await client.patchResource(
      'Observation',
      finding.id,
      [{ op: 'replace', path: '/status', value: 'amended' }],
      {
        headers: { 'If-Match': 'W/"1"' },
      },
    )
    expect(changed).toMatchObject({ status: 'amended', meta: { versionId: '2' } })
    const history = await client.readHistory('Observation', finding.id)
    expect(history.entry?.map(({ resource }) => resource?.meta?.versionId)).toEqual(['2', '1'])
    expect((await client.readVersion('Observation', finding.id, '1')).status).toBe('final')
    await client.deleteResource('Observation', finding.id, { headers: { 'If-Match': 'W/"2"' } })
    expect((await refusalOf(client.readResource('Observation', finding.id))).outcome.issue?.[0]?.code).toBe('deleted')
  })

  test('sends a transaction whose entries refer to each other, and walks through pages', async () => {
    const person = 'urn:uuid:0a1b2c3d-0000-4000-8000-000000000009'
    const bundle: Bundle = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          fullUrl: person,
          resource: { resourceType: 'Patient', name: [{ family: 'Pages' }] },
          request: { method: 'POST', url: 'Patient' },
        },
        ...Array.from({ length: 7 }, (_, at) => ({
          resource: {
            resourceType: 'Observation',
            status: 'final',
            code: { text: `number ${at}` },
            subject: { reference: person },
          } as Observation,
          request: { method: 'POST', url: 'Observation' } as const,
        })),
      ],
    }
    expect((await client.executeBatch(bundle)).entry).toHaveLength(8)
    const seen: string[] = []
    for await (const page of client.searchResourcePages('Observation', 'patient.family=pages&_count=3'))
      seen.push(...page.map(({ code }) => String(code.text)))
    expect(seen.sort()).toEqual(Array.from({ length: 7 }, (_, at) => `number ${at}`))
  })

  test('may write a slash behind the base, or behind a type, as many do', async () => {
    const bundle = { resourceType: 'Bundle', type: 'batch', entry: [{ request: { method: 'GET', url: 'Patient' } }] }
    const told = await client.post(new URL('fhir/', client.getBaseUrl()), bundle)
    expect(told.type).toBe('batch-response')
    const found = await client.get(new URL('fhir/Patient/?family=sample', client.getBaseUrl()))
    expect(found.entry).toHaveLength(1)
    const { id } = found.entry[0].resource
    expect((await client.get(new URL(`fhir/Patient/${id}/`, client.getBaseUrl()))).id).toBe(id)
  })

  test('is told what is wrong, and where', async () => {
    const told = await refusalOf(client.createResource({ resourceType: 'Patient', birthDate: 'soon' } as Patient))
    expect(told.outcome.issue).toMatchObject([{ severity: 'error', expression: ['Patient.birthDate'] }])
    const toxin = {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { text: 'Botox' },
      subject: { reference: `Patient/${(await client.searchOne('Patient', 'family=sample'))?.id}` },
    } as const
    const shut = await refusalOf(client.createResource(toxin))
    expect(shut.outcome.issue?.[0]).toMatchObject({
      code: 'business-rule',
      details: { text: expect.stringContaining('cannot be ordered') },
    })
  })

  test('reads a statement of what is served that is right FHIR', async () => {
    const faultsOf = fhirDefinitions()
    const statement = await client.get(client.fhirUrl('metadata'))
    expect(faultsOf(statement)).toEqual([])
    const page = await client.search('Patient', '_revinclude=Observation:patient')
    expect(faultsOf(JSON.parse(JSON.stringify(page)))).toEqual([])
  })
})
