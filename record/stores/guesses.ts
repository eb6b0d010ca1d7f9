import { sha256 } from '../core/canonical.ts'
import { openGroupCommit } from '../core/group-commit.ts'
import { shifted } from '../core/instant.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Db } from '../core/schema.ts'
import type { Writer } from '../core/writer.ts'
import { detectRollback } from '../trail/audit.ts'

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

/** By the hashes of what is counted. */
type Asked =
  | { readonly guessed: readonly { readonly hash: string; readonly most: number }[] }
  | { readonly right: readonly string[]; readonly forgiven: readonly string[] }

export type OpenGuesses = Guesses & { readonly flush: () => Promise<void> }

/** Those of the same few milliseconds share a transaction, so that a flood of them costs few syncs of the disk. */
export function openGuesses(context: RecordContext, writer: Writer, delayMs: number): OpenGuesses {
  const { add, flush } = openGroupCommit<Asked, number>(writer, delayMs, (db, all) => count(db, context, all))
  return {
    guess: (by) => add({ guessed: by.map(({ name, most }) => ({ hash: sha256(name), most })) }),
    right: async (names, forgiven) => {
      await add({ right: names.map(sha256), forgiven: forgiven.map(sha256) })
    },
    flush,
  }
}

async function count(db: Db, context: RecordContext, all: readonly Asked[]): Promise<readonly number[]> {
  const { tenantId, newId } = context
  const now = context.now()
  // Before anything is held against the clock: afterwards old guesses are as old as they were.
  await detectRollback(db, tenantId, { at: now, actId: newId() })
  await db.deleteFrom('guess').where('tenant_id', '=', tenantId).where('expires', '<=', now).execute()
  const hashes = new Set(all.flatMap(hashesIn))
  const rows = await db
    .selectFrom('guess')
    .select(['name_hash', 'times'])
    .where('tenant_id', '=', tenantId)
    .where('name_hash', 'in', [...hashes])
    .execute()
  const times = new Map(rows.map((row) => [row.name_hash, recent(row.times, now)]))
  const waits = all.map((one) => ('guessed' in one ? countOne(one.guessed, times, now) : takeBack(one, times)))
  await keep(db, tenantId, hashes, times)
  return waits
}

const hashesIn = (one: Asked): readonly string[] =>
  'guessed' in one ? one.guessed.map(({ hash }) => hash) : [...one.right, ...one.forgiven]

/** What is still to come was guessed by a clock that is a little ahead: it counts as of now, and grows old from now on. */
const recent = (text: string, now: string): readonly string[] => {
  const since = shifted(now, -windowSeconds)
  // Only this file writes these texts.
  return (JSON.parse(text) as readonly string[]).filter((at) => at > since).map((at) => (at > now ? now : at))
}

type Times = Map<string, readonly string[]>

type Guess = Extract<Asked, { guessed: unknown }>['guessed']
type Right = Extract<Asked, { right: unknown }>

function countOne(guessed: Guess, times: Times, now: string): number {
  const waits = guessed.map(({ hash, most }) => {
    const oldest = (times.get(hash) ?? []).at(-most)
    if (oldest === undefined) return 0
    return Math.max(1, Math.ceil(windowSeconds - (Date.parse(now) - Date.parse(oldest)) / 1000))
  })
  const wait = Math.max(...waits)
  if (wait === 0) for (const { hash } of guessed) times.set(hash, [...(times.get(hash) ?? []), now])
  return wait
}

function takeBack({ right, forgiven }: Right, times: Times): number {
  for (const hash of right) times.set(hash, (times.get(hash) ?? []).slice(0, -1))
  for (const hash of forgiven) times.set(hash, [])
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
