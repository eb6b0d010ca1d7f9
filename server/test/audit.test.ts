import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { AuditChecked, AuditPage, AuditQuestion, NamedPerson, PatientView } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { cleanUp, type House, openHouse, standingClock } from './support.ts'

afterEach(cleanUp)

const today = '2026-11-23'
const trail = async (house: House, asked: AuditQuestion = {}) =>
  (await house.ask<AuditPage>('privacy', 'POST', '/api/audit/entries', asked)).body
const said = ({ lines }: AuditPage) =>
  lines.map(({ action, outcome, problem }) => `${action} ${outcome} ${problem ?? ''}`.trim())

describe('the audit trail', () => {
  it('tells every look at a chart, every act and every refusal by name, and whose record it was', async () => {
    const house = await openHouse()
    const patientId = await house.patient()
    await house.patient({ patient: { name: 'Demo Ben Sample', birthDate: '1961-02-11', phone: '555-0199' } })
    await house.act('neurologist', patientId, { kind: 'toxin-order', date: today })
    await house.act('coordinator', patientId, { kind: 'exception', date: today, note: 'x' })
    await house.ask<PatientView>('nurse', 'GET', `/api/patients/${patientId}`)
    const told = await trail(house, { patientId })
    expect(said(told)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^toxin-order refused \w/),
        expect.stringMatching(/^exception refused \w/),
        'patient-read read',
        'referral-entered done',
      ]),
    )
    expect(told.lines.every(({ people }) => people.some(({ name }) => name === 'Demo Ada Sample'))).toBe(true)
    expect(told.lines.find(({ action }) => action === 'referral-entered')?.who).toMatchObject({
      name: 'Demo coordinator',
    })
  })

  it('is asked by what became of it, by colleague, and page by page to its beginning', async () => {
    const house = await openHouse()
    const patientId = await house.patient()
    for (let look = 0; look < 130; look++) await house.ask('nurse', 'GET', `/api/patients/${patientId}`)
    await house.act('neurologist', patientId, { kind: 'toxin-order', date: today })
    expect(said(await trail(house, { outcomes: ['refused'] }))).toEqual([expect.stringMatching(/^toxin-order refused/)])
    const colleagues = await house.ask<{ id: string; name: string }[]>('privacy', 'GET', '/api/audit/colleagues')
    const actorId = colleagues.body.find(({ name }) => name === 'Demo nurse')!.id
    const first = await trail(house, { actorId })
    expect(first.lines).toHaveLength(100)
    const second = await trail(house, { actorId, before: first.before! })
    expect(second.before).toBeNull()
    expect([...first.lines, ...second.lines].filter(({ action }) => action === 'patient-read')).toHaveLength(130)
  })

  it('finds a person by their name, tells that it was asked, and opens nothing of them', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const found = await house.ask<NamedPerson[]>('privacy', 'POST', '/api/audit/people', { name: 'sample, demo ADA' })
    expect(found.body).toEqual([{ id, name: 'Demo Ada Sample', birthDate: '1970-05-04' }])
    expect((await trail(house, { patientId: id })).lines[0]).toMatchObject({ action: 'audit-read' })
    expect((await house.ask('privacy', 'GET', `/api/patients/${id}`)).status).toBe(404)
  })
})

describe('the trail against whoever holds the database', () => {
  const withHeads = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'facialis-heads-'))
    const house = await openHouse(standingClock(), { heads: { folder, keyFile: join(folder, 'key.pem') } })
    const patientId = await house.patient()
    for (let look = 0; look < 5; look++) await house.ask('nurse', 'GET', `/api/patients/${patientId}`)
    await house.built.clinic.auditHeads?.note()
    await house.ask('nurse', 'GET', `/api/patients/${patientId}`)
    const checked = async () => (await house.ask<AuditChecked>('privacy', 'POST', '/api/audit/verify')).body
    const meddle = (sql: string) => {
      const file = new DatabaseSync(join(house.folder, 'record.sqlite'))
      for (const { name } of file.prepare("select name from sqlite_master where type = 'trigger'").all())
        file.exec(`drop trigger ${name}`)
      file.exec(sql)
      file.close()
    }
    return { house, folder, checked, meddle, end: () => rmSync(folder, { recursive: true }) }
  }

  it('an untouched trail is whole, and says how many ends of it were noted and when', async () => {
    const { checked, end } = await withHeads()
    expect(await checked()).toMatchObject({ problem: null, signed: { count: 1, last: '2026-11-23T09:00:00.000Z' } })
    end()
  })

  it.each([
    [
      'an edited event',
      `update audit set event = replace(event, 'patient-read', 'board-read') where event like '%patient-read%'`,
    ],
    ['a removed event', 'delete from audit where seq = 4'],
    ['a tail that was cut off, as far as it was noted', 'delete from audit where seq > 2'],
  ])('%s is found', async (_, sql) => {
    const { checked, meddle, end } = await withHeads()
    meddle(sql)
    expect((await checked()).problem).toMatch(/audit trail is broken/)
    end()
  })

  it('a noted end that somebody wrote themselves, or changed, is no noted end', async () => {
    const { checked, folder, end } = await withHeads()
    const file = join(folder, 'audit-heads.ndjson')
    const written = readFileSync(file, 'utf8')
    writeFileSync(file, written.replace(/"seq":\d+/, '"seq":1'))
    expect((await checked()).problem).toMatch(/line 1 was not signed with this key/)
    writeFileSync(file, written)
    appendFileSync(file, 'something else\n')
    expect((await checked()).problem).toMatch(/line 2 cannot be read/)
    end()
  })
})
