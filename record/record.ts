import { type Act, act, type Done } from './act.ts'
import { clockSkew } from './core/clock-skew.ts'
import type { Backup, Database } from './core/database.ts'
import type { Result } from './core/problem.ts'
import type { Progress } from './core/progress.ts'
import type { RecordContext } from './core/record-context.ts'
import type { Writer } from './core/writer.ts'
import { type Guesses, openGuesses } from './stores/guesses.ts'
import { isSpent, type Nonce, openNonces } from './stores/nonces.ts'
import { openStores, type Stores } from './stores/stores.ts'
import { type Swept, sweep } from './stores/sweep.ts'
import { allDecisions } from './trail/all-decisions.ts'
import {
  type AuditEntry,
  type AuditedRead,
  type AuditHead,
  type AuditQuestion,
  auditEntries,
  auditHead,
} from './trail/audit.ts'
import { decisionOf, decisionsOf, type LoggedDecision } from './trail/decisions.ts'
import { openReadAudit } from './trail/read-audit.ts'
import { openUnknownNames } from './trail/unknown-names.ts'
import { type AuditVerified, verifyAudit } from './trail/verify-audit.ts'
import { type Verified, type Verifying, verify, verifySearch } from './verify.ts'
import { reindex } from './versions/reindex.ts'
import type { IndexVerified } from './versions/verify-index.ts'
import { openView, type RecordView } from './view.ts'

/** An open record. See `RecordView` for what can be asked and `Stores` for what is kept beside the resources. */
export type DurableRecord = RecordView &
  Stores & {
    readonly act: (asked: Act) => Promise<Result<Done>>
    /** Tells of a read. Resolves once it is on the disk; events of the same few milliseconds share a transaction. */
    readonly auditRead: (read: AuditedRead) => Promise<void>
    /** Reads, tells of it, and hands the answer over only once the event is on the disk. A read that throws is not told. */
    readonly audited: <T>(read: AuditedRead, ask: (view: RecordView) => Promise<T>) => Promise<T>

    /**
     * Spends something that may be shown once: true for exactly one of all who show it, and of that one alone what was read
     * for it is told, in the same transaction. Shares transactions as reads do.
     */
    readonly spend: (nonce: Nonce, told?: AuditedRead) => Promise<boolean>
    /** Whether it was spent already. Only `spend` says for certain that it was not. */
    readonly isSpent: (nonce: Nonce) => Promise<boolean>

    readonly guesses: Guesses
    /** Somebody tried to sign in under a name that is nobody's: told in groups, by the hour. */
    readonly unknownName: (name: string) => Promise<void>

    readonly auditEntries: (asked: AuditQuestion) => Promise<readonly AuditEntry[]>
    /** The end of the chain, to be signed and noted elsewhere. Resolves once it is on the disk. */
    readonly auditHead: () => Promise<AuditHead>
    readonly verifyAudit: (heads?: readonly AuditHead[]) => Promise<Result<AuditVerified>>
    readonly verify: (verifying?: Verifying) => Promise<Result<Verified>>
    /** Whether a search finds what the resources say, no less and no more. It wants a record that was told what to index. */
    readonly verifySearch: (progress?: Progress) => Promise<Result<IndexVerified>>

    /** A sentence when the clock of the database and the one here are too far apart for several servers to agree; else null. */
    readonly clockSkew: () => Promise<string | null>

    readonly decision: (id: string) => Promise<LoggedDecision | null>
    /** Every decision ever logged, oldest first. */
    readonly allDecisions: () => AsyncIterable<LoggedDecision>
    readonly decisionsOf: (patientId: string) => Promise<readonly LoggedDecision[]>

    /** A whole copy of the live record in one file, whichever database holds it: `restoreRecord` brings it back into either. */
    readonly backup: (toFile: string, progress?: Progress) => Promise<Backup>
    readonly reindex: () => Promise<number>
    /** After much was written at once: questions are planned by how much there is. */
    readonly analyze: () => Promise<void>
    readonly sweep: (keepAnswersDays?: number) => Promise<Swept>
    /** Ids for resources whose references must be known before the act. */
    readonly newId: () => string
    /** Waits for what is under way, then closes. Nothing works afterwards. */
    readonly close: () => Promise<void>
  }

type Opened = {
  readonly database: Database
  readonly writer: Writer
  readonly readAuditDelayMs: number
  readonly indexVersion: string | undefined
}

export function recordOver(
  context: RecordContext,
  { database, writer, readAuditDelayMs, indexVersion }: Opened,
): DurableRecord {
  const view = openView(context)
  const reads = openReadAudit(context, writer, readAuditDelayMs)
  const nonces = openNonces(context, writer, readAuditDelayMs)
  const guesses = openGuesses(context, writer, readAuditDelayMs)
  const unknownNames = openUnknownNames(context, writer, readAuditDelayMs)
  return {
    ...view,
    ...openStores(context),
    act: async (asked) => {
      const done = await act(context, asked)
      if (done.ok && !done.value.replayed) database.wrote(done.value.resources.length)
      return done
    },
    auditRead: reads.add,
    audited: async (read, ask) => {
      const answer = await ask(view)
      await reads.add(read)
      return answer
    },
    spend: (nonce, told) => nonces.add({ nonce, told: told ?? null }),
    isSpent: (nonce) => isSpent(context, nonce),
    guesses,
    unknownName: unknownNames.add,
    auditEntries: (asked) => auditEntries(context, asked),
    auditHead: async () => {
      const head = await auditHead(context.db, context.tenantId)
      // Whoever notes it keeps it on another disk: after a power cut this one must have no shorter trail.
      await writer.settled()
      return head
    },
    verifyAudit: (heads) => verifyAudit(context, heads),
    clockSkew: () => clockSkew(database, context.now),
    verify: (verifying) => verify(context, database, verifying),
    verifySearch: (progress) => verifySearch(context, database, { indexVersion, progress }),
    decision: (id) => decisionOf(context, id),
    allDecisions: () => allDecisions(context),
    decisionsOf: (patientId) => decisionsOf(context, patientId),
    backup: database.backup,
    reindex: async () => {
      const many = await reindex(context)
      await database.analyze()
      return many
    },
    analyze: database.analyze,
    sweep: (keepAnswersDays) => sweep(context, keepAnswersDays),
    newId: context.newId,
    close: async () => {
      await reads.flush()
      await nonces.flush()
      await guesses.flush()
      await unknownNames.flush()
      await writer.idle()
      await database.close()
    },
  }
}
