import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chances } from '../../spec/support/chances.ts'
import { referral, type Seen, setUp, today } from '../clinic.ts'
import { groundOf, type Place } from '../place.ts'
import { type Product, startProduct } from '../product.ts'
import type { Trial } from '../trial.ts'

const writers = 8

/** What a patient's record must hold: between what was acknowledged and that with what nobody knows of. */
type Owed = { acknowledged: number; unknown: number }

/** Eight writers, killed at a random moment, again and again; nothing that was acknowledged may be missing. */
export const crash: Trial = {
  name: 'crash',
  what: `${writers} writers over HTTP, the product killed by kill -9 at random moments; on PostgreSQL now and then the database instead`,
  run: async ({ seed, rounds, database, tell }) => {
    const cycles = rounds ?? 1000
    const chance = chances(seed)
    const ground = groundOf(database)
    const owed = new Map<string, Owed>()
    const hands = Array.from(
      { length: writers },
      (_, at): Writer => ({ name: `Writer ${at}`, people: 0, with: '', left: 0 }),
    )
    let [strange, slowest, kills] = [0, 0, 0]
    try {
      const place = await ground.fresh()
      let product = await startProduct(place)
      const first = product.readyAfterMs
      const cookie = await setUp(product)
      // What is ended keeps what it has compiled for the next one; what is killed compiles it each time.
      await product.stop()
      product = await startProduct(place)
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        tell(`${kills} kills, ${total(owed)} writes acknowledged`, cycle / cycles)
        const stop = { asked: false }
        const before = total(owed)
        const writing = hands.map((writer) => write(product, writer, { cookie, owed, stop }))
        // By what was done and not by the clock alone, which says little of a busy machine.
        const enough = before + chance.below(12)
        for (let waited = 0; total(owed) < enough && waited < 3000; waited += 5) await pause(5)
        await pause(chance.below(15))
        kills += 1
        if (ground.crash && chance.below(4) === 0) {
          ground.crash()
          await pause(chance.below(200))
        } else await product.kill()
        stop.asked = true
        const codes = (await Promise.all(writing)).flat()
        // While the database is away the product says so; anything else is a fault.
        strange += codes.filter((status) => status !== 0 && status !== 503).length
        await product.kill()
        product = await startProduct(place)
        slowest = Math.max(slowest, product.readyAfterMs)
      }
      // Nothing ever comes back by itself, so to look once finds what any of the crashes took.
      const missing = await lost(product, cookie, [...owed.keys()], owed)
      await product.kill()
      const verdict = verdictOn(place)
      const got = `${missing.length} of ${total(owed)} lost or torn in ${kills} kills${missing[0] ? `: ${missing[0]}` : ''}`
      return [
        { promise: 'no acknowledged write is lost or torn', asked: '0', got, held: missing.length === 0 },
        { promise: 'the record is whole, and its chain verifies', asked: 'whole', ...verdict },
        { promise: 'no answer but done, or not reached', asked: '0 others', got: `${strange}`, held: strange === 0 },
        {
          promise: 'it answers again after a crash',
          asked: '≤ 2 s',
          // On a busy machine both are slow, and the first start tells by how much.
          got: `${seconds(slowest)} at worst (${seconds(first)} on an empty folder)`,
          held: slowest <= 2000,
          isTimed: true,
        },
      ]
    } finally {
      ground.end()
    }
  },
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

const total = (owed: ReadonlyMap<string, Owed>): number =>
  [...owed.values()].reduce((sum, { acknowledged }) => sum + acknowledged, 0)

/** One of those who write: whom they have before them, and how many visits are still to be written down of them. */
type Writer = { readonly name: string; people: number; with: string; left: number }

type Writing = Readonly<{ cookie: string; owed: Map<string, Owed>; stop: Readonly<{ asked: boolean }> }>

/**
 * New people, each with a few visits, until nothing answers any more; after a crash they go on with whom they had before
 * them. @returns the statuses that were no success
 */
async function write(product: Product, writer: Writer, writing: Writing): Promise<readonly number[]> {
  const others: number[] = []
  while (!writing.stop.asked && others.at(-1) !== 0) {
    const next = writer.left === 0 ? takeOn : noteVisit
    const other = await next(product, writer, writing)
    if (other !== null) others.push(other)
  }
  return others
}

/** @returns the status where it was no success, as below */
async function takeOn(product: Product, writer: Writer, { cookie, owed }: Writing): Promise<number | null> {
  const body = referral(`${writer.name} number ${writer.people}`)
  const made = await product.ask<{ patientId: string }>('POST', '/api/patients', { cookie, body })
  if (made.status !== 201) return made.status
  owed.set(made.body.patientId, { acknowledged: 1, unknown: 0 })
  writer.people += 1
  writer.with = made.body.patientId
  writer.left = 3
  return null
}

async function noteVisit(product: Product, writer: Writer, { cookie, owed }: Writing): Promise<number | null> {
  const body = { kind: 'visit', date: today(), facts: { 'exam.observed': 'seen' }, note: `Demo visit ${writer.left}` }
  const { status } = await product.ask('POST', `/api/patients/${writer.with}/acts`, { cookie, body })
  const theirs = owed.get(writer.with) as Owed
  writer.left -= 1
  if (status === 200) theirs.acknowledged += 1
  else theirs.unknown += 1
  return status === 200 ? null : status
}

/** Whose record does not hold what it owes: each act stands on the timeline, whole, or does not. */
async function lost(
  product: Product,
  cookie: string,
  ids: readonly string[],
  owed: ReadonlyMap<string, Owed>,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const id of ids) {
    const { acknowledged, unknown } = owed.get(id) ?? { acknowledged: 0, unknown: 0 }
    const { status, body } = await product.ask<Seen>('GET', `/api/patients/${id}`, { cookie })
    const held = status === 200 ? body.timeline.length : 0
    if (held < acknowledged || held > acknowledged + unknown)
      wrong.push(`${id} holds ${held}, not ${acknowledged} to ${acknowledged + unknown} (${status})`)
  }
  return wrong
}

/** What the command says of the record. */
export function verdictOn({ folder, env }: Place): Readonly<{ got: string; held: boolean }> {
  const command = join(import.meta.dirname, '..', '..', 'cli', 'command.mjs')
  const asked = ['verify', '--json', ...(env.FACIALIS_DATABASE_URL ? [] : ['--data', folder])]
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...asked], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) return { got: (stdout || stderr).trim(), held: false }
  const { versions, audit } = JSON.parse(stdout) as { versions: number; audit: { seq: number } }
  return { got: `whole: ${versions} versions, ${audit.seq} audit events`, held: true }
}
