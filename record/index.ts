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
export type { Account, AccountChange, Accounts, NewAccount } from './accounts.ts'
export type { Act, Alongside, Done, Guard, GuardAnswer, Plan, Planned } from './act.ts'
export type { Attachment, Attachments, NewAttachment } from './attachments.ts'
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
} from './audit.ts'
export { canonical, newToken, sha256 } from './canonical.ts'
export type { Before, Change, Expected, Proposal } from './changes.ts'
export type { RecordCounts } from './counts.ts'
export type { Backup } from './database.ts'
export type { Decision, LoggedDecision } from './decisions.ts'
export type { Draft, Drafts } from './drafts.ts'
export type { Feedback, FeedbackCount, FeedbackStore } from './feedback.ts'
export type { IndexValue, Knowing } from './ground.ts'
export type { Identities, Identity } from './identities.ts'
export type { Link, Links } from './links.ts'
export type { Nonce } from './nonces.ts'
export { openRecord, type RecordOptions } from './open-record.ts'
export type { NewOpening, Opening, OpeningReview, Openings } from './openings.ts'
export type { Passkey, Passkeys } from './passkeys.ts'
export type { MovedOn, PastFound, PastQuestion } from './past.ts'
export { ok, type Problem, type Refusal, type Result, refuse, StorageFailure } from './problem.ts'
export type { Progress } from './progress.ts'
export type { DurableRecord } from './record.ts'
export { addressProblem, idPattern, type Method, type Present, type Resource, type Version } from './resource.ts'
export { type Restored, type Restoring, restoreRecord } from './restore.ts'
export type { Found, Question, Sort } from './search.ts'
export type { Session, Sessions } from './sessions.ts'
export type { Settings } from './settings.ts'
export { readHeads, type SignedHead, signHead, writtenHead } from './signed-heads.ts'
export type { Stores } from './stores.ts'
export type { Swept } from './sweep.ts'
export type { Verified, Verifying } from './verify.ts'
export type { AuditVerified } from './verify-audit.ts'
export type { VersionsVerified } from './verify-versions.ts'
export type { RecordView } from './view.ts'
export { compareText, type Held, holds, type Where } from './where.ts'
export type { WrittenSince } from './written-since.ts'
