import { largestClip, type OpeningsPage, openingDraft, type PatientView, roles } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { routes } from '../../routes/index.ts'
import { aboutClip, clip } from '../identity/things.ts'
import type { Hired } from '../support.ts'
import {
  ada,
  adaFile,
  adaId,
  atNight,
  ben,
  benFile,
  benId,
  type Doctor,
  doctor,
  emergency,
  hour,
  house,
  minute,
  nothing,
  opened,
  trail,
} from './at-night.ts'

atNight()

describe('a record in an emergency', () => {
  it('opens to be looked at, tells why and how long, and opens its files', async () => {
    const who = await doctor()
    expect((await who.chart()).problem.code).toBe('none-open')
    const open = await who.open()
    expect(open.status).toBe(201)
    expect(open.body).toEqual({
      open: {
        name: ada.name,
        cause: 'threat-to-life',
        words: emergency.words,
        opened: house.clock.now,
        secondsLeft: 4 * 3600,
      },
    })
    const seen = await who.chart()
    expect([seen.status, seen.body.patient.id]).toEqual([200, adaId])
    expect((await who.ask('GET', `/api/emergency/attachments/${adaFile}`)).status).toBe(200)
  })

  it('is told of in the trail: who, whose, why and by which right, each look and the end', async () => {
    const who = await opened()
    await who.chart()
    await who.open({ ...ben })
    await who.ask('POST', '/api/emergency/end')
    const lines = (await trail(adaId)).filter((line) => line.who.id === who.id)
    expect(lines.map(({ action, outcome, purpose }) => [action, outcome, purpose])).toEqual([
      ['emergency-ended', 'done', 'BTG'],
      ['emergency-read', 'read', 'BTG'],
      ['emergency-opened', 'done', 'BTG'],
    ])
    expect(lines.slice(1).map(({ reason }) => reason)).toEqual([emergency.words, emergency.words])
    expect((await trail(benId)).find((line) => line.who.id === who.id)).toMatchObject({
      action: 'emergency-opened',
      outcome: 'refused',
    })
  })

  it('leaves every other route as it was, whatever is asked of it, of this person, of another and of nobody', async () => {
    const who = await doctor()
    const own = new Set(['/api/emergency', '/api/emergency/chart', '/api/emergency/attachments/:file'])
    const asks = routes
      .filter(({ may, path, method }) => may !== 'anyone' && !(own.has(path) && method === 'GET'))
      .filter(({ may, path }) => may !== 'self:manage' && !/^\/api\/emergency\/(open|end|passkey)$/.test(path))
      .flatMap((route) => [adaId, benId, 'absent'].map((id) => ({ route, id })))
    const answers = () =>
      Promise.all(
        asks.map(async ({ route: { method, path, takes }, id }) => {
          const url = path.replace(':type', 'Patient').replace(/:\w+/g, id)
          const { status, body } = await house.ask(null, method, url, takes ? { wrong: true } : undefined, {
            headers: { cookie: who.cookie },
            from: '10.2.0.1',
          })
          return [`${method} ${path} ${id}`, status, JSON.stringify(body)]
        }),
      )
    const before = await answers()
    await who.open()
    expect(await answers()).toEqual(before)
    expect((await who.chart()).status).toBe(200)
    expect(before.length).toBeGreaterThan(100)
  })
})

describe('who may not', () => {
  it.each(
    roles.filter(
      (role) => !['referrer', 'researcher', 'pathway-author', 'privacy-officer', 'administrator'].includes(role),
    ),
  )('%s: either every record is open to them anyhow, or none ever is', async (role) => {
    const who = await doctor({ roles: [role], profession: 'neurologist' })
    expect((await who.open()).body).toEqual({ problem: nothing })
  })
  it.each(['referrer', 'researcher', 'pathway-author', 'privacy-officer', 'administrator'] as const)(
    '%s without a clinical profession',
    async (role) => {
      const who = await doctor({ roles: [role] })
      expect((await who.open()).body).toEqual({ problem: nothing })
      expect((await who.chart()).body).toEqual({ problem: nothing })
    },
  )
  it('somebody who may open the record the usual way as well', async () => {
    const who = await doctor({ roles: ['administrator', 'clinician'], profession: 'neurologist' })
    expect((await who.open()).problem.code).toBe('opens-anyhow')
  })
})

describe('what is asked for first', () => {
  it.each<[string, object, number, string]>([
    ['no reason', { words: '' }, 422, 'words'],
    ['a reason of blanks', { words: '  \n ' }, 422, 'words'],
    ['a reason left out', { words: undefined }, 422, 'words'],
    ['no cause', { cause: undefined }, 422, 'cause'],
    ['a cause that is none', { cause: 'curiosity' }, 422, 'cause'],
    ['no password', { current: undefined }, 422, 'current'],
    ['a wrong password', { current: 'not this one at all' }, 422, 'current'],
    ['half a name', { name: 'Ada' }, 422, 'name'],
    ['another day of birth', { birthDate: '1970-05-05' }, 422, 'name'],
    ['a year of birth only', { birthDate: '1970' }, 422, 'birthDate'],
    ['somebody who is not there', { name: 'Demo Nobody Sample' }, 422, 'name'],
  ])('%s opens nothing', async (_, wrong, status, where) => {
    const who = await doctor()
    const asked = await who.open(wrong)
    expect([asked.status, asked.problem.where]).toEqual([status, where])
    expect((await who.chart()).problem.code).toBe('none-open')
  })

  it('a wrong password tells nothing of whether the person is on record', async () => {
    const who = await doctor()
    const there = await who.open({ current: 'guess guess' })
    const absent = await who.open({ current: 'guess guess', name: 'Demo Nobody Sample' })
    expect(absent.body).toEqual(there.body)
  })

  it('guessing the password is slowed', async () => {
    const who = await doctor()
    for (let at = 0; at < 5; at++) await who.open({ current: `guess ${at}` })
    expect((await who.open()).status).toBe(429)
  })

  it.each([
    ['a passkey and no password: the passkey', true, 0, 422, 'passkey'],
    ['neither: a sign-in of the last ten minutes', false, 10, 201, undefined],
    ['neither, more than ten minutes after the sign-in', false, 11, 403, undefined],
  ])('who has %s', async (_, hasPasskey, minutes, status, where) => {
    const who = await doctor()
    const { accounts, passkeys, sessions } = house.built.clinic.record
    await accounts.change(who.id, { passwordHash: null })
    const key = { id: `key-${who.id}`, name: 'Key', publicKey: 'AA', counter: 0, transports: [] }
    if (hasPasskey) await passkeys.add({ ...key, accountId: who.id })
    const token = `token of ${who.id}`
    await sessions.start({ token, accountId: who.id, expires: '2027-01-01T00:00:00Z' })
    house.clock.later(minutes * minute)
    const { current: _password, ...asked } = emergency
    const headers = { cookie: `facialis=${token.replaceAll(' ', '%20')}` }
    const opened = await house.ask(null, 'POST', '/api/emergency/open', asked, { headers })
    expect([opened.status, opened.problem.where]).toEqual([status, where])
  })
  it('finds the one who was born on that day among many of one name', async () => {
    const { record } = house.built.clinic
    const name = 'Demo Many Samples'
    const born = (at: number) => new Date(Date.UTC(1950, 0, 1 + at)).toISOString().slice(0, 10)
    const changes = Array.from({ length: 250 }, (_, at) => ({
      method: 'create' as const,
      resource: { resourceType: 'Patient', id: `many-${at}`, name: [{ text: name }], birthDate: born(at) },
    }))
    expect((await record.act({ actor: { id: 'trial' }, action: 'import', changes })).ok).toBe(true)
    for (const at of [0, 60, 249]) {
      const who = await doctor()
      expect((await who.open({ name, birthDate: born(at) })).status).toBe(201)
    }
  })
  it('a name in another order, without its accents, is the same person', async () => {
    const who = await doctor()
    expect((await who.open({ name: 'sample, ADA demo' })).status).toBe(201)
  })
})

describe('one person, and nothing but looking', () => {
  it('a second person has to wait for the end of the first', async () => {
    const who = await opened()
    expect((await who.open(ben)).problem.code).toBe('opening-there')
    expect((await who.chart()).body.patient.id).toBe(adaId)
  })
  it('the same person is open already, and is not said to be another', async () => {
    const who = await opened()
    expect((await who.open()).problem).toMatchObject({
      code: 'opening-there',
      sentence: 'This record is open in an emergency already. Go on in it.',
    })
    expect((await who.open(ben)).problem.sentence).toMatch(/^Another record is open/)
  })
  it("another person's file is not there", async () => {
    const who = await opened()
    expect((await who.ask('GET', `/api/emergency/attachments/${benFile}`)).body).toEqual({ problem: nothing })
  })
  it('somebody else sees nothing of it', async () => {
    await opened()
    expect((await (await doctor()).chart()).problem.code).toBe('none-open')
  })
  it.each<[string, 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string, object?]>([
    ['the record by its address', 'GET', '/api/patients/:id'],
    ['the board', 'GET', '/api/board'],
    ['an act', 'POST', '/api/patients/:id/acts', { kind: 'call', date: '2026-11-23' }],
    ['people of the same name', 'POST', '/api/patients/duplicates', { name: ada.name }],
    ['an export', 'GET', '/fhir/$export'],
    ['the record by FHIR', 'GET', '/fhir/Patient/:id'],
    ['everything by FHIR', 'GET', '/fhir/Patient/:id/$everything'],
    ['a search by FHIR', 'POST', '/fhir/Observation/_search'],
    ['a change by FHIR', 'PUT', '/fhir/Patient/:id', { resourceType: 'Patient' }],
    ['a removal by FHIR', 'DELETE', '/fhir/Patient/:id'],
    ['a bundle by FHIR', 'POST', '/fhir', { resourceType: 'Bundle', type: 'transaction', entry: [] }],
    ['the accounts', 'GET', '/api/accounts'],
    ['the numbers of the site', 'PUT', '/api/policy', { numbers: {} }],
    ['the reviews of openings', 'GET', '/api/emergency/openings'],
  ])('%s stays shut', async (_, method, path, body) => {
    const who = await opened()
    const url = path.replace(':id', adaId)
    const asked = await house.ask(null, method, url, body, { headers: { cookie: who.cookie } })
    expect([asked.status, asked.problem.code]).toEqual([404, 'not-found'])
  })
  it('a video that was hidden stays hidden', async () => {
    expect(clip.length).toBeLessThan(largestClip)
    const sent = await house.ask<PatientView>('nurse', 'POST', `/api/patients/${adaId}/attachments`, clip, {
      headers: aboutClip,
    })
    const file = sent.body.attachments.find(({ mediaType }) => mediaType === 'video/mp4')!.id
    const who = await opened()
    expect((await who.ask('GET', `/api/emergency/attachments/${file}`)).status).toBe(200)
    await house.ask('nurse', 'POST', `/api/patients/${adaId}/attachments/${file}/withdraw`, { agreed: false })
    expect((await who.ask('GET', `/api/emergency/attachments/${file}`)).status).toBe(404)
    expect((await who.chart()).body.attachments.map(({ id }) => id)).not.toContain(file)
  })
})

describe('whoever watches over privacy', () => {
  const page = async () => (await house.ask<OpeningsPage>('privacy', 'GET', '/api/emergency/openings')).body
  const waiting = async () =>
    (await house.ask<{ count: number }>('privacy', 'GET', '/api/emergency/waiting')).body.count
  const review = (who: Hired | 'privacy', id: string, said: object) =>
    house.ask(who, 'POST', `/api/emergency/openings/${id}/review`, said)

  it('knows at once, finds it waiting until it is judged, however long, and judges it once', async () => {
    const before = await waiting()
    const who = await opened()
    expect(await waiting()).toBe(before + 1)
    const line = (await page()).waiting[0]!
    expect(line).toMatchObject({
      who: { id: who.id, name: `Demo ${who.hired.login}` },
      patient: { id: adaId, name: ada.name },
      cause: 'threat-to-life',
      words: emergency.words,
      ended: null,
      review: null,
    })
    await who.ask('POST', '/api/emergency/end')
    house.clock.later(100 * 24 * hour)
    expect((await page()).waiting.find(({ id }) => id === line.id)?.ended).toMatchObject({ by: 'closed' })
    expect((await review('privacy', line.id, { verdict: 'justified', note: '' })).status).toBe(422)
    const said = { verdict: 'not-justified', note: 'They were not on call.' }
    expect((await review('privacy', line.id, said)).status).toBe(204)
    expect((await review('privacy', line.id, said)).problem.code).toBe('reviewed-already')
    expect(await waiting()).toBe(before)
    expect((await page()).reviewed[0]).toMatchObject({ id: line.id, review: { ...said, by: 'Demo privacy' } })
    expect((await trail(adaId))[1]).toMatchObject({
      action: 'emergency-reviewed',
      reason: `not-justified: ${said.note}`,
    })
    // What they wrote of it, and did not keep, is theirs to come back to.
    expect((await page()).begun).toEqual([])
    const draft = { content: { verdict: '', note: 'Half a sentence' } }
    const key = openingDraft(line.id)
    await house.ask('privacy', 'PUT', `/api/drafts/${key}`, draft, { headers: { 'if-match': '"0"' } })
    expect((await page()).begun).toEqual([line.id])
  })

  it('does not judge their own opening', async () => {
    const who = await doctor({ roles: ['privacy-officer'], profession: 'nurse' })
    await who.open()
    const { id } = (await page()).waiting.find((line) => line.who.id === who.id)!
    const said = { verdict: 'justified', note: 'It was me.' }
    expect((await who.ask('POST', `/api/emergency/openings/${id}/review`, said)).problem.code).toBe('own-opening')
    expect((await review('privacy', id, said)).status).toBe(204)
  })

  it('sees how each one ended', async () => {
    const [left, timed, changed] = [await opened(), await opened(), await opened()]
    await house.ask('administrator', 'PUT', `/api/accounts/${changed.id}`, { roles: ['pathway-author'] })
    const endOf = async (who: Doctor) => (await page()).waiting.find((line) => line.who.id === who.id)!.ended?.by
    expect([await endOf(left), await endOf(timed), await endOf(changed)]).toEqual([
      undefined,
      undefined,
      'account-changed',
    ])
    house.clock.later(14 * minute)
    await page()
    house.clock.later(6 * minute)
    expect(await endOf(left)).toBe('signed-out')
    house.clock.later(24 * hour)
    expect(await endOf(timed)).toBe('time')
  })
})
