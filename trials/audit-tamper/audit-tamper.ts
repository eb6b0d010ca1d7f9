import { spawnSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DurableRecord, openRecord, readHeads } from '@facialis/record'
import { chances } from '../../spec/support/chances.ts'
import { hireAuthor, hireReader, personAtTheChair, referral, setUp } from '../clinic.ts'
import { groundOf, type Place } from '../place.ts'
import { startProduct } from '../product.ts'
import type { Line, Trial } from '../trial.ts'
import { type Meddler, openMeddler, type Row } from './meddling.ts'
import { inOrder, type Tamper, tampers } from './tampers.ts'

const command = join(import.meta.dirname, '..', '..', 'cli', 'command.mjs')

/** Whoever holds the database changes what was written; `facialis verify` says so, by the noted ends where it must. */
export const auditTamper: Trial = {
  name: 'audit-tamper',
  what: 'everything whoever holds the database could do to the audit trail, its noted ends, versions, advice, files, numbers and roles: found',
  run: async ({ seed, rounds, database, tell }) => {
    const many = rounds ?? 200
    const ground = groundOf(database)
    try {
      const place = await ground.fresh()
      await busyDay(place)
      const meddler = await openMeddler(place)
      const opened = await openRecord(place.folder, {
        database: place.env.FACIALIS_DATABASE_URL || null,
        onlyReading: true,
      })
      if (!opened.ok) throw new Error(opened.problem.sentence)
      const tried: Trying = { place, meddler, record: opened.value, heads: readFileSync(headsFile(place), 'utf8') }
      const untouched = await verified(tried, tried.heads)
      const lines: Line[] = [
        { promise: 'the record nobody touched', asked: 'whole', got: untouched ?? 'whole', held: untouched === null },
      ]
      for (const [index, tamper] of tampers.entries()) {
        const chance = chances(seed + index)
        let found = 0
        let overlooked = ''
        for (let round = 0; round < many; round += 1) {
          tell(tamper.name, (index + round / many) / tampers.length)
          // The command itself is asked once of each kind: it says what is asked here of what it stands on.
          const byCommand = round === 0 && rounds === null
          const said = await afterTampering(tamper, chance, { ...tried, byCommand })
          if (said !== null) found += 1
          else overlooked ||= ` (round ${round} was not)`
        }
        lines.push({
          promise: `${tamper.name} is found`,
          asked: `${many} of ${many}`,
          got: `${found}${overlooked}`,
          held: found === many,
        })
      }
      await opened.value.close()
      await meddler.end()
      return lines
    } finally {
      ground.end()
    }
  },
}

const report = Buffer.from('%PDF-1.4\nDemo report\n%%EOF\n')

/** A clinic that opens twice, and each time notes the end of its trail when it closes. */
async function busyDay(place: Place): Promise<void> {
  const first = await startProduct(place)
  const cookie = await setUp(first)
  await personAtTheChair(first, { cookie, reader: await hireReader(first, cookie), name: 'Tamper' })
  const set = await first.ask('PUT', '/api/policy', {
    cookie: await hireAuthor(first, cookie),
    body: { values: { minimumReinjectionInterval: 98 } },
  })
  if (set.status !== 200) throw new Error(`No number was set: ${JSON.stringify(set.body)}`)
  await first.stop()
  const second = await startProduct(place)
  const attachments = [{ name: 'report.pdf', mediaType: 'application/pdf', content: report.toString('base64') }]
  for (const name of ['Ann', 'Ben'])
    await second.ask('POST', '/api/patients', { cookie, body: { ...referral(name), attachments } })
  await second.stop()
}

type Trying = Readonly<{ place: Place; meddler: Meddler; record: DurableRecord; heads: string }>

const headsFile = ({ folder }: Place): string => join(folder, 'audit-heads', 'audit-heads.ndjson')
const keyFile = ({ folder }: Place): string => join(folder, 'audit-heads', 'key.pem')

/** @returns what was said of it; null when it was overlooked. Everything is put back as it was. */
async function afterTampering(
  tamper: Tamper,
  chance: ReturnType<typeof chances>,
  tried: Trying & Readonly<{ byCommand: boolean }>,
): Promise<string | null> {
  const { place, meddler, heads, byCommand } = tried
  if ('heads' in tamper) {
    const text = tamper.heads(heads, chance)
    if (!byCommand) return verified(tried, text)
    writeFileSync(headsFile(place), text)
    const said = saidByCommand(place)
    writeFileSync(headsFile(place), heads)
    return said
  }
  const rows: readonly Row[] = inOrder(await meddler.rows(tamper.table), tamper.order)
  await meddler.write(tamper.table, tamper.change(rows, chance))
  const said = byCommand ? saidByCommand(place) : await verified(tried, heads)
  await meddler.write(tamper.table, rows)
  return said
}

async function verified({ place, record }: Trying, text: string): Promise<string | null> {
  const heads = readHeads(text, createPrivateKey(readFileSync(keyFile(place))))
  if (!heads.ok) return heads.problem.sentence
  const found = await record.verify({ heads: heads.value })
  return found.ok ? null : found.problem.sentence
}

function saidByCommand(place: Place): string | null {
  const where = place.env.FACIALIS_DATABASE_URL ? [] : ['--data', place.folder]
  const asked = ['verify', '--heads', headsFile(place), '--key', keyFile(place), ...where]
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...asked], {
    env: { ...process.env, ...place.env },
    encoding: 'utf8',
  })
  return status === 0 ? null : stdout || stderr
}
