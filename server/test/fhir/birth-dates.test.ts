import { describe, expect, it } from 'vitest'
import { about, fhir, type Json, oneHouse, refusal } from './support.ts'

let ada: string
const { house, send, put, made } = oneHouse(async (opened) => {
  ada = await opened.patient()
})

describe('a birth date', () => {
  it.each(['1790', '2066-01-02', '1790-04'])(
    'of %s is refused as a screen does, and left where it stands already',
    async (birthDate) => {
      const born = { resourceType: 'Patient', name: [{ text: 'Demo Born' }], birthDate }
      const told = await fhir(house(), 'nurse', 'POST', '/Patient', born)
      expect([told.status, told.issues[0]?.expression]).toEqual([422, ['Patient.birthDate']])
      expect(told.issues[0]?.details.text).toMatch(/^Birth date: /)
      const id = `born-${birthDate}`
      const changes = [{ method: 'create', resource: { ...born, id } }] as const
      expect((await house().built.clinic.record.act({ actor: { id: 'trial' }, action: 'import', changes })).ok).toBe(
        true,
      )
      const put = (more: Json) =>
        fhir(house(), 'nurse', 'PUT', `/Patient/${id}`, { ...born, id, ...more }, { headers: { 'if-match': '"1"' } })
      expect((await put({ birthDate: '1791' })).status).toBe(422)
      expect((await put({ gender: 'other' })).status).toBe(200)
    },
  )

  it('that nobody has is refused also where a form answers it', async () => {
    const form = (valueDate: string, status = 'completed'): Json => ({
      resourceType: 'QuestionnaireResponse',
      status,
      ...about(ada),
      authored: '2026-11-23',
      author: { reference: 'https://ehr.example/fhir/Practitioner/77', type: 'Practitioner', display: 'Dr Demo' },
      item: [{ linkId: 'group', item: [{ linkId: 'person.birthDate', answer: [{ valueDate }] }] }],
    })
    for (const born of ['1790-04-01', '2066-01-02']) {
      const told = await send('nurse', '/QuestionnaireResponse', form(born))
      expect([...refusal(told), told.issues[0]?.expression?.[0]]).toEqual([
        422,
        'bad-date',
        'QuestionnaireResponse.item',
      ])
    }
    // What is still being filled in says nothing yet; once it does, it is judged.
    const open = await made('nurse', form('1790-04-01', 'in-progress'))
    expect(
      refusal(await put('nurse', `/QuestionnaireResponse/${open.id}`, { ...open, status: 'completed' }, 1)),
    ).toEqual([422, 'bad-date'])
    expect((await send('nurse', '/QuestionnaireResponse', form('1968-04-12'))).status).toBe(201)
  })
})
