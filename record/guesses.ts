import { noticeSetBack } from './audit.ts'
import { sha256 } from './canonical.ts'
import type { Ground } from './ground.ts'
import { openGrouped } from './grouped.ts'
import { shifted } from './instant.ts'
import type { Db } from './schema.ts'
import type { Writer } from './writer.ts'

/** Something guesses are counted by, such as an address; only its hash is kept. `most`: how many there may be in a minute. */
export type Counting = { readonly name: string; readonly most: number }

/** Guesses at passwords, counted where every server on the record sees them. */
export type Guesses = {
  /** Counts a guess by all of these. When there were too many by one of them: the seconds to wait, and nothing is counted. */
  readonly guess: (by: readonly Counting[]) => Promise<number>
  /** It was right: one is taken back of each of these, and all of what is forgiven. */
  readonly right: (by: readonly string[], forgiven: readonly string[]) => Promise<void>
}

const windowSeconds = 60

type Asked =
  | { readonly by: readonly Counting[] }
  | { readonly by: readonly { readonly name: string }[]; readonly forgiven: readonly string[] }

export type OpenGuesses = Guesses & { readonly flush: () => Promise<void> }

/** Those of the same few milliseconds share a transaction, so that a flood of them costs few syncs of the disk. */
export function openGuesses(ground: Ground, writer: Writer, delayMs: number): OpenGuesses {
  const { add, flush } = openGrouped<Asked, number>(writer, delayMs, (db, all) => count(db, ground, all))
  return {
    guess: (by) => add({ by }),
    right: async (names, forgiven) => {
      await add({ by: names.map((name) => ({ name })), forgiven })
    },
    flush,
  }
}

async function count(db: Db, ground: Ground, all: readonly Asked[]): Promise<readonly number[]> {
  const { tenantId, newId } = ground
  const now = ground.now()
  // Before anything is held against the clock: afterwards old guesses are as old as they were.
  await noticeSetBack(db, tenantId, { at: now, actId: newId() })
  await db.deleteFrom('guess').where('tenant_id', '=', tenantId).where('expires', '<=', now).execute()
  const hashes = new Set(all.flatMap((one) => [...one.by.map(({ name }) => name), ...forgivenIn(one)].map(sha256)))
  const rows = await db
    .selectFrom('guess')
    .select(['name_hash', 'times'])
    .where('tenant_id', '=', tenantId)
    .where('name_hash', 'in', [...hashes])
    .execute()
  const times = new Map(rows.map((row) => [row.name_hash, recent(row.times, now)]))
  const waits = all.map((one) => {
    if ('forgiven' in one) return takeBack(one, times)
    return countOne(one.by, times, now)
  })
  await keep(db, tenantId, hashes, times)
  return waits
}

const forgivenIn = (one: Asked): readonly string[] => ('forgiven' in one ? one.forgiven : [])

/** What is still to come was guessed by a clock that is a little ahead: it counts as of now, and grows old from now on. */
const recent = (text: string, now: string): readonly string[] => {
  const since = shifted(now, -windowSeconds)
  // Only this file writes these texts.
  return (JSON.parse(text) as readonly string[]).filter((at) => at > since).map((at) => (at > now ? now : at))
}

type Times = Map<string, readonly string[]>

function countOne(by: readonly Counting[], times: Times, now: string): number {
  const waits = by.map(({ name, most }) => {
    const oldest = (times.get(sha256(name)) ?? []).at(-most)
    if (oldest === undefined) return 0
    return Math.max(1, Math.ceil(windowSeconds - (Date.parse(now) - Date.parse(oldest)) / 1000))
  })
  const wait = Math.max(...waits)
  if (wait === 0) for (const { name } of by) times.set(sha256(name), [...(times.get(sha256(name)) ?? []), now])
  return wait
}

function takeBack(one: Asked, times: Times): number {
  for (const { name } of one.by) times.set(sha256(name), (times.get(sha256(name)) ?? []).slice(0, -1))
  for (const name of forgivenIn(one)) times.set(sha256(name), [])
  return 0
}

async function keep(db: Db, tenantId: string, hashes: ReadonlySet<string>, times: Times): Promise<void> {
  for (const hash of hashes) {
    const kept = times.get(hash) ?? []
    const newest = kept.at(-1)
    if (newest === undefined) {
      await db.deleteFrom('guess').where('tenant_id', '=', tenantId).where('name_hash', '=', hash).execute()
      continue
    }
    const row = { times: JSON.stringify(kept), expires: shifted(newest, windowSeconds) }
    await db
      .insertInto('guess')
      .values({ tenant_id: tenantId, name_hash: hash, ...row })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'name_hash']).doUpdateSet(row))
      .execute()
  }
}
