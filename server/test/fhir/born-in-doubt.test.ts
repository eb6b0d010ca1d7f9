import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Board, PatientView } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { importFiles } from '../../fhir/import/import-files.ts'
import { cleanUp, type House, openHouse, standingClock } from '../support.ts'
import { fhir } from './support.ts'

afterEach(cleanUp)

const theo = (birthDate: string | null) => ({ patient: { name: 'Demo Theo Sample', birthDate } })
const asked = (house: House, id: string, birthDate: string) =>
  house.act('nurse', id, { kind: 'visit', date: '2026-11-23', facts: { 'person.birthDate': birthDate } })
/** A form of ours, filled in elsewhere. */
const form = (id: string, birthDate: string) => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  questionnaire: 'https://facialis.invalid/Questionnaire/hemifacial-spasm',
  subject: { reference: `Patient/${id}` },
  authored: '2026-11-20',
  item: [{ linkId: 'person.birthDate', answer: [{ valueDate: birthDate }] }],
})
const renamed = async (house: House, id: string, birthDate: string) => {
  const { body } = await fhir(house, 'coordinator', 'GET', `/Patient/${id}`)
  const { versionId } = body.meta as { versionId: string }
  const headers = { 'if-match': `W/"${versionId}"` }
  return fhir(house, 'coordinator', 'PUT', `/Patient/${id}`, { ...body, birthDate }, { headers })
}
const looks = async (house: House, id: string) => (await house.view(id)).reviews.map(({ reason }) => reason)
const twice = (by: string, kept: string, counted: string) =>
  `${by} gave another birth date than was known here: ${kept} stands with the person, and ages are counted from ${counted}. Look which is right; a birth date is corrected under “Name and birth date”.`

describe('a birth date that another system contradicts', () => {
  it('in a form has to be looked at once; the one that counts is shown, and corrected on the page', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968-04-03'))
    for (const date of ['2015-04-03', '2015-04-03'])
      expect((await fhir(house, 'nurse', 'POST', '/QuestionnaireResponse', form(id, date))).status).toBe(201)
    expect(await looks(house, id)).toEqual([twice('Another system', '3 Apr 1968', '3 Apr 2015')])
    const { patient, version } = await house.view(id)
    expect(patient.birthDate).toBe('2015-04-03')
    const right = { birthDate: '1968-04-03' }
    const headers = { 'if-match': `"${version}"` }
    const after = await house.ask<PatientView>('nurse', 'PUT', `/api/patients/${id}/identity`, right, { headers })
    expect(after.body.patient.birthDate).toBe('1968-04-03')
    expect(after.body.advice.nextSteps.map((step) => step.id)).not.toContain('paediatric-neurology')
  })

  it('with the person has to be looked at, where another was answered at a visit; a more exact one need not be', async () => {
    const house = await openHouse()
    const id = await house.patient(theo(null))
    await asked(house, id, '1968')
    expect((await renamed(house, id, '1968-04-03')).status).toBe(200)
    expect(await looks(house, id)).toEqual([])
    expect((await renamed(house, id, '1986-04-03')).status).toBe(200)
    expect(await looks(house, id)).toEqual([twice('Another system', '3 Apr 1986', '1968')])
  })

  it('by what is on record of an earlier day has to be looked at', async () => {
    const house = await openHouse()
    const id = await house.patient({ ...theo('1968-04-03'), facts: { 'hfs.onset': '2024' } })
    expect((await renamed(house, id, '2025-04-03')).status).toBe(200)
    expect(await looks(house, id)).toEqual([
      'Another system gave a birth date, 3 Apr 2025, and something of 2024 is on record of this person. Look which is right; a birth date is corrected under “Name and birth date”.',
    ])
    expect((await renamed(house, id, '1968-04-03')).status).toBe(200)
    expect(await looks(house, id)).toHaveLength(1)
  })

  it('by what it tells of a day before the birth has to be looked at, once for each earlier day', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968-04-03'))
    const onset = (valueDate: string) => ({
      ...form(id, ''),
      item: [{ linkId: 'hfs.onset', answer: [{ valueDate }] }],
    })
    for (const date of ['1968', '1958-04', '1959', '1958-04'])
      expect((await fhir(house, 'nurse', 'POST', '/QuestionnaireResponse', onset(date))).status).toBe(201)
    expect(await looks(house, id)).toEqual([
      'Another system told something of Apr 1958, and the birth date on record is 3 Apr 1968. Look which is right; a birth date is corrected under “Name and birth date”.',
    ])
  })

  it('by another answer of the same day, or a side by the other one, is neither of both on the page', async () => {
    const house = await openHouse()
    const { patient } = theo(null)
    const answers = [
      { linkId: 'person.birthDate', answer: [{ valueDate: '1968-04-03' }] },
      { linkId: 'person.birthDate', answer: [{ valueDate: '2015-04-03' }] },
    ]
    // Whichever is read first by its id.
    for (let time = 0; time < 4; time++) {
      const id = await house.patient({ patient })
      for (const item of answers) {
        const told = { ...form(id, ''), item: [item] }
        expect((await fhir(house, 'nurse', 'POST', '/QuestionnaireResponse', told)).status).toBe(201)
      }
      for (const side of ['left', 'right'])
        await house.act('nurse', id, { kind: 'visit', date: '2026-11-23', facts: { 'hfs.side': side } })
      const view = await house.view(id)
      expect(view.advice.conflicts.map(({ fact }) => fact).sort()).toEqual(['hfs.side', 'person.birthDate'])
      expect([view.patient.birthDate, view.patient.side]).toEqual([null, null])
    }
  })

  it('in a form that is dated ahead is shown from that day on, as ages are counted', async () => {
    const clock = standingClock()
    const house = await openHouse(clock)
    const id = await house.patient(theo('1968-04-03'))
    await house.act('nurse', id, { kind: 'visit', date: '2026-11-23', facts: { 'hfs.side': 'left' } })
    const item = [
      { linkId: 'person.birthDate', answer: [{ valueDate: '1968' }] },
      { linkId: 'hfs.side', answer: [{ valueString: 'right' }] },
    ]
    const ahead = { ...form(id, ''), authored: '2026-12-01', item }
    expect((await fhir(house, 'nurse', 'POST', '/QuestionnaireResponse', ahead)).status).toBe(201)
    const shown = async () => {
      const { birthDate, side } = (await house.view(id)).patient
      const row = (await house.ask<Board>('nurse', 'GET', '/api/board')).body.rows.find((one) => one.id === id)
      return [birthDate, side, row?.birthDate, row?.side]
    }
    expect(await shown()).toEqual(['1968-04-03', 'left', '1968-04-03', 'left'])
    clock.day('2026-12-01')
    expect(await shown()).toEqual(['1968', 'right', '1968', 'right'])
  })

  it('by an answer of the day on which another was given has to be looked at: ages are counted from neither', async () => {
    const house = await openHouse()
    for (const kept of [null, '1968-04-03']) {
      const id = await house.patient(theo(kept))
      await asked(house, id, '1968-04-03')
      const told = { ...form(id, '2015-04-03'), authored: '2026-11-23' }
      for (const _ of [1, 2])
        expect((await fhir(house, 'nurse', 'POST', '/QuestionnaireResponse', told)).status).toBe(201)
      expect(await looks(house, id)).toEqual([
        'Another system gave another birth date than was known here: 3 Apr 1968 and 3 Apr 2015 were told on one day, and ages are counted from neither. Look which is right; a birth date is corrected under “Name and birth date”.',
      ])
      const { version } = await house.view(id)
      const headers = { 'if-match': `"${version}"` }
      const right = { birthDate: '1968-04-04' }
      const after = await house.ask<PatientView>('nurse', 'PUT', `/api/patients/${id}/identity`, right, { headers })
      expect([after.body.patient.birthDate, after.body.advice.conflicts]).toEqual(['1968-04-04', []])
    }
  })

  it('in a file has to be looked at, too', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968-04-03'))
    const file = join(house.folder, 'forms.ndjson')
    writeFileSync(file, `${JSON.stringify(form(id, '2015-04-03'))}\n`)
    const nothing = () => {}
    await importFiles(house.built.clinic, [file], {
      progress: nothing,
      aside: nothing,
      otherwise: nothing,
      badlyLinked: nothing,
    })
    expect(await looks(house, id)).toEqual([twice('A file', '3 Apr 1968', '3 Apr 2015')])
  })
})
