import {
  type Board,
  type LikePatient,
  type LotRecall,
  noFilters,
  type PatientView,
  type ReferralStatus,
} from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { findPerson } from '../../emergency/find-person.ts'
import { fhir, type Json, refusal } from '../fhir/support.ts'
import { atChair, evaluated, openGate, session, walk } from '../journey.ts'
import { onPostgres } from '../on-postgres.ts'
import { adaSample, cleanUp, openHouse } from '../support.ts'
import {
  again,
  changed,
  givenElsewhere,
  linked,
  merge,
  mergedIn,
  onBoard,
  page,
  patientOf,
  today,
  whatIf,
} from './merging.ts'

afterEach(cleanUp)

describe('a record that was merged into another', () => {
  it('is the one in use to whoever searches the board for the name it had', async () => {
    const house = await openHouse()
    const [old, kept] = [await house.patient(), await house.patient(again)]
    await merge(house, old, kept)
    const search = { ...noFilters, search: adaSample.patient.name, most: 9 }
    const { rows } = (await house.ask<Board>('nurse', 'POST', '/api/board', search)).body
    expect(rows.map(({ id, otherNames }) => [id, otherNames])).toEqual([[kept, [adaSample.patient.name]]])
  })

  it('is no second person on the board, in what-if or in a lot recall, and is one once they are parted', async () => {
    const house = await openHouse()
    const [old, kept] = [await openGate(house), await house.patient(again)]
    await walk(house, old, ['neurologist', atChair(today)], ['neurologist', session(today)])
    expect([...(await onBoard(house))].sort()).toEqual([old, kept].sort())
    expect(await whatIf(house)).toBe(2)
    await merge(house, old, kept)
    expect(await onBoard(house)).toEqual([kept])
    expect(await whatIf(house)).toBe(1)
    const { body } = await house.ask<LotRecall>('coordinator', 'POST', '/api/lots/recall', { lot: 'L-100' })
    expect(body.people).toMatchObject([{ id: kept, phone: '555-0109', given: [today] }])
    await changed(house, old, { active: true, link: undefined })
    expect([...(await onBoard(house))].sort()).toEqual([old, kept].sort())
    expect(await whatIf(house)).toBe(2)
  })

  it('is read with the other: an injection of three weeks ago holds the next one back', async () => {
    const house = await openHouse()
    const [old, kept] = [await house.patient(), await openGate(house)]
    await walk(house, old, ['nurse', givenElsewhere])
    expect((await page(house, kept)).body.advice.decisions.botulinum?.answer).toBe('permitted')
    await merge(house, old, kept)
    const { answer, detail } = (await page(house, kept)).body.advice.decisions.botulinum ?? {}
    expect([answer, detail?.opensOn]).toEqual(['blocked', '2027-01-25'])
    const ordered = await house.act('neurologist', kept, { kind: 'toxin-order', date: today, entries: [] })
    expect([ordered.status, ordered.problem.code]).toEqual([422, 'gate-shut'])
  })

  it('takes no open flag along: the alert stands in the row of the other', async () => {
    const house = await openHouse()
    const [old, kept] = [await house.patient(), await house.patient(again)]
    await walk(house, old, ['neurologist', { kind: 'visit', date: today, facts: { 'rf.suddenPalsy': 'yes' } }])
    const alerted = async () => {
      const { rows } = (await house.ask<Board>('nurse', 'GET', '/api/board')).body
      return rows.filter(({ critical }) => critical.length > 0).map(({ id }) => id)
    }
    expect(await alerted()).toEqual([old])
    await merge(house, old, kept)
    expect(await alerted()).toEqual([kept])
  })

  it('has the other’s row worked out anew when something still arrives for it', async () => {
    const house = await openHouse()
    const [old, kept] = [await house.patient(again), await openGate(house)]
    await merge(house, old, kept)
    const gates = async () =>
      (await house.ask<Board>('nurse', 'GET', '/api/board')).body.rows.map(({ id, gate }) => [id, gate])
    expect(await gates()).toEqual([[kept, 'permitted']])
    const told = await fhir(house, 'neurologist', 'POST', '/MedicationAdministration', {
      resourceType: 'MedicationAdministration',
      status: 'completed',
      subject: { reference: `Patient/${old}` },
      effectiveDateTime: '2026-11-02',
      medicationCodeableConcept: { text: 'Botox' },
    })
    expect(told.status).toBe(201)
    expect(await gates()).toEqual([[kept, 'blocked']])
  })

  it('may be one by the word of the other alone, as long as that says so', async () => {
    const house = await openHouse()
    const [old, kept] = [await house.patient(), await house.patient(again)]
    expect(await onBoard(house)).toHaveLength(2)
    await changed(house, kept, linked('replaces', old))
    expect([await onBoard(house), await whatIf(house)]).toEqual([[kept], 1])
    expect((await page(house, old)).problem.instead).toBe(kept)
    await changed(house, kept, { link: undefined })
    expect([...(await onBoard(house))].sort()).toEqual([old, kept].sort())
    expect(await whatIf(house)).toBe(2)
  })

  it('says into which it was merged, takes nothing more from screens, and tells who asked', async () => {
    const house = await openHouse()
    const [old, kept] = [await house.patient(), await house.patient(again)]
    const { version } = (await page(house, old)).body
    await merge(house, old, kept)
    const opened = await page(house, old)
    expect([opened.status, opened.problem.code, opened.problem.instead]).toEqual([409, 'merged', kept])
    expect(opened.problem.sentence).toContain(`Patient/${kept}`)
    const headers = { 'if-match': `"${version}"` }
    for (const [method, url, body] of [
      ['POST', 'acts', evaluated(today)],
      ['PUT', 'follows', { version: '1.0.0' }],
      ['POST', 'reviews/none/close', {}],
    ] as const) {
      const told = await house.ask('neurologist', method, `/api/patients/${old}/${url}`, body, { headers })
      expect([told.status, told.problem.instead]).toEqual([409, kept])
    }
    const joined = await house.ask('coordinator', 'POST', '/api/patients', { ...adaSample, joins: old })
    expect([joined.status, joined.problem.instead]).toEqual([409, kept])
    const applied = await fhir(house, 'nurse', 'GET', `/PlanDefinition/hemifacial-spasm/$apply?subject=Patient/${old}`)
    expect(refusal(applied)).toEqual([409, 'merged'])
    expect(applied.text).toContain(`Patient/${kept}`)
  })

  it('keeps its history and its trail open, and whoever asks for everything is told that it is not all', async () => {
    const house = await openHouse()
    const [old, kept] = [await house.patient(), await house.patient(again)]
    await merge(house, old, kept)
    expect((await fhir(house, 'nurse', 'GET', `/Patient/${old}/_history`)).bundle.entry).toHaveLength(2)
    expect((await fhir(house, 'privacy', 'GET', `/AuditEvent?patient=Patient/${old}`)).status).toBe(200)
    const said = async (id: string) => {
      const { entry } = (await fhir(house, 'nurse', 'GET', `/Patient/${id}/$everything`)).bundle
      return entry.filter(({ search }) => search?.mode === 'outcome').map(({ resource }) => JSON.stringify(resource))
    }
    expect((await said(old)).join()).toContain(`merged into Patient/${kept}`)
    expect((await said(kept)).join()).toContain(`recorded under Patient/${old}`)
    expect(await said(await house.patient({ ...again, referrer: adaSample.referrer }))).toEqual([])
  })

  it('brings its timeline, its reviews and its files; what was wrong in it is struck where it is read', async () => {
    const house = await openHouse()
    const [old, kept] = [await openGate(house), await house.patient(again)]
    const { attachments } = house.built.clinic.record
    const clip = { name: 'Video.mp4', mediaType: 'video/mp4', bytes: new Uint8Array([1]) }
    const { id: file } = await attachments.add({ ...clip, patientId: old, subject: `Patient/${old}` })
    await walk(house, old, ['neurologist', atChair(today)], ['neurologist', session(today)])
    await merge(house, old, kept)
    const { body } = await page(house, kept)
    const named = { id: old, name: 'Demo Ada Sample', birthDate: '1970-05-04' }
    expect(body.kept).toEqual({ inUse: true, merged: [named], unread: [] })
    expect(body.timeline.map(({ kind }) => kind)).toContain('toxin-session')
    const [review] = body.reviews.filter(({ done }) => !done)
    expect(review?.reason).toContain(`Patient/${old}`)
    const closed = await house.ask<PatientView>(
      'neurologist',
      'POST',
      `/api/patients/${kept}/reviews/${review?.id}/close`,
      {},
    )
    expect(closed.body.reviews.every(({ done }) => done)).toBe(true)
    const shown = () => house.ask('neurologist', 'GET', `/api/patients/${kept}/attachments/${file}`)
    expect([body.attachments.map(({ id }) => id), (await shown()).status]).toEqual([[file], 200])
    const refused = { agreed: false }
    await house.ask('neurologist', 'POST', `/api/patients/${kept}/attachments/${file}/withdraw`, refused)
    expect((await shown()).status).toBe(404)
    const given = body.chart.entries.find(({ kind }) => kind === 'session')
    const struck = await house.act('neurologist', kept, {
      kind: 'correction',
      date: today,
      note: 'It was somebody else.',
      entries: [{ id: String(given?.id), kind: 'session', date: today, withdrawn: true, fields: {} }],
    })
    expect(struck.status).toBe(200)
    const left = struck.body.chart.entries.filter(({ kind, withdrawn }) => kind === 'session' && !withdrawn)
    expect(left).toEqual([])
  })

  it('is offered to nobody who compares, and found by its old name in an emergency', async () => {
    const house = await openHouse()
    const [old, kept] = [await house.patient(), await house.patient(again)]
    await merge(house, old, kept)
    const like = { name: 'Demo Ada Sample', birthDate: '1970-05-04', phone: '555-0101' }
    const { body } = await house.ask<readonly LikePatient[]>('coordinator', 'POST', '/api/patients/duplicates', like)
    expect(body.map(({ id, name }) => [id, name])).toEqual([[kept, 'Demo Ada Sampel']])
    const { clinic } = house.built
    for (const name of ['Demo Ada Sample', 'Demo Ada Sampel'])
      expect(await findPerson(clinic, { name, birthDate: '1970-05-04' })).toEqual({ ok: true, value: kept })
  })

  it('leaves the status link of its referral as it was', async () => {
    const house = await openHouse()
    const sent = await house.ask<{ patientId: string; statusLink: string }>(
      'coordinator',
      'POST',
      '/api/patients',
      adaSample,
    )
    const kept = await house.patient(again)
    await merge(house, sent.body.patientId, kept)
    await walk(house, kept, ['neurologist', evaluated(today)])
    const token = sent.body.statusLink.split('#')[1]
    const status = await house.ask<ReferralStatus>(null, 'POST', '/api/front-door/status', { token })
    expect(status.body.line.find(({ state }) => state === 'here')?.position).toBe('first-visit')
  })
})

describe('a group', () => {
  it('is exported with all records of whoever is in it', async () => {
    const house = await openHouse()
    const [old, kept] = [await house.patient(), await house.patient(again)]
    await merge(house, old, kept)
    const member = [{ entity: { reference: `Patient/${kept}` } }]
    const group = { resourceType: 'Group', type: 'person', actual: true, member }
    const { body } = await fhir(house, 'neurologist', 'POST', '/Group', group)
    await fhir(house, 'neurologist', 'GET', `/Group/${body.id}/$export?_type=Patient`, undefined, {
      headers: { prefer: 'respond-async' },
    })
    const trail = await fhir(house, 'privacy', 'GET', `/AuditEvent?patient=Patient/${old}`)
    expect(trail.text).toContain('bulk-export')
  })
})

describe('links that lead nowhere', () => {
  it('are refused where they are sent, in words', async () => {
    const house = await openHouse()
    const [one, two, three] = [await house.patient(), await house.patient(again), await house.patient(again)]
    const told = async (id: string, more: Json) => refusal(await changed(house, id, more))
    expect(await told(one, linked('replaced-by', 'nobody'))).toEqual([422, 'no-such-person'])
    expect(await told(one, linked('replaced-by', one))).toEqual([422, 'merged-with-itself'])
    expect(await told(one, linked('replaced-by', two, three))).toEqual([422, 'merged-twice'])
    await merge(house, one, two)
    await merge(house, two, three)
    expect(await told(three, linked('replaced-by', one))).toEqual([422, 'merged-in-a-circle'])
    expect((await page(house, one)).problem.instead).toBe(three)
    expect(mergedIn((await page(house, three)).body)).toEqual([one, two].sort())
  })

  it('are of both records when they come in one bundle', async () => {
    const house = await openHouse()
    const [one, two] = [await house.patient(), await house.patient(again)]
    const entry = async (id: string, more: Json) => {
      const { meta: _, ...before } = await patientOf(house, id)
      return { resource: { ...before, ...more }, request: { method: 'PUT', url: `Patient/${id}`, ifMatch: 'W/"1"' } }
    }
    const bundle = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [await entry(one, linked('replaced-by', two)), await entry(two, linked('replaces', one))],
    }
    expect((await fhir(house, 'coordinator', 'POST', '', bundle)).status).toBe(200)
    expect(await onBoard(house)).toEqual([two])
    expect((await page(house, two)).body.reviews).toHaveLength(1)
  })

  it('hide nobody where a file brought them', async () => {
    const house = await openHouse()
    const { record } = house.built.clinic
    const made = (id: string, more: Json) => ({
      method: 'create' as const,
      resource: { resourceType: 'Patient', id, name: [{ text: `Demo ${id}` }], ...more },
    })
    await record.act({
      actor: { id: 'test' },
      action: 'import',
      changes: [
        made('lost', { active: false, ...linked('replaced-by', 'nobody') }),
        made('round', linked('replaced-by', 'about')),
        made('about', linked('replaced-by', 'round')),
        made('torn', linked('replaced-by', 'left', 'right')),
        made('left', {}),
        made('right', {}),
      ],
    })
    expect([...(await onBoard(house))].sort()).toEqual(['about', 'left', 'lost', 'right', 'round', 'torn'])
    expect((await page(house, 'lost')).body.kept.unread).toEqual(['Patient/nobody'])
    expect((await page(house, 'round')).body.kept.unread).toEqual(['Patient/about'])
    expect((await page(house, 'torn')).body.kept.unread).toEqual(['Patient/right', 'Patient/left'])
  })
})

it('more records than anybody has are not taken for one person, and keep nobody waiting', async () => {
  const house = await openHouse()
  const changes = Array.from({ length: 52 }, (_, at) => ({
    method: 'create' as const,
    resource: {
      resourceType: 'Patient',
      id: `demo-${at}`,
      name: [{ text: `Demo Number ${at}` }],
      ...(at === 0 ? {} : linked('replaced-by', 'demo-0')),
    },
  }))
  await house.built.clinic.record.act({ actor: { id: 'test' }, action: 'import', changes })
  expect(await onBoard(house)).toHaveLength(52)
  expect((await page(house, 'demo-0')).body.kept.unread).toEqual(['more than 50 records'])
  expect(refusal(await changed(house, 'demo-1', { gender: 'female' }))).toEqual([422, 'merged-in-a-circle'])
})

onPostgres((openThere) => {
  it('two records are one person, and two again once they are parted', { timeout: 60_000 }, async () => {
    const house = await openThere()
    const [old, kept] = [await house.patient(), await openGate(house)]
    await walk(house, old, ['nurse', givenElsewhere])
    await merge(house, old, kept)
    expect(await onBoard(house)).toEqual([kept])
    expect((await page(house, old)).problem.instead).toBe(kept)
    const { body } = await page(house, kept)
    expect([body.advice.decisions.botulinum?.answer, mergedIn(body)]).toEqual(['blocked', [old]])
    const struck = await house.act('neurologist', kept, {
      kind: 'correction',
      date: today,
      note: 'It was somebody else.',
      entries: body.chart.entries
        .filter(({ kind }) => kind === 'session')
        .map(({ id }) => ({ id, kind: 'session', date: today, withdrawn: true, fields: {} })),
    })
    expect([struck.status, struck.body.advice.decisions.botulinum?.answer]).toEqual([200, 'permitted'])
    expect(refusal(await changed(house, kept, linked('replaced-by', old)))).toEqual([422, 'merged-in-a-circle'])
    await changed(house, old, { active: true, link: undefined })
    expect([...(await onBoard(house))].sort()).toEqual([old, kept].sort())
  })
})
