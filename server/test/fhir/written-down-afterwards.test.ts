import { describe, expect, it } from 'vitest'
import { openGate, session } from '../journey.ts'
import { openHouse } from '../support.ts'
import { about, fhir, type Json, oneHouse, refusal } from './support.ts'
import { botox, given, today } from './toxin-told.ts'

const { house, post, madeId, sessions } = oneHouse()

describe('what is called written down afterwards', () => {
  const after = (why: string): Json => ({
    medicationCodeableConcept: { text: 'Botox' },
    extension: [
      {
        url: 'https://facialis.invalid/StructureDefinition/recorded-after',
        extension: [{ url: 'why', valueCode: why }],
      },
    ],
  })
  const performer = (display: string): Json => ({ performer: [{ actor: { display } }] })
  const reviews = async (id: string) => (await house().view(id)).reviews.length

  it.each(['elsewhere', 'downtime', 'mistake', 'late'])('is no way to give it today: %s', async (why) => {
    const id = await house().patient()
    expect(refusal(await post('nurse', given(id, after(why))))).toEqual([422, 'gate-shut'])
    for (const name of [
      'Demo nurse',
      'neurologist, DEMO',
      'Dr. med. Demo Neurologist',
      'D. Surgeon',
      'Nurse',
      'Test clinic',
      'The Test Clinic, department of neurology',
      'Dem\u043e nu\u200brse',
      'unknown',
      'us',
    ])
      expect(refusal(await post('nurse', given(id, { ...after(why), ...performer(name) })))).toEqual([422, 'gate-shut'])
    const act = { ...session(today), recordedAfter: { why: why as 'late' } }
    expect((await house().act('nurse', id, act)).status).toBe(422)
    expect(await sessions(id)).toEqual([])
  })

  it('is by whom a reference leads to, whatever name stands beside it', async () => {
    const id = await house().patient()
    const practitioner = (text: string) => madeId('nurse', { resourceType: 'Practitioner', name: [{ text }] })
    const [ours, theirs] = [await practitioner('Dr Demo Surgeon'), await practitioner('Demo Dr Far Away')]
    const role = (practitioner: string) =>
      madeId('nurse', { resourceType: 'PractitionerRole', practitioner: { reference: `Practitioner/${practitioner}` } })
    const display = 'Demo Dr Far Away'
    const [account] = await house().built.clinic.record.accounts.list()
    const by = async (actor: Json, more: Json = {}) =>
      post('nurse', given(id, { ...after('elsewhere'), performer: [{ actor }], ...more }))
    const inside = {
      contained: [{ resourceType: 'Practitioner', id: 'p', name: [{ given: ['Demo'], family: 'Surgeon' }] }],
    }
    for (const told of [
      await by({ reference: `Practitioner/${ours}`, display }),
      await by({ reference: `PractitionerRole/${await role(ours)}`, display }),
      await by({ reference: '#p', display }, inside),
      await by({ identifier: { value: account?.id }, display }),
    ])
      expect(refusal(told)).toEqual([422, 'gate-shut'])
    // Whoever did it, here it was done, or for this clinic.
    const there = { display }
    const [forUs, here] = [{ onBehalfOf: { display: 'Test clinic' } }, { location: { display: 'Test clinic' } }]
    const operation = {
      resourceType: 'Procedure',
      status: 'completed',
      ...about(id),
      code: { text: 'Botox' },
      performedDateTime: today,
    }
    for (const told of [{ performer: [{ actor: there, ...forUs }] }, { performer: [{ actor: there }], ...here }])
      expect(refusal(await post('nurse', { ...operation, extension: after('elsewhere').extension, ...told }))).toEqual([
        422,
        'gate-shut',
      ])
    // Nobody injects themselves, and a device says nothing of who used it.
    for (const nobody of [
      { ...(about(id).subject as Json), display },
      { reference: 'Device/1', display },
    ])
      expect(refusal(await by(nobody))).toEqual([422, 'gate-shut'])
    expect((await by({ reference: `Practitioner/${theirs}` })).status).toBe(201)
    expect((await by({ reference: `PractitionerRole/${await role(theirs)}` })).status).toBe(201)
  })

  it('is no way to give it today where two marks say two things', async () => {
    const id = await house().patient()
    const marks = [after('elsewhere'), after('late')].flatMap(({ extension }) => extension)
    const told = given(id, { ...after('late'), extension: marks, ...performer('Demo Dr Far Away') })
    expect(refusal(await post('nurse', told))).toEqual([422, 'gate-shut'])
  })

  it('is recorded where it truly happened today: elsewhere, by whom; a mistake, by a doctor. Somebody looks at both', async () => {
    const id = await house().patient()
    const there = given(id, { ...after('elsewhere'), ...performer('Demo Dr Far Away') })
    expect((await post('nurse', there)).status).toBe(201)
    expect(await reviews(id)).toBe(1)
    expect((await post('neurologist', given(id, after('mistake')))).status).toBe(201)
    expect(await reviews(id)).toBe(2)
  })

  it('is looked at also while the gate is open: nobody here can check who is said to have given it', async () => {
    // Its study has a fixed id, which only one person of a clinic has.
    const other = await openHouse()
    const id = await openGate(other)
    const there = given(id, { ...after('elsewhere'), ...performer('Demo Dr Far Away') })
    expect((await fhir(other, 'nurse', 'POST', '/MedicationAdministration', there)).status).toBe(201)
    expect((await other.view(id)).reviews).toHaveLength(1)
  })

  it('is told by whoever takes it, and by one of us only of an earlier day: else it would be given here', async () => {
    const id = await house().patient()
    const taken = (more: Json): Json => ({
      resourceType: 'MedicationStatement',
      status: 'completed',
      ...about(id),
      medicationCodeableConcept: botox,
      ...more,
    })
    const now = { effectiveDateTime: today }
    for (const source of [{}, { informationSource: { display: 'Demo nurse' } }])
      expect(refusal(await post('nurse', taken({ ...now, ...source })))).toEqual([422, 'gate-shut'])
    const theirs = [
      { ...now, informationSource: about(id).subject },
      { ...now, informationSource: { display: 'Demo Dr Far Away' } },
      { effectiveDateTime: '2026-11-20' },
      { effectivePeriod: { start: '2026-01-01' } },
      { dateAsserted: today },
    ]
    for (const more of theirs) expect((await post('nurse', taken(more))).status).toBe(201)
    expect(await sessions(id)).not.toHaveLength(0)
  })

  it('is given by one of us whatever is written together or apart in their name', async () => {
    const id = await house().patient()
    for (const name of ["Demo O'Hara", 'Demo De la Cruz', 'Demo Mc Donald'])
      await house().built.clinic.record.accounts.create({
        login: name,
        displayName: name,
        roles: ['clinician'],
        passwordHash: 'none',
      })
    for (const by of ['Demo O Hara', 'O’Hara', 'Dr. Demo Delacruz', 'McDonald, D.', 'Demo McDonald'])
      expect(refusal(await post('nurse', given(id, { ...after('elsewhere'), ...performer(by) }))), by).toEqual([
        422,
        'gate-shut',
      ])
    const there = given(id, { ...after('elsewhere'), ...performer('Demo Dr Far Away') })
    expect((await post('nurse', there)).status).toBe(201)
  })

  it('is given by nobody elsewhere whose name is as long as a book', async () => {
    const id = await house().patient()
    for (const by of ['Demo Far '.repeat(200), 'ab '.repeat(100_000), '\ufdfa '.repeat(10_000)])
      expect(refusal(await post('nurse', given(id, { ...after('elsewhere'), ...performer(by) })))).toEqual([
        422,
        'gate-shut',
      ])
  })

  it('is asked of an act in the same way', async () => {
    const id = await house().patient()
    const act = { ...session(today), kind: 'history' as const }
    const unnamed = await house().act('nurse', id, { ...act, recordedAfter: { why: 'elsewhere' } })
    expect(unnamed.problem.code).toBe('by-whom')
    // Another one of us, or one of us written otherwise, gives today what is given here.
    for (const by of ['Demo Surgeon', 'neurologist, D.', 'Test clinic']) {
      const ours = await house().act('nurse', id, { ...act, recordedAfter: { why: 'elsewhere', by } })
      expect([ours.problem.code, ours.problem.sentence]).toEqual(['by-whom', expect.stringContaining('works here')])
    }
    const thisYear = { ...act, entries: [{ kind: 'session', date: '2026', fields: { 'session.product': 'unknown' } }] }
    const other = await house().patient()
    expect((await house().act('nurse', other, { ...thisYear, recordedAfter: { why: 'elsewhere' } })).status).toBe(200)
    const before = { ...act, entries: act.entries?.map((entry) => ({ ...entry, date: '2026-11-20' })) }
    const worked = await house().act('nurse', other, {
      ...before,
      recordedAfter: { why: 'elsewhere', by: 'Demo Surgeon' },
    })
    expect(worked.status).toBe(200)
    const named = await house().act('nurse', id, {
      ...act,
      recordedAfter: { why: 'elsewhere', by: 'Demo Dr Far Away' },
    })
    expect(named.status).toBe(200)
    expect((await house().act('nurse', id, { ...act, recordedAfter: { why: 'mistake' } })).status).toBe(422)
    expect((await house().act('neurologist', id, { ...act, recordedAfter: { why: 'mistake' } })).status).toBe(200)
    expect(await reviews(id)).toBe(2)
  })
})
