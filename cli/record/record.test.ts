import { spawn } from 'node:child_process'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { type AuditHead, openRecord, signHead, writtenHead } from '@facialis/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../main.ts'
import { facialisProcess } from '../test/as-a-process.ts'
import { facialis, ioWith } from '../test/in-this-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'facialis-cli-'))
const [clinic, broken, backup] = ['clinic', 'broken', 'monday.sqlite'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
/** What each released schema held, as it wrote it. */
const released = join(import.meta.dirname, '..', '..', 'record', 'test', 'released')
const releasedSchemas = readdirSync(released).filter((name) => name.endsWith('.sql'))
let head = ''
// Put together, as what is written out in one is taken for a setting.
const misspelt = ['FACIALIS', 'DATABSE', 'URL'].join('_')

async function begin(into: string): Promise<void> {
  const opened = await openRecord(into)
  if (!opened.ok) throw new Error(opened.problem.sentence)
  const record = opened.value
  for (const id of ['ada', 'ben'])
    await record.act({
      actor: { id: 'demo-nurse' },
      action: 'write',
      changes: [{ method: 'create', resource: { resourceType: 'Patient', id, name: `Demo ${id}`, gender: 'other' } }],
    })
  const told = { service: 'facialis-order-sign', client: 'demo-ehr', outcome: 'overridden', comment: null, taken: 0 }
  const booked = { reasonSystem: 'https://facialis.invalid/exception', reasonCode: 'mri-booked' }
  const invented = { reasonSystem: 'https://ehr.example/reasons', reasonCode: 'mri-booked' }
  const later = { at: '2026-11-23T10:00:00Z', reasonSystem: null, reasonCode: null }
  const seen = ['one', 'two'].map((card) => ({ ...told, ...booked, card, at: '2026-11-23T09:00:00Z' }))
  await record.feedback.add([
    ...seen,
    { ...told, ...later, card: 'three' },
    { ...later, ...told, ...invented, card: 'four' },
    { ...told, ...booked, reasonSystem: null, card: 'five', at: '2026-11-23T09:00:00Z' },
    { ...told, ...later, reasonCode: 'a\n9  forged\u001b[2A', card: 'six' },
  ])
  const { seq, hash } = await record.auditHead()
  head = `${seq}:${hash}`
  await record.close()
}

beforeAll(async () => {
  await begin(broken)
  await begin(clinic)
  const file = new DatabaseSync(join(broken, 'record.sqlite'))
  file.exec('drop trigger resource_version_no_update')
  file.exec(`update resource_version set json = replace(json, 'ada', 'eve') where id = 'ada'`)
  file.close()
  writeFileSync(join(folder, 'letter.txt'), 'hello')
  writeFileSync(join(folder, 'cut.sqlite'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a record at the command line', () => {
  it('is verified, backed up, the backup verified, and restored', async () => {
    const found = await facialis(['verify', '--data', clinic])
    expect(found).toMatchObject({ code: 0, err: '' })
    expect(found.out).toContain(`The record is whole`)
    expect(found.out).toContain(head)
    expect(found.out).toContain('searches     not checked: another release built the index, or none has yet')
    expect(await facialis(['backup', backup, '--data', clinic])).toMatchObject({ code: 0, err: '' })
    const json = await facialis(['verify', backup, '--head', head, '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ whole: true, resources: 2, versions: 2, audit: { seq: 2 } })
    expect(['-wal', '-shm', '-journal'].filter((more) => existsSync(`${backup}${more}`))).toEqual([])
    const restored = await facialis(['restore', backup, '--data', join(folder, 'new')])
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toContain(`head ${head}`)
    expect((await facialis(['verify', '--data', join(folder, 'new'), '--head', head])).code).toBe(0)
  })

  it('lets nobody in, once restored, by a link that let somebody in already', async () => {
    const [place, copy, back] = ['doors', 'doors.sqlite', 'doors-again'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    const shown = (purpose: string) => ({ token: `of-${purpose}`, purpose })
    const open = async (where: string) => {
      const opened = await openRecord(where)
      if (!opened.ok) throw new Error(opened.problem.sentence)
      return opened.value
    }
    const before = await open(place)
    await before.act({
      actor: { id: 'machine' },
      action: 'let-in',
      changes: [],
      alongside: async ({ links }) => {
        for (const purpose of ['administrator', 'referral-status'])
          await links.issue({ ...shown(purpose), subject: 'ann', expires: '2999-01-01T00:00:00Z' })
        return undefined
      },
    })
    await before.backup(copy)
    expect(await before.links.use(shown('administrator'))).toMatchObject({ ok: true })
    await before.close()
    expect(await facialis(['restore', copy, '--data', back])).toMatchObject({ code: 0, err: '' })
    const after = await open(back)
    expect(await after.links.use(shown('administrator'))).toMatchObject({ problem: { code: 'link-unknown' } })
    expect(await after.links.look(shown('referral-status'))).toMatchObject({ ok: true })
    await after.close()
  })

  it('is backed up into the empty file that a killed backup left, and what else it left is told', async () => {
    const backups = join(folder, 'backups')
    mkdirSync(backups)
    const file = join(backups, 'tuesday.sqlite')
    const [old, fresh] = [randomUUID(), randomUUID()].map((name) => join(backups, `partial-${name}`)) as [
      string,
      string,
    ]
    for (const left of [file, old, fresh]) writeFileSync(left, '')
    const days = new Date(Date.now() - 2 * 86_400_000)
    utimesSync(old, days, days)
    const { code, out, err } = await facialis(['backup', file, '--data', clinic])
    expect([code, out]).toEqual([0, expect.stringContaining('tuesday.sqlite: the whole record')])
    expect(err.trimEnd().split('\n')).toEqual([
      `${file} was there and empty, as a killed backup leaves it: this backup replaces it.`,
      `${old} is incomplete: the backup that wrote it was killed. It holds patient data and is useless: delete it.`,
    ])
    expect((await facialis(['verify', file])).code).toBe(0)
  })

  it('was being restored when that was killed: what it left is told by the next restore and the next backup, after a day', async () => {
    const place = join(folder, 'tried')
    const names = ['restoring-abC123', 'restoring-x9Yz00', 'restoring-notes', 'restoring-oThers']
    const [old, fresh, notes, others] = names.map((name) => join(place, name)) as [string, string, string, string]
    const days = new Date(Date.now() - 2 * 86_400_000)
    for (const left of [old, fresh, notes, others]) {
      mkdirSync(left, { recursive: true })
      const file = join(left, left === others ? 'letter.txt' : 'record.sqlite')
      writeFileSync(file, '')
      // That of one is still being written.
      for (const path of left === fresh ? [left] : [file, left]) utimesSync(path, days, days)
    }
    const told = `${old} is incomplete: the restore that wrote it was killed. It holds patient data and is useless: delete it.\n`
    expect(await facialis(['restore', backup, '--data', place])).toMatchObject({ code: 0, err: told })
    const monday = join(folder, 'monday-again.sqlite')
    expect(await facialis(['backup', monday, '--data', place])).toMatchObject({ code: 0, err: told })
  })

  it('is held against the ends of its trail that were signed and noted elsewhere', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const [heads, key] = ['heads.ndjson', 'key.pem'].map((name) => join(folder, name)) as [string, string]
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const [seq = '', hash = ''] = head.split(':')
    const note = (noted: AuditHead) =>
      writeFileSync(heads, writtenHead(signHead(noted, '2026-11-23T09:00:00Z', privateKey)))
    note({ seq: Number(seq), hash })
    const held = await facialis(['verify', '--data', clinic, '--heads', heads, '--key', key, '--head', head])
    expect(held.code).toBe(0)
    // Whoever had it held against them is told that it was, and not to have it done.
    expect(held.out).toContain('noted heads  2, each in the trail as it was noted')
    expect(held.out).not.toContain('shows only against')
    writeFileSync(heads, '\n')
    expect(await facialis(['verify', '--data', clinic, '--heads', heads, '--key', key])).toEqual({
      code: 2,
      out: '',
      err: `facialis: ${heads} contains no head of the trail: there is nothing to check against.\n`,
    })
    note({ seq: 9, hash })
    const cut = await facialis(['verify', '--data', clinic, '--heads', heads, '--key', key])
    expect(cut).toMatchObject({ code: 1 })
    expect(cut.out).toContain('event 9 was noted elsewhere')
    expect(await facialis(['verify', '--data', clinic, '--heads', heads])).toMatchObject({ code: 2 })
  })

  it('that is broken ends the command with code 1 and the place, and is not restored', async () => {
    const found = await facialisProcess(['verify', '--data', broken])
    expect(found).toEqual({
      code: 1,
      err: '',
      out: 'The record is broken: Patient/ada/_history/1 was changed. (Patient/ada/_history/1)\n',
    })
    const copy = join(folder, 'broken.sqlite')
    await facialis(['backup', copy, '--data', broken])
    const restored = await facialis(['restore', copy, '--data', join(folder, 'newer')])
    expect(restored).toMatchObject({ code: 1, out: expect.stringContaining('Not restored.') })
    expect(existsSync(join(folder, 'newer', 'record.sqlite'))).toBe(false)
  })

  it.each([
    ['ends too early', (file: Buffer) => file.subarray(0, 100_000)],
    ['has a page that was overwritten', (file: Buffer) => Buffer.from(file).fill(0xa5, 4096, 12_288)],
    ['has bytes in the middle that were overwritten', (file: Buffer) => Buffer.from(file).fill(0xa5, 60_000, 66_000)],
  ])('whose file %s is broken, and is not restored', async (_, damage) => {
    const damaged = join(folder, 'damaged.sqlite')
    const whole = join(folder, 'whole.sqlite')
    if (!existsSync(whole)) await facialis(['backup', whole, '--data', clinic])
    writeFileSync(damaged, damage(readFileSync(whole)))
    const { code, out, err } = await facialis(['verify', damaged, '--json'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(JSON.parse(out)).toMatchObject({ whole: false, problem: { code: 'storage-damaged' } })
    const restored = await facialis(['restore', damaged, '--data', join(folder, 'newer')])
    const told = `Not restored. This backup is damaged. Take another one. (${damaged})\n`
    expect(restored).toEqual({ code: 1, err: '', out: told })
    expect(existsSync(join(folder, 'newer', 'record.sqlite'))).toBe(false)
  })

  it('whose searches find less than the resources say is named, with the resource, and mended from the resources', async () => {
    const searched = join(folder, 'searched')
    await begin(searched)
    const made = 'The search index was rebuilt from 2 resources.\n'
    expect(await facialis(['reindex', '--data', searched])).toEqual({ code: 0, err: '', out: made })
    const whole = await facialis(['verify', '--data', searched])
    expect(whole).toMatchObject({ code: 0, err: '', out: expect.stringContaining('match the resources') })
    const file = new DatabaseSync(join(searched, 'record.sqlite'))
    file.exec(`delete from search_value where number = (select number from resource_current where id = 'ada')`)
    file.close()
    const found = await facialis(['verify', '--json', '--data', searched])
    expect({ code: found.code, err: found.err }).toEqual({ code: 1, err: '' })
    expect(JSON.parse(found.out)).toMatchObject({
      whole: false,
      problem: { code: 'index-broken', where: 'Patient/ada' },
    })
    await facialis(['reindex', '--data', searched])
    expect(await facialis(['verify', '--data', searched])).toEqual(whole)
  })

  it('is looked at by what ends when it is told to, also while the file is looked at in one go and nobody hears a signal', async () => {
    let heard = 0
    const io = { ...ioWith(), onExit: () => void heard++ }
    expect([await main(['verify', '--data', clinic], io), heard]).toEqual([0, 0])
    // What runs beside it ends in silence once nobody hears it.
    const script = fileURLToPath(new URL('../../server/search-index.ts', import.meta.url))
    const env = { ...process.env, FACIALIS_PLACE: JSON.stringify({ folder: clinic }) }
    const beside = spawn(process.execPath, [script, 'verify'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    beside.stdout.destroy()
    let said = ''
    beside.stderr.on('data', (text) => {
      said += text
    })
    const code = await new Promise((resolve) => beside.on('close', resolve))
    expect([code, said]).toEqual([0, ''])
  })

  it('whose trail was cut off is found against a head noted elsewhere', async () => {
    const found = await facialis(['verify', '--data', clinic, '--head', `9:${'0'.repeat(64)}`])
    expect(found).toMatchObject({ code: 1, out: expect.stringContaining('event 9 was noted elsewhere') })
  })

  it('tells what other systems made of our cards, counted, in the words of the pathway', async () => {
    const { code, out } = await facialis(['feedback', '--data', clinic])
    expect([code, out]).toEqual([
      0,
      [
        '3  facialis-order-sign  overridden  MRI booked within eight weeks; one session meanwhile\n',
        '1  facialis-order-sign  overridden  no reason given\n',
        '1  facialis-order-sign  overridden  a reason that no card offers: a\ufffd9  forged\ufffd[2A\n',
        '1  facialis-order-sign  overridden  a reason that no card offers: mri-booked (https://ehr.example/reasons)\n',
      ].join(''),
    ])
    const told = JSON.parse((await facialis(['feedback', '--json', '--data', clinic])).out)
    expect(told).toMatchObject([
      { offered: expect.stringContaining('MRI booked') },
      { offered: null },
      { offered: null, reasonCode: 'a\n9  forged\u001b[2A' },
      { offered: expect.stringContaining('MRI booked') },
      { offered: null },
    ])
  })

  it.each(['verify', 'backup', 'replay', 'reindex', 'feedback', 'let-in', 'restore', 'import'])(
    'is looked for by no %s while the name of a setting is misspelt: it would be another one',
    async (command) => {
      const words = {
        backup: [join(folder, 'tuesday.sqlite')],
        replay: ['--all'],
        'let-in': ['ann'],
        restore: [backup],
      }
      const rest = { ...words, import: [join(folder, 'letter.txt')] }[command] ?? []
      const env = { FACIALIS_DATA: clinic, [misspelt]: 'postgres://clinic@db/clinic' }
      const { code, out, err } = await facialis([command, ...rest], '', env)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`facialis: ${misspelt} is not a setting. The settings are PORT, `)
    },
  )

  it.each(releasedSchemas)('of an earlier release (%s) is verified, or it is said how', async (name) => {
    const old = mkdtempSync(join(folder, 'old-'))
    const file = new DatabaseSync(join(old, 'record.sqlite'))
    file.exec(readFileSync(join(released, name), 'utf8'))
    file.close()
    const kept = join(old, 'kept.sqlite')
    expect(await facialis(['backup', kept, '--data', old])).toMatchObject({ code: 0 })
    for (const command of [
      ['verify', kept],
      ['verify', '--data', old],
      ['feedback', '--data', old],
    ]) {
      const { code, out, err } = await facialis(command)
      if (code === 0) continue
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(
        /^facialis: An earlier release wrote this record .* Restoring a backup of it into an empty folder verifies it/,
      )
    }
    // As it is said.
    const brought = join(old, 'brought')
    expect(await facialis(['restore', kept, '--data', brought])).toMatchObject({ code: 0 })
    expect(await facialis(['verify', '--data', brought])).toMatchObject({ code: 0 })
  })

  it('is looked for nowhere by an address that is none, and the setting is named as at the start', async () => {
    const { code, err } = await facialis(['verify'], '', { FACIALIS_DATABASE_URL: 'clinic:secret@db' })
    expect(code).toBe(2)
    expect(err).toBe(
      'facialis: FACIALIS_DATABASE_URL is an address such as postgres://NAME:PASSWORD@HOST:5432/DATABASE.\n',
    )
  })

  it.each([
    [['feedback', 'x', '--data', clinic], 'feedback takes no "x"'],
    [['backup'], 'Name the file to write'],
    [['backup', join(folder, 'letter.txt'), '--data', clinic], 'a backup overwrites nothing'],
    [['backup', join(folder, 'b.sqlite'), '--data', join(folder, 'none')], 'There is no record here.'],
    [['backup', join(folder, 'letter.txt', 'b.sqlite'), '--data', clinic], 'A file stands where a folder should be.'],
    [['backup', join(folder, 'n'.repeat(256)), '--data', clinic], 'The name of this file or folder is too long.'],
    [['restore', join(folder, 'letter.txt'), '--data', join(folder, 'newest')], 'The file is not a record.'],
    [['restore', backup, '--data', join(folder, 'letter.txt', 'in')], 'A file stands where a folder should be.'],
    [['reindex', '--data', join(folder, 'nowhere')], 'There is no record here.'],
    [['let-in', 'ann', '--data', join(folder, 'nowhere')], 'There is no record here.'],
    [['let-in', 'ann', '--data', clinic], 'Nobody signs in here as "ann". The administrators are: nobody.'],
    [['let-in'], 'Name the administrator by sign-in name'],
    [['reindex', '--data', join(folder, 'letter.txt')], 'There is no record here.'],
    [
      ['restore', join(folder, 'cut.sqlite'), '--data', join(folder, 'newest')],
      'The file is empty: it is not a record.',
    ],
    [['verify', join(folder, 'cut.sqlite')], 'The file is empty: it is not a record.'],
    [['verify', folder], `${folder} is a folder, not a file: --data names the folder of a record.`],
    [['verify', '--head', '3', '--data', clinic], '--head "3" is not a head'],
    [['replay', 'nothing', '--data', clinic], 'This record has no decision "nothing"'],
  ])('says in one sentence what is wrong with %j', async (args, words) => {
    const { code, out, err } = await facialis(args)
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 })
    expect(err).toContain(words)
  })
})
