import { type Board, largestClip, type Me, type PatientView } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { adaSample, cleanUp, type House, openHouse, type Person } from '../support.ts'

afterEach(cleanUp)

const video = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.from('two minutes of a face')])
const fromHome = { from: 'home', agreed: true }
const noLonger = { agreed: false }

const send = (
  house: House,
  id: string,
  bytes: Buffer,
  { who = 'nurse' as Person, about = fromHome as object, key = '' } = {},
) =>
  house.ask<PatientView>(who, 'POST', `/api/patients/${id}/attachments`, bytes, {
    headers: {
      'content-type': 'application/octet-stream',
      'x-facialis-about': JSON.stringify(about),
      ...(key === '' ? {} : { 'idempotency-key': key }),
    },
  })

describe('a video of the person', () => {
  it('is kept with the visit, told on the timeline, and opened only by who may, which is told as well', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const sent = await send(house, id, video)
    expect(sent.status).toBe(201)
    const [clip] = sent.body.attachments
    expect(clip).toMatchObject({ name: 'Video from home, 2026-11-23.mp4', mediaType: 'video/mp4', size: video.length })
    expect(sent.body.timeline[0]).toMatchObject({
      kind: 'attachment',
      by: 'Demo nurse',
      said: { note: 'Video from home. The person agreed to keep it for their care.' },
    })
    const address = `/api/patients/${id}/attachments/${clip!.id}`
    const opened = await house.ask<string>('neurologist', 'GET', address)
    expect(opened.body).toBe(video.toString())
    expect(opened.headers['content-type']).toBe('video/mp4')
    expect(opened.headers['content-disposition']).toMatch(/^attachment; /)
    expect((await house.built.clinic.record.auditEntries({ limit: 1 }))[0]).toMatchObject({ action: 'attachment-read' })
    for (const who of ['researcher', 'patient', 'privacy', 'author'] as const)
      expect((await house.ask(who, 'GET', address)).status).toBe(404)
    const somebodyElse = await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
    expect(
      (await house.ask('neurologist', 'GET', `/api/patients/${somebodyElse}/attachments/${clip!.id}`)).status,
    ).toBe(404)
  })

  it('changes no advice: nobody and nothing here analyses it', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const before = await house.view(id)
    expect((await send(house, id, video)).body.advice).toEqual(before.advice)
  })

  it('is not kept without the person’s agreement', async () => {
    const house = await openHouse()
    const id = await house.patient()
    for (const about of [{ from: 'home' }, { from: 'home', agreed: false }]) {
      const refused = await send(house, id, video, { about })
      expect(refused.status).toBe(422)
      expect(refused.problem.sentence).toContain('the person agreed')
    }
    expect((await house.view(id)).attachments).toEqual([])
  })

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['a program', Buffer.from('MZ\u0090\u0000')],
    ['a drawing that can run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a letter', Buffer.from('%PDF-1.7 demo')],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s', async (_, bytes) => {
    const house = await openHouse()
    const id = await house.patient()
    const refused = await send(house, id, bytes)
    expect(refused.status).toBe(422)
    expect(refused.problem.sentence).toMatch(/MP4.*JPEG|not of the expected kind/)
    expect((await house.view(id)).attachments).toEqual([])
  })

  it('that is too large is refused, and who may not send one is turned away before it is read', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const large = Buffer.concat([video, Buffer.alloc(largestClip)])
    expect((await send(house, id, large)).status).toBe(413)
    expect((await send(house, id, large, { who: 'reader' })).status).toBe(404)
    expect((await send(house, id, large, { who: 'researcher' })).status).toBe(404)
  })

  it('sent twice over a bad line is kept once', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const key = 'clip-of-ada-000001'
    expect((await send(house, id, video, { key })).status).toBe(201)
    expect((await send(house, id, video, { key })).body.attachments).toHaveLength(1)
  })
})

describe('a video the person no longer agrees to', () => {
  const kept = async (house: House) => {
    const id = await house.patient()
    const sent = await send(house, id, video)
    return {
      id,
      clip: sent.body.attachments[0]!,
      address: `/api/patients/${id}/attachments/${sent.body.attachments[0]!.id}`,
    }
  }

  it('is hidden from everybody at once, whoever asks and by whichever way', async () => {
    const house = await openHouse()
    const { id, clip, address } = await kept(house)
    expect((await house.ask('surgeon', 'GET', address)).status).toBe(200)
    const withdrawn = await house.ask<PatientView>('coordinator', 'POST', `${address}/withdraw`, noLonger)
    expect(withdrawn.status).toBe(200)
    expect(withdrawn.body.attachments).toEqual([])
    for (const who of ['coordinator', 'nurse', 'neurologist', 'surgeon', 'reader', 'privacy', 'administrator'] as const)
      expect((await house.ask(who, 'GET', address)).body).toEqual(
        (await house.ask(who, 'GET', `/api/patients/${id}/attachments/absent`)).body,
      )
    expect((await house.view(id)).attachments).toEqual([])
    // Hidden is not deleted: the bytes stay with the record.
    expect(Buffer.from((await house.built.clinic.record.attachments.get(clip.id))!.bytes)).toEqual(video)
  })

  it('is withdrawn on the timeline, with who and when, and in the audit trail', async () => {
    const house = await openHouse()
    const { id, address } = await kept(house)
    house.clock.later(60_000)
    const { body } = await house.ask<PatientView>('nurse', 'POST', `${address}/withdraw`, noLonger)
    expect(body.timeline.find(({ kind }) => kind === 'attachment')).toMatchObject({ withdrawn: true })
    expect(body.timeline.find(({ kind }) => kind === 'consent')).toMatchObject({
      by: 'Demo nurse',
      date: '2026-11-23',
      said: {
        note: 'Withdrawn: the agreement to keep “Video from home, 2026-11-23.mp4”. It is shown to nobody any more.',
      },
    })
    const [told] = await house.built.clinic.record.auditEntries({ limit: 1 })
    expect(told).toMatchObject({ action: 'attachment-withdrawn', patientIds: [id] })
  })

  it('stays hidden when it is withdrawn twice, and changes no advice', async () => {
    const house = await openHouse()
    const { id, address } = await kept(house)
    const before = await house.view(id)
    const once = await house.ask<PatientView>('nurse', 'POST', `${address}/withdraw`, noLonger)
    const twice = await house.ask<PatientView>('nurse', 'POST', `${address}/withdraw`, noLonger)
    expect(twice.body.timeline).toEqual(once.body.timeline)
    expect(twice.body.advice).toEqual(before.advice)
    expect(twice.body.chart).toEqual(before.chart)
  })

  it('leaves every other file where it is', async () => {
    const house = await openHouse()
    const { id, address } = await kept(house)
    const other = (await send(house, id, video, { about: { from: 'visit', agreed: true } })).body.attachments[1]!
    const { body } = await house.ask<PatientView>('nurse', 'POST', `${address}/withdraw`, noLonger)
    expect(body.attachments).toEqual([other])
    expect((await house.ask('nurse', 'GET', `/api/patients/${id}/attachments/${other.id}`)).status).toBe(200)
  })

  it('is hidden on the request it came with as well, and a letter is no such thing', async () => {
    const house = await openHouse()
    const photo = {
      name: 'face.png',
      mediaType: 'image/png',
      content: Buffer.from('89504e470d0a1a0a00', 'hex').toString('base64'),
    }
    const letter = { name: 'letter.pdf', mediaType: 'application/pdf', content: btoa('%PDF-1.7 demo') }
    await house.ask(null, 'POST', '/api/front-door/referrals', { ...adaSample, attachments: [photo, letter] })
    const [waiting] = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests
    const request = `/api/requests/${waiting!.id}`
    const { patientId: id } = (await house.ask<{ patientId: string }>('coordinator', 'POST', `${request}/accept`)).body
    const files = (await house.view(id)).attachments
    const [face, page] = ['face.png', 'letter.pdf'].map((name) => files.find((file) => file.name === name)!.id)
    const withdraw = (file: string) =>
      house.ask('coordinator', 'POST', `/api/patients/${id}/attachments/${file}/withdraw`, noLonger)
    expect((await withdraw(page!)).status).toBe(404)
    expect((await withdraw(face!)).status).toBe(200)
    expect((await house.ask('coordinator', 'GET', `${request}/attachments/${face}`)).status).toBe(404)
    expect((await house.ask('coordinator', 'GET', `${request}/attachments/${page}`)).status).toBe(200)
    const shown = (await house.ask<PatientView>('coordinator', 'GET', request)).body.attachments
    expect(shown.map(({ name }) => name)).toEqual(['letter.pdf'])
  })
})

describe('what a screen may offer', () => {
  it.each([
    ['coordinator', false, false, true],
    ['reader', false, false, false],
    ['nurse', true, false, true],
    ['neurologist', true, true, true],
  ] as const)('to a %s is told with who is signed in', async (who, visits, examines, attaches) => {
    const house = await openHouse()
    const me = (await house.ask<Me>(who, 'GET', '/api/me')).body
    expect(me.records.visit !== undefined).toBe(visits)
    expect(me.records.visit?.facts.includes('exam.') ?? false).toBe(examines)
    expect(me.records['diagnosis-signed'] !== undefined).toBe(examines)
    expect(me.attaches).toBe(attaches)
  })

  it('to a stranger is nothing', async () => {
    const house = await openHouse()
    expect((await house.ask<Me>(null, 'GET', '/api/me')).body).toMatchObject({ records: {}, attaches: false })
  })
})

describe('what is too long', () => {
  it('is refused in words a person can act on', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const long = await house.act('nurse', id, { kind: 'visit', date: '2026-11-23', note: 'n'.repeat(8001) })
    expect(long.problem).toMatchObject({
      where: 'note',
      sentence: 'The note is 8,001 characters; 8,000 fit. Shorten it.',
    })
  })
})
