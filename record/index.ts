/**
 * The record: FHIR resources as durable memory. It knows no medicine; what may be written is decided by guards passed in.
 *
 * What it promises:
 * - One act, one transaction: versions, index, decision, audit event and what goes alongside are all written, or none.
 * - Once `act` has answered `ok`, the act survives a crash and a power failure.
 * - Of many writers on one version exactly one wins; the others are told `version-conflict`.
 * - A guard sees the record as committed before the act, and nothing changes between its look and the write.
 * - A refused act leaves nothing but its refusal in the audit trail.
 * - The same request with the same idempotency key happens once.
 * - Versions, decisions and audit events are never rewritten or removed; tampering is found and named.
 * - Expected failures are values; storage failing outside an act is a `StorageFailure`; any other throw is a bug.
 */

export type { Act, Alongside, Done, Guard, GuardAnswer, Plan, Planned } from './act.ts'
export { canonical, newToken, sha256 } from './core/canonical.ts'
export type { Backup } from './core/database.ts'
export { isEmptyFile, type OrphanedFile, orphanedFilesIn } from './core/orphaned-files.ts'
export { ok, type Problem, type Refusal, type Result, refuse, StorageFailure } from './core/problem.ts'
export type { Progress } from './core/progress.ts'
export type { IndexValue, ResourceKnowledge } from './core/record-context.ts'
export { addressProblem, idPattern, type Method, type Present, type Resource, type Version } from './core/resource.ts'
export { removeTemporaryFiles } from './core/temporary-files.ts'
export { openRecord, type RecordOptions } from './open-record.ts'
export type { DurableRecord } from './record.ts'
export { type Restoring, restoreRecord, stagingParentOf } from './restore.ts'
export type { Restored } from './stage-restore.ts'
export type { Account, AccountChange, Accounts, NewAccount } from './stores/accounts.ts'
export type { Attachment, Attachments, NewAttachment } from './stores/attachments.ts'
export type { Draft, Drafts } from './stores/drafts.ts'
export type { Feedback, FeedbackCount, FeedbackStore } from './stores/feedback.ts'
export type { Identities, Identity } from './stores/identities.ts'
export { type Challenge, challenges, type Link, type Links, singleUse } from './stores/links.ts'
export type { Nonce } from './stores/nonces.ts'
export type { NewOpening, Opening, OpeningReview, Openings } from './stores/openings.ts'
export type { Passkey, Passkeys } from './stores/passkeys.ts'
export type { Session, Sessions } from './stores/sessions.ts'
export { apart, type Settings } from './stores/settings.ts'
export type { Stores } from './stores/stores.ts'
export type { Swept } from './stores/sweep.ts'
export type {
  Actor,
  Aside,
  AuditEntry,
  AuditEvent,
  AuditedChange,
  AuditedRead,
  AuditHead,
  AuditQuestion,
  Outcome,
} from './trail/audit.ts'
export type { RecordCounts } from './trail/counts.ts'
export type { Decision, LoggedDecision } from './trail/decisions.ts'
export { readHeads, type SignedHead, signHead, writtenHead } from './trail/signed-heads.ts'
export type { AuditVerified } from './trail/verify-audit.ts'
export type { WrittenSince } from './trail/written-since.ts'
export { type Verified, type Verifying, verifiableSince } from './verify.ts'
export type { Before, Change, Expected, Proposal } from './versions/changes.ts'
export type { HistoryPage, HistoryQuery, SnapshotExpired } from './versions/point-in-time.ts'
export type { SearchPage, SearchQuery } from './versions/search-query.ts'
export { indexed } from './versions/search-values.ts'
export type { Sort } from './versions/sort-keys.ts'
export type { IndexVerified } from './versions/verify-index.ts'
export type { VersionsVerified } from './versions/verify-versions.ts'
export { compareText, type Held, holds, type Where } from './versions/where.ts'
export type { RecordView } from './view.ts'
