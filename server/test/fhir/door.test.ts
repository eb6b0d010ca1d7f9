import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../fhir/import/import-files.ts'
import { openGate, session, walk } from '../journey.ts'
import { openHouse } from '../support.ts'
import { about, fhir, type Json, oneHouse, refusal } from './support.ts'

const { house, post, revise, patch, remove, madeId, sessions } = oneHouse()

const today = '2026-11-23'
const tox = { coding: [{ system: 'http://www.whocc.no/atc', code: 'M03AX01' }] }
const given = (id: string, more: Json = {}): Json => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  ...about(id),
  effectiveDateTime: today,
  dosage: { dose: { value: 20, unit: 'U' } },
  ...more,
})
const by = (reference: string, display?: string): Json => ({ medicationReference: { reference, display } })

describe('a medicine that something was let in by', () => {
  const kit = (more: Json = {}): Json => ({ resourceType: 'Medication', code: { text: 'Kit 2' }, ...more })

  it('becomes no toxin: by an ingredient, by being made anew, or for an order', async () => {
    const id = await house().patient()
    const medicine = await madeId('nurse', kit())
    await madeId('nurse', given(id, by(`Medication/${medicine}`)))
    const ingredient = [{ op: 'add', path: '/ingredient', value: [{ itemCodeableConcept: tox }] }]
    expect(refusal(await patch('nurse', `Medication/${medicine}`, ingredient))).toEqual([422, 'relied-on'])
    expect(refusal(await remove('neurologist', `Medication/${medicine}`))).toEqual([422, 'relied-on'])
    const isGone = await patch('nurse', `Medication/${medicine}`, [{ op: 'add', path: '/status', value: 'inactive' }])
    expect(isGone.status).toBe(200)

    const other = await madeId('nurse', kit())
    await madeId('neurologist', {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      ...about(id),
      ...by(`Medication/${other}/_history/1`),
    })
    expect(refusal(await patch('nurse', `Medication/${other}`, ingredient))).toEqual([422, 'relied-on'])
    expect(await sessions(id)).toEqual([])
  })

  it('is not made anew as something else after it was deleted', async () => {
    const id = await house().patient()
    const medicine = await madeId('nurse', kit())
    await remove('neurologist', `Medication/${medicine}`)
    expect(refusal(await post('nurse', given(id, by(`Medication/${medicine}`))))).toEqual([422, 'unresolved'])
    const again = await revise('nurse', { ...kit({ ingredient: [{ itemCodeableConcept: tox }] }), id: medicine })
    expect(again.status).toBe(201)
    expect(refusal(await post('nurse', given(id, by(`Medication/${medicine}`))))).toEqual([422, 'gate-shut'])
  })

  it('is there: the words on a reference that leads nowhere stand for nothing', async () => {
    const id = await house().patient()
    const early = await post('nurse', given(id, by('Medication/later1', 'Vitamin B12')))
    expect(refusal(early)).toEqual([422, 'unresolved'])
    expect(refusal(await post('nurse', given(id, by('Medication/later1', 'Botox'))))).toEqual([422, 'gate-shut'])
    expect((await post('nurse', given(id, { medicationReference: { display: 'Vitamin B12' } }))).status).toBe(201)
  })
})

it('a medicine that is made of another, which it only refers to, is none that anybody could judge', async () => {
  const id = await house().patient()
  const vial = await madeId('nurse', { resourceType: 'Medication', code: tox })
  const part = { itemReference: { reference: `Medication/${vial}` } }
  const kit = await madeId('nurse', { resourceType: 'Medication', code: { text: 'Kit 2' }, ingredient: [part] })
  expect(refusal(await post('nurse', given(id, by(`Medication/${kit}`))))).toEqual([422, 'unresolved'])
})

describe('a problem for which something was given', () => {
  const problem = (id: string, code: string): Json => ({
    resourceType: 'Condition',
    ...about(id),
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] },
  })

  it('is not taken back to be made anew as a spasm of the face; that it is over may be said', async () => {
    const id = await house().patient()
    const migraine = await madeId('neurologist', problem(id, 'G43.709'))
    const reason = { reasonReference: [{ reference: `Condition/${migraine}` }] }
    await madeId('nurse', given(id, { medicationCodeableConcept: tox, ...reason }))
    expect(refusal(await remove('neurologist', `Condition/${migraine}`))).toEqual([422, 'relied-on'])
    const system = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
    const over = { op: 'add', path: '/clinicalStatus', value: { coding: [{ system, code: 'resolved' }] } }
    expect((await patch('neurologist', `Condition/${migraine}`, [over])).status).toBe(200)
  })
})

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
    const there = given(id, { medicationCodeableConcept: tox, ...after('elsewhere'), ...performer('Demo Dr Far Away') })
    expect((await fhir(other, 'nurse', 'POST', '/MedicationAdministration', there)).status).toBe(201)
    expect((await other.view(id)).reviews).toHaveLength(1)
  })

  it('is told by whoever takes it, and by one of us only of an earlier day: else it would be given here', async () => {
    const id = await house().patient()
    const taken = (more: Json): Json => ({
      resourceType: 'MedicationStatement',
      status: 'completed',
      ...about(id),
      medicationCodeableConcept: tox,
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

const snomed = (code: string): Json => ({ coding: [{ system: 'http://snomed.info/sct', code }] })
const facts = async (id: string) =>
  (await house().view(id)).chart.observations.map(({ fact, value }) => `${fact} ${'word' in value ? value.word : ''}`)

describe('what speaks against an offer', () => {
  const icd = (code: string): Json => ({ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] })
  const problem = (code: string): Json => ({ resourceType: 'Condition', code: icd(code) })

  const allergy: Json = {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
    },
    code: { text: 'Botox' },
  }

  it.each<[string, Json]>([
    ['chair.allergy product', allergy],
    ['chair.neuromuscular yes', problem('G70.00')],
    [
      'chair.antiplatelet yes',
      {
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: {
          coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1191' }],
        },
        dateAsserted: today,
      },
    ],
    [
      'chair.pregnancy pregnant-or-trying',
      {
        ...problem('Z33.1'),
        clinicalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
        },
      },
    ],
  ])('is heard from outside: %s', async (said, resource) => {
    const id = await house().patient()
    const whose = resource.resourceType === 'AllergyIntolerance' ? { patient: about(id).subject } : about(id)
    expect((await post('neurologist', { ...resource, ...whose })).status).toBe(201)
    expect(await facts(id)).toContain(said)
  })

  it('is heard from outside: that somebody died, who takes a place on no list any more', async () => {
    const id = await house().patient()
    const dead = await patch('nurse', `Patient/${id}`, [{ op: 'add', path: '/deceasedBoolean', value: true }])
    expect(dead.status).toBe(200)
    expect(await facts(id)).toContain('episode.closed deceased')
    const alive = await patch('nurse', `Patient/${id}`, [{ op: 'remove', path: '/deceasedBoolean' }], 2)
    expect(refusal(alive)).toEqual([403, 'may-not'])
  })

  it('is heard from a file, with everything else of somebody who died', async () => {
    const dead: Json = {
      resourceType: 'Patient',
      id: 'dead',
      name: [{ text: 'Demo Dead' }],
      deceasedDateTime: '2026-05',
    }
    const whose = { patient: { reference: 'Patient/dead' } }
    const path = join(house().folder, 'dead.ndjson')
    writeFileSync(path, [dead, { ...allergy, id: 'a1', ...whose }].map((one) => JSON.stringify(one)).join('\n'))
    const told = await importFiles(house().built.clinic, [path], { progress: () => {}, aside: () => {} })
    expect(told).toMatchObject({ ok: true, value: { aside: 0 } })
    expect(await facts('dead')).toEqual(expect.arrayContaining(['episode.closed deceased', 'chair.allergy product']))
  })

  it('is taken back by those alone who may delete it, by whatever way of writing', async () => {
    const id = await house().patient()
    const address = `AllergyIntolerance/${await madeId('nurse', { ...allergy, patient: about(id).subject })}`
    const system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification'
    const refuted = { op: 'add', path: '/verificationStatus', value: { coding: [{ system, code: 'refuted' }] } }
    const renamed = { op: 'replace', path: '/code', value: { text: 'nothing' } }
    for (const operation of [refuted, renamed])
      expect(refusal(await patch('nurse', address, [operation]))).toEqual([403, 'may-not'])
    expect(await facts(id)).toContain('chair.allergy product')
    expect(
      (await patch('nurse', address, [{ op: 'add', path: '/note', value: [{ text: 'told today' }] }])).status,
    ).toBe(200)
    expect((await patch('neurologist', address, [refuted], 2)).status).toBe(200)
    expect(await facts(id)).not.toContain('chair.allergy product')
  })

  it('and an injection that was counted, is neither voided nor moved by a nurse', async () => {
    const id = await house().patient()
    const past = given(id, { medicationCodeableConcept: tox, effectiveDateTime: '2026-11-02' })
    const address = `MedicationAdministration/${await madeId('nurse', past)}`
    for (const [path, value] of [
      ['/status', 'entered-in-error'],
      ['/effectiveDateTime', '2020-01-01'],
      ['/medicationCodeableConcept', { text: 'Vitamin B12' }],
    ])
      expect(refusal(await patch('nurse', address, [{ op: 'replace', path, value }]))).toEqual([403, 'may-not'])
    expect(await sessions(id)).toHaveLength(1)
  })

  it('and how much of it was given is lowered by a doctor alone', async () => {
    const id = await house().patient()
    const past = given(id, { medicationCodeableConcept: tox, effectiveDateTime: '2026-11-02' })
    const address = `MedicationAdministration/${await madeId('nurse', past)}`
    const units = (value: number) => [{ op: 'replace', path: '/dosage/dose/value', value }]
    expect(refusal(await patch('nurse', address, units(2)))).toEqual([403, 'may-not'])
    const none = [{ op: 'remove', path: '/dosage' }]
    expect(refusal(await patch('nurse', address, none))).toEqual([403, 'may-not'])
    expect((await patch('nurse', address, units(25))).status).toBe(200)
    expect((await patch('neurologist', address, units(20), 2)).status).toBe(200)
  })

  it('stays in a report that a reader calls an error, or a nurse a former version of another', async () => {
    const id = await house().patient()
    const report: Json = {
      resourceType: 'DiagnosticReport',
      status: 'final',
      ...about(id),
      code: snomed('241601008'),
      effectiveDateTime: today,
    }
    const [first, second] = [await madeId('reader', report), await madeId('reader', report)]
    const error = [{ op: 'replace', path: '/status', value: 'entered-in-error' }]
    expect(refusal(await patch('reader', `DiagnosticReport/${first}`, error))).toEqual([403, 'may-not'])
    const revises = (type: string, earlier: string, later: string): Json => ({
      resourceType: 'Provenance',
      target: [about(id).subject, { reference: `${type}/${later}` }],
      recorded: `${today}T09:00:00Z`,
      agent: [{ who: { display: 'Demo nurse' } }],
      entity: [{ role: 'revision', what: { reference: `${type}/${earlier}` } }],
    })
    expect(refusal(await post('nurse', revises('DiagnosticReport', first, second)))).toEqual([403, 'may-not'])
    expect((await post('neurologist', revises('DiagnosticReport', first, second))).status).toBe(201)
    const note: Json = { resourceType: 'Observation', status: 'final', ...about(id), code: { text: 'pulse' } }
    const [one, other] = [await madeId('nurse', note), await madeId('nurse', note)]
    expect((await post('nurse', revises('Observation', one, other))).status).toBe(201)
  })
})

describe('an order', () => {
  const order = (more: Json = {}): Json => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: tox,
    ...more,
  })
  const plan = (detail: Json, more: Json = {}): Json => ({
    resourceType: 'CarePlan',
    status: 'active',
    intent: 'plan',
    activity: [{ detail: { status: 'scheduled', ...detail } }],
    ...more,
  })
  const task = (more: Json = {}): Json => ({
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: tox,
    ...more,
  })
  const holding = (resource: Json, id: string): Json => ({
    ...resource,
    contained: [order({ id: 'inner', ...about(id) })],
  })

  it.each<[string, (id: string) => Json, string]>([
    ['that is only reported, and active', (id) => order({ ...about(id), reportedBoolean: true }), 'gate-shut'],
    [
      'that is done as soon as it is signed',
      (id) => order({ ...about(id), status: 'completed', authoredOn: today }),
      'gate-shut',
    ],
    ['in an activity of a plan', (id) => plan({ productCodeableConcept: tox }, about(id)), 'gate-shut'],
    ['in a task', (id) => task({ for: about(id).subject }), 'gate-shut'],
    [
      'in what is put into a task',
      (id) =>
        task({
          code: { text: 'Give' },
          for: about(id).subject,
          input: [{ type: { text: 'medicine' }, valueCodeableConcept: tox }],
        }),
      'gate-shut',
    ],
    ['inside a plan', (id) => holding(plan({ description: 'x' }, about(id)), id), 'hidden-order'],
    ['inside a task', (id) => holding(task({ code: { text: 'x' }, for: about(id).subject }), id), 'hidden-order'],
    [
      'inside a finding',
      (id) => holding({ resourceType: 'Observation', status: 'final', code: { text: 'pulse' }, ...about(id) }, id),
      'hidden-order',
    ],
  ])('meets the gate: %s', async (_, resource, code) => {
    const id = await house().patient()
    expect(refusal(await post('neurologist', resource(id)))).toEqual([422, code])
  })

  it('is no order where nothing of toxin is asked for', async () => {
    const id = await house().patient()
    for (const resource of [
      plan({ code: { text: 'Physiotherapy' } }, about(id)),
      plan({ productCodeableConcept: tox }, { ...about(id), intent: 'proposal' }),
      task({ code: { text: 'Call them' }, for: about(id).subject }),
      order({ ...about(id), status: 'completed', authoredOn: '2025-01-01' }),
    ])
      expect((await post('neurologist', resource)).status).toBe(201)
  })

  let id: string
  beforeAll(async () => {
    id = await openGate(house())
  })

  it('in a task is for doctors, as every order is', async () => {
    expect(refusal(await post('coordinator', task({ for: about(id).subject })))).toEqual([403, 'may-not'])
    expect((await post('neurologist', task({ for: about(id).subject }))).status).toBe(201)
  })

  it('that was let in is done on the same day, and asks nothing more', async () => {
    const address = `MedicationRequest/${await madeId('neurologist', order({ ...about(id), authoredOn: today }))}`
    await walk(house(), id, ['neurologist', { ...session('2026-11-20'), date: today, recordedAfter: { why: 'late' } }])
    expect(refusal(await post('neurologist', order(about(id))))).toEqual([422, 'gate-shut'])
    const done = [{ op: 'replace', path: '/status', value: 'completed' }]
    expect((await patch('neurologist', address, done)).status).toBe(200)
  })
})
