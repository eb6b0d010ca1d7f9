import { largestClip, type Me, type PatientView } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { cleanUp, type House, openHouse, type Person } from './support.ts'

afterEach(cleanUp)

const video = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.from('two minutes of a face')])
const fromHome = { from: 'home', agreed: true }

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
      title: 'Video or photo attached',
      by: 'Demo nurse',
      lines: ['Video from home. The person agreed to keep it for their care.'],
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
