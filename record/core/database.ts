import type { Fsync } from './fsync.ts'
import type { OnStatement } from './on-statement.ts'
import type { Progress } from './progress.ts'
import type { Db } from './schema.ts'

export type Backup = { readonly file: string; readonly size: number }

/** What this room asks of a database. Two of them answer: `sqlite/` and `postgres/`. */
export type Database = {
  /** Sees what is committed, and waits for no writer. */
  readonly reading: Db
  /** The one connection that writes. */
  readonly writing: Db
  /** First thing in a write transaction: from here to its end nobody else writes for this tenant, in any process. */
  readonly claim: (db: Db, tenantId: string) => Promise<void>
  /**
   * How many resources a question goes through before others have their turn. A file answers in the thread that asks, which
   * serves nobody meanwhile; a server of its own may take its time.
   */
  readonly batchSize: number
  /** Everything read inside is of one moment. */
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** What is wrong with how the database keeps its data, or null when nothing is, as far as it can tell by itself. */
  readonly damage: () => Promise<string | null>
  /** The present by the database's own clock, as an instant; null where it has none but ours. */
  readonly clock: () => Promise<string | null>
  /** Counts anew what there is, so that questions are planned by it: after much was written at once. */
  readonly analyze: () => Promise<void>
  /** Hears how many resources were written. */
  readonly wrote: (many: number) => void
  /** Before a write transaction begins, on the connection that writes. */
  readonly beforeWriting: () => Promise<void>
  /** Resolves when what is committed is on the disk: before that nobody is told that it is saved. */
  readonly settled: () => Promise<void>
  /** A whole copy of the live record as one SQLite file. */
  readonly backup: (toFile: string, progress?: Progress) => Promise<Backup>
  readonly close: () => Promise<void>
}

export type Opening = {
  readonly tenantId: string
  readonly now: () => string
  readonly busyTimeoutMs: number
  readonly onStatement?: OnStatement | undefined
  readonly toDisk?: Fsync | undefined
  /** Others are served by the thread that writes: what takes it long is left to another one. */
  readonly besideOthers: boolean
  /** Nothing may be written: not even a newer schema, so that what another release is using stays as it is. */
  readonly onlyReading: boolean
  /** Of what is only read: the lowest schema that holds what is asked of it. */
  readonly since?: number | undefined
}
