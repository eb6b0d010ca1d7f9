import { describe, expect, it } from 'vitest'
import { about, benSample, fhir, idsIn, type Json, oneHouse, pressure, refusal } from './fhir-support.ts'

let ada: string
let ben: string
const { house, get, made, madeId, patch, remove, send } = oneHouse(async (opened) => {
  ada = await opened.patient()
  ben = await opened.patient(benSample)
})

const numbered = (number: string, more: Json = {}): Json =>
  pressure(ada, { identifier: [{ system: 'https://hospital.example/findings', value: number }], ...more })
const by = (number: string) => `Observation?identifier=https://hospital.example/findings|${number}`
const amended = [{ op: 'replace', path: '/status', value: 'amended' }]

describe('what a condition finds', () => {
  it('is patched and taken back by who names the version they saw', async () => {
    const id = await madeId('nurse', numbered('1'))
    const unseen = await fhir(house(), 'nurse', 'PATCH', `/${by('1')}`, amended, { as: 'application/json-patch+json' })
    expect(unseen.status).toBe(428)
    expect((await patch('nurse', by('1'), amended, 7)).status).toBe(412)
    const patched = await patch('nurse', by('1'), amended)
    expect([patched.status, patched.body]).toMatchObject([200, { id, status: 'amended', meta: { versionId: '2' } }])
    expect((await fhir(house(), 'neurologist', 'DELETE', `/${by('1')}`)).status).toBe(428)
    expect((await remove('neurologist', by('1'), 1)).status).toBe(412)
    expect((await remove('neurologist', by('1'), 2)).status).toBe(204)
    expect((await get('nurse', `/Observation/${id}`)).status).toBe(410)
  })

  it('is neither patched nor taken back when there are several of it, or when no condition is named', async () => {
    const ids = [await madeId('nurse', numbered('2')), await madeId('nurse', numbered('2'))]
    expect(refusal(await patch('nurse', by('2'), amended))).toEqual([412, 'several-found'])
    expect(refusal(await remove('neurologist', by('2')))).toEqual([412, 'several-found'])
    expect(refusal(await remove('neurologist', 'Observation'))).toEqual([412, 'no-condition'])
    expect(refusal(await patch('nurse', 'Observation', amended))).toEqual([412, 'no-condition'])
    expect(refusal(await remove('neurologist', 'Observation?nonsense=1'))).toEqual([400, 'unknown-parameter'])
    for (const id of ids) expect((await get('nurse', `/Observation/${id}`)).body).toMatchObject({ status: 'final' })
  })

  it('when it is nothing, cannot be patched, and need not be taken back', async () => {
    const nothing = await fhir(house(), 'nurse', 'PATCH', `/${by('3')}`, amended, { as: 'application/json-patch+json' })
    expect(nothing.status).toBe(404)
    expect((await fhir(house(), 'neurologist', 'DELETE', `/${by('3')}`)).status).toBe(204)
  })

  it('is taken back by the roles that delete, and what acts recorded by acts alone, as when its id is named', async () => {
    await madeId('nurse', numbered('4'))
    expect(refusal(await remove('nurse', by('4')))).toEqual([403, 'may-not'])
    expect(refusal(await remove('neurologist', `EpisodeOfCare?patient=${ada}`))).toEqual([422, 'kept-by-acts'])
    expect(refusal(await remove('neurologist', `Patient?_id=${ada}`))).toEqual([405, 'not-done'])
  })

  it('is taken back in a transaction, all or nothing', async () => {
    const id = await madeId('nurse', numbered('5'))
    const bundle = (ifMatch: string) => ({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        { request: { method: 'POST', url: 'Observation' }, resource: numbered('6') },
        { request: { method: 'DELETE', url: by('5'), ifMatch } },
      ],
    })
    expect((await send('neurologist', '', bundle('W/"2"'))).status).toBe(412)
    expect(idsIn((await get('nurse', `/${by('6')}`)).bundle)).toEqual([])
    const done = await send('neurologist', '', bundle('W/"1"'))
    expect(done.bundle.entry.map(({ response }) => response?.status)).toEqual(['201 Created', '204 No Content'])
    expect((await get('nurse', `/Observation/${id}`)).status).toBe(410)
  })
})

describe('a search by what refers to something', () => {
  const having = async (query: string) => idsIn((await get('nurse', `/${query}`)).bundle)

  it('finds those whom another resource is about, of which this is so', async () => {
    const code = { coding: [{ system: 'http://loinc.org', code: '8310-5' }] }
    await made('nurse', pressure(ben, { code }))
    await made('nurse', pressure(ben, { code }))
    expect(await having('Patient?_has:Observation:patient:code=http://loinc.org|8310-5')).toEqual([`Patient/${ben}`])
    expect(await having('Patient?_has:Observation:subject:code=8310-5&family=nobody')).toEqual([])
    expect(await having('Patient?_has:Observation:patient:code=absent')).toEqual([])
    const both = await having('Patient?_has:Observation:patient:date=2026-11-20&_sort=_id')
    expect(both).toContain(`Patient/${ben}`)
    expect(both).not.toContain('Patient/absent')
  })

  it('finds results by the report that names them', async () => {
    const result = await madeId('nurse', numbered('7'))
    const report: Json = {
      resourceType: 'DiagnosticReport',
      status: 'final',
      code: { text: 'panel' },
      ...about(ada),
      result: [{ reference: `Observation/${result}` }],
    }
    await made('neurologist', report)
    expect(await having('Observation?_has:DiagnosticReport:result:status=final')).toEqual([`Observation/${result}`])
  })

  it.each([
    ['a type that is not kept', 'Patient?_has:Invoice:subject:status=x', 'unknown-parameter'],
    ['what leads elsewhere', 'Patient?_has:Observation:encounter:status=x', 'unknown-parameter'],
    ['what is no reference', 'Patient?_has:Observation:code:status=x', 'unknown-parameter'],
    ['a condition nobody knows', 'Patient?_has:Observation:patient:nonsense=x', 'unknown-parameter'],
    ['no condition', 'Patient?_has:Observation:patient=x', 'unknown-parameter'],
    ['a second link', 'Patient?_has:Observation:patient:encounter.status=x', 'unknown-modifier'],
  ])('refuses %s, with its place', async (_, query, code) => {
    const told = await get('nurse', `/${query}`)
    expect(refusal(told)).toEqual([400, code])
    expect(told.issues[0]?.expression?.[0]).toContain('_has:')
  })
})
