import * as z from 'zod/mini'
import { auditOutcomes } from '../agreed/audit-trail.ts'
import { fields } from '../agreed/fields.ts'
import { roles } from '../agreed/roles.ts'
import type { Endpoints, Input, Output } from './endpoint.ts'
import { named, noted } from './schema-notes.ts'
import { id, text } from './shapes.ts'

const question = z.strictObject({
  patientId: noted('Only what concerns this person’s record.', z.optional(id)),
  actorId: noted('Only what this colleague did.', z.optional(id)),
  outcomes: z.optional(z.array(z.enum(auditOutcomes)).check(z.minLength(1), z.maxLength(auditOutcomes.length))),
  before: noted(
    'Only events older than this one.',
    z.optional(z.int().check(z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER))),
  ),
})
export type AuditQuestion = Input<typeof question>

const words = z.nullable(z.string())
const line = named(
  'AuditLine',
  z.object({
    seq: z.int(),
    at: z.string(),
    who: noted(
      '`name` is null for what has no account: the front door, a set-up.',
      z.object({ id: z.string(), name: words, role: z.nullable(z.enum(roles)) }),
    ),
    action: z.string(),
    outcome: z.enum(auditOutcomes),
    people: noted('Whose records; the first few by name.', z.array(z.object({ id: z.string(), name: words }))),
    others: noted('How many more.', z.int()),
    purpose: words,
    reason: words,
    what: noted('What was asked for, where it was refused.', words),
    problem: noted('Why it was refused.', words),
  }),
)
export type AuditLine = Output<typeof line>

const page = named(
  'AuditPage',
  z.object({
    lines: z.array(line),
    before: noted('Where to look further back; null when this is the beginning.', z.nullable(z.int())),
  }),
)
export type AuditPage = Output<typeof page>

const checked = named(
  'AuditChecked',
  z.object({
    problem: noted('What is wrong, and where; null when nothing is.', words),
    events: z.int(),
    signed: noted(
      'Ends of the trail that were signed and noted elsewhere; null where none are kept.',
      z.nullable(z.object({ count: z.int(), last: words })),
    ),
  }),
)
export type AuditChecked = Output<typeof checked>

const colleague = z.object({ id: z.string(), name: z.string() })
export type Colleague = Output<typeof colleague>
const namedPerson = z.object({ id: z.string(), name: z.string(), birthDate: words })
export type NamedPerson = Output<typeof namedPerson>

export const auditApi = {
  'POST /api/audit/entries': {
    name: 'readAudit',
    does: 'Searches the audit trail, newest first. The search is sent in the body because URLs are logged in many places.',
    takes: question,
    gives: page,
  },
  'GET /api/audit/colleagues': {
    name: 'listColleagues',
    does: 'Lists the accounts the audit trail can be searched by.',
    gives: z.array(colleague),
  },
  'POST /api/audit/people': {
    name: 'findPeople',
    does: 'Finds people by name.',
    takes: z.strictObject({ name: text(fields.name) }),
    gives: z.array(namedPerson),
  },
  'POST /api/audit/verify': {
    name: 'verifyAudit',
    does: 'Verifies the hash chain of the whole audit trail.',
    gives: checked,
  },
} as const satisfies Endpoints
