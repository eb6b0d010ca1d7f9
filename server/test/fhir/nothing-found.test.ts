import { describe, expect, it } from 'vitest'
import { emptyPlaces, fhir, oneHouse } from './support.ts'

let ada: string
const { house, get, send } = oneHouse(async (opened) => {
  ada = await opened.patient()
})

/** HAPI FHIR and the validator of HL7 refuse a bundle with `"entry": []` as a whole: the JSON of R4 leaves out what is empty. */
describe('Where nothing is found, a strict client reads a bundle without entries', () => {
  it.each([
    ['a search', () => get('neurologist', '/Patient?family=nobody')],
    [
      'a search by POST',
      () => send('neurologist', '/Patient/_search', 'family=nobody', { as: 'application/x-www-form-urlencoded' }),
    ],
    ['a count', () => get('neurologist', '/Patient?_summary=count')],
    ['no page of a search', () => get('neurologist', '/Patient?_count=0')],
    ['what is in the compartment of somebody', () => get('neurologist', `/Patient/${ada}/Goal`)],
    ['all of it', () => get('neurologist', `/Patient/${ada}/*?_type=Goal`)],
    ['everything of somebody', () => get('neurologist', `/Patient/${ada}/$everything?_type=Goal`)],
    ['the history of a type', () => get('neurologist', '/Goal/_history')],
    ['a batch of nothing', () => send('neurologist', '', { resourceType: 'Bundle', type: 'batch' })],
    ['a transaction of nothing', () => send('neurologist', '', { resourceType: 'Bundle', type: 'transaction' })],
    ['the audit trail of another century', () => get('privacy', '/AuditEvent?date=lt1990')],
  ])('%s', async (_, ask) => {
    const { status, text } = await ask()
    expect(status).toBe(200)
    expect(JSON.parse(text)).not.toHaveProperty('entry')
  })

  it('and who has neither telephone nor e-mail is sent without a list of them', async () => {
    const id = await house().patient({ patient: { name: 'Demo Iva Sample', birthDate: '1966-06-06' } })
    expect((await get('neurologist', `/Patient/${id}`)).body).not.toHaveProperty('telecom')
  })

  it('and what is served is stated without an empty list', async () => {
    expect(emptyPlaces((await fhir(house(), null, 'GET', '/metadata')).body)).toEqual([])
  })
})
