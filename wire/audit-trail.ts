import type { Role } from './roles.ts'

/** What became of what somebody did; `refused` is told as well. */
export const auditOutcomes = ['done', 'refused', 'read'] as const
export type AuditOutcome = (typeof auditOutcomes)[number]

/** POST /api/audit/entries */
export type AuditQuestion = Readonly<{
  /** Only what concerns this person's record. */
  patientId?: string
  /** Only what this colleague did. */
  actorId?: string
  outcomes?: readonly AuditOutcome[]
  /** Only events older than this one. */
  before?: number
}>

export type AuditLine = Readonly<{
  seq: number
  at: string
  /** `name` is null for what has no account: the front door, a set-up. */
  who: Readonly<{ id: string; name: string | null; role: Role | null }>
  action: string
  outcome: AuditOutcome
  /** Whose records; the first few by name. */
  people: readonly Readonly<{ id: string; name: string | null }>[]
  /** How many more. */
  others: number
  purpose: string | null
  reason: string | null
  /** What was asked for, where it was refused. */
  what: string | null
  /** Why it was refused. */
  problem: string | null
}>

export type AuditPage = Readonly<{
  lines: readonly AuditLine[]
  /** Where to look further back; null when this is the beginning. */
  before: number | null
}>

/** POST /api/audit/verify */
export type AuditChecked = Readonly<{
  /** What is wrong, and where; null when nothing is. */
  problem: string | null
  events: number
  /** Ends of the trail that were signed and noted elsewhere; null where none are kept. */
  signed: Readonly<{ count: number; last: string | null }> | null
}>

export type Colleague = Readonly<{ id: string; name: string }>
/** POST /api/audit/people */
export type NamedPerson = Readonly<{ id: string; name: string; birthDate: string | null }>
