import { type Board, type LikePatient, noFilters, type PatientView } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { fhir } from './fhir/support.ts'
import { onPostgres } from './on-postgres.ts'
import { cleanUp, type House, openHouse, type Person } from './support.ts'

afterEach(cleanUp)

/** By somebody who has the page of the person before them. */
const correct = async (house: House, id: string, identity: object, who: Person = 'coordinator') => {
  const { version } = await house.view(id)
  return house.ask<PatientView>(who, 'PUT', `/api/patients/${id}/identity`, identity, {
    headers: { 'if-match': `"${version}"` },
  })
}

const theo = (birthDate: string | null) => ({ patient: { name: 'Demo Theo Sampel', birthDate } })

/** Somebody whose birth date stands in the record that was merged into the other. @returns the id of the one in use */
async function withTwoRecords(house: House): Promise<string> {
  const [old, kept] = [await house.patient(theo('1968-04-03')), await house.patient(theo(null))]
  const { meta, ...before } = (await fhir(house, 'nurse', 'GET', `/Patient/${old}`)).body
  const link = [{ type: 'replaced-by', other: { reference: `Patient/${kept}` } }]
  const merged = { ...before, active: false, link }
  await fhir(house, 'coordinator', 'PUT', `/Patient/${old}`, merged, { headers: { 'if-match': 'W/"1"' } })
  return kept
}

/** What comes of the person’s age. */
const ofAge = (view: PatientView) => view.advice.nextSteps.map(({ id }) => id).filter((id) => /18|paediatric/.test(id))

describe('a name or a birth date that is wrong', () => {
  it('is corrected by the coordinator, told with what stood there before, and found from then on', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968-04-03'))
    const after = await correct(house, id, { name: 'Demo Theo Sample', birthDate: '1986-04-03' })
    expect(after.body.patient).toMatchObject({ name: 'Demo Theo Sample', birthDate: '1986-04-03' })
    expect(after.body.timeline[0]).toMatchObject({
      kind: 'identity',
      by: 'Demo coordinator',
      said: {
        note: 'Full name: Demo Theo Sample (before: Demo Theo Sampel)\nBirth date: 3 Apr 1986 (before: 3 Apr 1968)',
      },
    })
    const board = await house.ask<Board>('coordinator', 'GET', '/api/board')
    expect(board.body.rows.map(({ name, birthDate }) => [name, birthDate])).toEqual([
      ['Demo Theo Sample', '1986-04-03'],
    ])
    const like = { name: 'sample', birthDate: '1986-04-03' }
    const alike = await house.ask<LikePatient[]>('coordinator', 'POST', '/api/patients/duplicates', like)
    expect(alike.body.map((one) => one.id)).toEqual([id])
    const trail = await house.built.clinic.record.auditEntries({ limit: 9 })
    expect(trail.find(({ action }) => action === 'identity-corrected')?.patientIds).toEqual([id])
  })

  it('the same said twice changes nothing', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968-04-03'))
    const before = await correct(house, id, { name: 'Demo Theo Sample' })
    expect((await correct(house, id, { name: 'Demo Theo Sample', birthDate: '1968-04-03' })).body).toEqual(before.body)
  })

  it('a birth date may become known, whole, or another; one that nobody’s life can have is refused', async () => {
    const house = await openHouse()
    const id = await house.patient(theo(null))
    const born = async (birthDate: string) => {
      const answer = await correct(house, id, { birthDate })
      return answer.body.patient?.birthDate ?? [answer.status, answer.problem.where]
    }
    expect(await born('1968')).toBe('1968')
    expect(await born('1968-04-03')).toBe('1968-04-03')
    expect(await born('1970-04-03')).toBe('1970-04-03')
    expect(await born('2031')).toEqual([422, 'birthDate'])
    expect(await born('1790')).toEqual([422, 'birthDate'])
    expect(await born('1968-13-03')).toEqual([422, 'birthDate'])
    expect((await correct(house, id, { name: ' \u200b ' })).problem).toMatchObject({
      where: 'name',
      sentence: 'Full name is needed.',
    })
  })

  it('the oldest person there may be is of 130 years, to the day', async () => {
    const house = await openHouse()
    const id = await house.patient(theo(null))
    const said = async (birthDate: string) => (await correct(house, id, { birthDate })).problem?.sentence
    expect(house.clock.now.slice(0, 10)).toBe('2026-11-23')
    expect(await said('1896-11-22')).toMatch(/: 22 Nov 1896 is more than 130 years ago\. Check the year\.$/)
    expect(await said('1896-10')).toMatch(/: Oct 1896 is more than 130 years ago\. Check the year\.$/)
    for (const birthDate of ['1896', '1896-11', '1896-11-23'])
      expect((await correct(house, id, { birthDate })).status).toBe(200)
  })

  it('a birth date after something that is on record of the person is refused: one of both is wrong', async () => {
    const house = await openHouse()
    const id = await house.patient({ ...theo('1968'), facts: { 'hfs.onset': '2024' } })
    const late = await correct(house, id, { birthDate: '2025-03-01' })
    expect([late.status, late.problem]).toEqual([
      422,
      {
        code: 'bad-date',
        sentence: 'This person’s record has something dated 2024, before this birth date. Check both.',
        where: 'birthDate',
      },
    ])
    // Whoever was born in the year in which it began may have had it from birth.
    expect((await correct(house, id, { birthDate: '2024-03-01' })).status).toBe(200)
  })

  it('is not written over by somebody who did not see what a colleague wrote meanwhile, nor by whoever reads images', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968-04-03'))
    const { version } = await house.view(id)
    await correct(house, id, { name: 'Demo Theo Sample' }, 'nurse')
    const put = (headers: Record<string, string>) =>
      house.ask('coordinator', 'PUT', `/api/patients/${id}/identity`, { name: 'Demo Theo Simple' }, { headers })
    expect((await put({ 'if-match': `"${version}"` })).status).toBe(412)
    expect((await put({})).status).toBe(428)
    expect((await correct(house, id, { name: 'Demo Theo Simple' }, 'reader')).status).toBe(404)
    expect((await house.view(id)).patient.name).toBe('Demo Theo Sample')
  })

  it('asked at a visit, it is corrected there, too: the age that counts is the one that is shown', async () => {
    const house = await openHouse()
    const id = await house.patient(theo(null))
    await house.act('nurse', id, {
      kind: 'visit',
      date: '2026-11-23',
      facts: { 'person.birthDate': '2008' },
      entries: [{ kind: 'visit', date: '2026-11-23', fields: { 'visit.kind': 'first' } }],
    })
    const before = await house.view(id)
    expect(before.patient.birthDate).toBe('2008')
    expect(ofAge(before)).toEqual(['resolve-flag/rf.ageUnder18', 'paediatric-neurology'])
    const { body: whole } = await correct(house, id, { birthDate: '2008-12-03' })
    expect(whole.patient.birthDate).toBe('2008-12-03')
    expect(whole.advice.nextSteps.map((step) => step.id)).not.toContain('ask-dates')
    expect(ofAge(whole)).toEqual(['resolve-flag/rf.ageUnder18', 'paediatric-neurology'])
    const { body: grown } = await correct(house, id, { birthDate: '1968-12-03' })
    expect(grown.patient.birthDate).toBe('1968-12-03')
    expect(ofAge(grown)).toEqual([])
  })

  it('is not contradicted at a visit: what is said there more exactly is shown, and another one is refused at its question', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968'))
    const asked = (birthDate: string) =>
      house.act('nurse', id, { kind: 'visit', date: '2026-11-23', facts: { 'person.birthDate': birthDate } })
    for (const said of ['2015', 'unknown']) {
      const other = await asked(said)
      expect([other.status, other.problem]).toEqual([
        409,
        {
          code: 'born-otherwise',
          sentence:
            'The birth date on record is 1968. Where that is wrong, correct it on the overview, under “Name and birth date”.',
          where: 'facts["person.birthDate"]',
        },
      ])
    }
    expect((await asked('1968-04-03')).body.patient.birthDate).toBe('1968-04-03')
    expect((await correct(house, id, { birthDate: '2015' })).body.patient.birthDate).toBe('2015')
    expect(ofAge(await house.view(id))).toEqual(['resolve-flag/rf.ageUnder18', 'paediatric-neurology'])
    expect((await asked('2015-04-03')).status).toBe(200)
  })

  it('is known less exactly than it was believed: a day becomes its year, and a birth date asked at a visit, too', async () => {
    const house = await openHouse()
    const [written, asked] = [await house.patient(theo('1968-04-03')), await house.patient(theo('1968'))]
    await house.act('nurse', asked, { kind: 'visit', date: '2026-11-23', facts: { 'person.birthDate': '1968-04-03' } })
    for (const id of [written, asked]) {
      const { body } = await correct(house, id, { birthDate: '1968' })
      expect([body.patient.birthDate, body.timeline[0]?.said.note]).toEqual([
        '1968',
        'Birth date: 1968 (before: 3 Apr 1968)',
      ])
      expect((await house.view(id)).patient.birthDate).toBe('1968')
    }
  })

  it('that is another person’s is not known from now on, wherever it was said; what is counted from their age waits', async () => {
    const house = await openHouse()
    const [written, asked] = [await house.patient(theo('1968-04-03')), await house.patient(theo(null))]
    await house.act('nurse', asked, { kind: 'visit', date: '2026-11-23', facts: { 'person.birthDate': '1968-04-03' } })
    for (const id of [written, asked]) {
      const { body } = await correct(house, id, { birthDate: null })
      expect([body.patient.birthDate, body.timeline[0]?.said.note]).toEqual([
        null,
        'Birth date: not known any more (before: 3 Apr 1968)',
      ])
      expect(body.advice.missing.map(({ fact }) => fact)).toContain('person.birthDate')
      expect(body.advice.decisions.botulinum?.answer).toBe('blocked')
      expect((await correct(house, id, { birthDate: null })).body).toEqual(body)
      expect((await correct(house, id, { birthDate: '1986' })).body.patient.birthDate).toBe('1986')
    }
    const like = { name: 'Somebody Else', birthDate: '1968-04-03' }
    expect((await house.ask<LikePatient[]>('coordinator', 'POST', '/api/patients/duplicates', like)).body).toEqual([])
  })

  it('that is not known any more may be said at a visit, by whoever asks again', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968-04-03'))
    await correct(house, id, { birthDate: null })
    const facts = { 'person.birthDate': '1986-04-03' }
    const again = await house.act('nurse', id, { kind: 'visit', date: '2026-11-23', facts })
    expect([again.status, again.body.patient?.birthDate]).toEqual([200, '1986-04-03'])
  })

  it('that is another person’s is taken from both records of a person with two', async () => {
    const house = await openHouse()
    const kept = await withTwoRecords(house)
    expect((await house.view(kept)).patient.birthDate).toBe('1968-04-03')
    expect((await correct(house, kept, { birthDate: null })).body.patient.birthDate).toBeNull()
    expect((await correct(house, kept, { birthDate: '1986' })).body.patient.birthDate).toBe('1986')
  })

  it('of a person with two records, it is corrected in the one in use, and stands before what the other says', async () => {
    const house = await openHouse()
    const kept = await withTwoRecords(house)
    expect((await house.view(kept)).patient.birthDate).toBe('1968-04-03')
    const asked = { kind: 'visit', date: '2026-11-23', facts: { 'person.birthDate': '2015' } } as const
    expect((await house.act('nurse', kept, asked)).problem.code).toBe('born-otherwise')
    expect((await correct(house, kept, { birthDate: '1968' })).body.patient.birthDate).toBe('1968')
    expect((await correct(house, kept, { birthDate: '2012-04-03' })).body.patient.birthDate).toBe('2012-04-03')
    expect(ofAge(await house.view(kept))).toEqual(['resolve-flag/rf.ageUnder18', 'paediatric-neurology'])
  })

  it('of a name that another system wrote in parts, the one they go by is replaced and the others stay', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968-04-03'))
    const { body: kept } = await house.ask<object>('neurologist', 'GET', `/fhir/Patient/${id}`)
    const name = [
      { use: 'maiden', family: 'Simple', given: ['Demo'] },
      { use: 'official', family: 'Sampel', given: ['Demo', 'Theo'] },
    ]
    await house.ask(
      'neurologist',
      'PUT',
      `/fhir/Patient/${id}`,
      { ...kept, name },
      {
        headers: { 'if-match': 'W/"1"', 'content-type': 'application/fhir+json' },
      },
    )
    await correct(house, id, { name: 'Demo Theo Sample' })
    const after = await house.ask<{ name: object }>('neurologist', 'GET', `/fhir/Patient/${id}`)
    expect(after.body.name).toEqual([
      name[0],
      { use: 'official', family: 'Sample', given: ['Demo', 'Theo'], text: 'Demo Theo Sample' },
      { ...name[1], use: 'old' },
    ])
    for (const family of ['sample', 'sampel'])
      expect((await fhir(house, 'nurse', 'GET', `/Patient?family=${family}`)).bundle.entry).toHaveLength(1)
    const named = async (text: string) => {
      await correct(house, id, { name: text })
      return ((await fhir(house, 'nurse', 'GET', `/Patient/${id}`)).body.name as readonly object[])[1]
    }
    expect(await named('Demo Thea Maria Sample')).toMatchObject({ family: 'Sample', given: ['Demo', 'Thea', 'Maria'] })
    // Which of these is the family’s nobody can tell.
    expect(await named('Demo Anna de la Cruz')).toEqual({ use: 'official', text: 'Demo Anna de la Cruz' })
  })

  it('by the name they were known by they are found from then on, too: on the board, by whoever looks whether they are here, and by other systems', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968-04-03'))
    await correct(house, id, { name: 'Demo Theo Sample' })
    const { rows } = (
      await house.ask<Board>('nurse', 'POST', '/api/board', { ...noFilters, search: 'sampel', most: 9 })
    ).body
    expect(rows.map(({ name, otherNames }) => [name, otherNames])).toEqual([['Demo Theo Sample', ['Demo Theo Sampel']]])
    const like = { name: 'Sampel, Demo Theo', birthDate: null }
    const alike = await house.ask<LikePatient[]>('coordinator', 'POST', '/api/patients/duplicates', like)
    expect(alike.body.map(({ name }) => name)).toEqual(['Demo Theo Sample'])
    const kept = await fhir(house, 'nurse', 'GET', '/Patient?name=sampel')
    expect(kept.bundle.entry.map(({ resource }) => resource?.name)).toEqual([
      [{ text: 'Demo Theo Sample' }, { text: 'Demo Theo Sampel', use: 'old' }],
    ])
  })

  it('a name as long as a book, which another system sent, is told by its beginning where it was put right', async () => {
    const house = await openHouse()
    const name = [{ text: 'Demo Book '.repeat(10_000) }]
    const { id } = (await fhir(house, 'coordinator', 'POST', '/Patient', { resourceType: 'Patient', name })).body
    const { body } = await correct(house, id, { name: 'Demo Short' })
    expect(body.timeline[0]?.said.note).toMatch(/^Full name: Demo Short \(before: (Demo Book )+…\)$/)
    expect(JSON.stringify(body).length).toBeLessThan(100_000)
  })

  it('and where its beginning ends in a sign of two halves, by whole signs', async () => {
    const house = await openHouse()
    const name = [{ text: `x${'😀'.repeat(300)}` }]
    const { id } = (await fhir(house, 'coordinator', 'POST', '/Patient', { resourceType: 'Patient', name })).body
    const { body } = await correct(house, id, { name: 'Demo Short' })
    expect(body.timeline[0]?.said.note).toBe(`Full name: Demo Short (before: x${'😀'.repeat(199)}…)`)
  })

  it('a name that is put back, or only written otherwise, was never another', async () => {
    const house = await openHouse()
    const id = await house.patient(theo('1968-04-03'))
    const named = async (name: string) => {
      expect((await correct(house, id, { name })).body.patient.name).toBe(name)
      return (await fhir(house, 'nurse', 'GET', `/Patient/${id}`)).body.name
    }
    expect(await named('demo theo Sampel')).toEqual([{ text: 'demo theo Sampel' }])
    await named('Demo Theo Sample')
    expect(await named('Demo Theo Sampel')).toEqual([
      { text: 'Demo Theo Sampel' },
      { text: 'Demo Theo Sample', use: 'old' },
    ])
  })
})

onPostgres((openThere) => {
  it('of all who write of one person at once, one is taken, and the others are told so in words', async () => {
    const house = await openThere()
    const id = await house.patient(theo('1968-04-03'))
    const headers = { 'if-match': `"${(await house.view(id)).version}"` }
    const sent = [
      ['identity', { name: 'Demo Theo Sample' }],
      ['identity', { birthDate: '1986-04-03' }],
      ['contact', { phone: '555-0188' }],
      ['first-visit', { on: '2026-12-02' }],
    ] as const
    const told = await Promise.all(
      sent.map(([what, body]) => house.ask('nurse', 'PUT', `/api/patients/${id}/${what}`, body, { headers })),
    )
    expect(told.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412])
    expect(new Set(told.map(({ problem }) => problem?.sentence ?? ''))).toEqual(
      new Set(['', 'Somebody else has recorded something meanwhile. Look at it, then save again.']),
    )
  })
})
