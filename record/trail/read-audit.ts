import { type GroupCommit, openGroupCommit } from '../core/group-commit.ts'
import { instant } from '../core/instant.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Writer } from '../core/writer.ts'
import { type AuditedRead, appendAudit, type NewEvent } from './audit.ts'

/** Reads are many: their events are told in groups. */
export function openReadAudit(context: RecordContext, writer: Writer, delayMs: number): GroupCommit<AuditedRead, void> {
  const { add, flush } = openGroupCommit<NewEvent, void>(writer, delayMs, async (db, events) => {
    await appendAudit(db, context.tenantId, events)
    return events.map(() => undefined)
  })
  return { add: (read) => add(readEventOf(context, read)), flush }
}

/** The event that tells of a read: whom it concerned, each once and in one order, and that nothing was changed. */
export function readEventOf(context: RecordContext, read: AuditedRead): NewEvent {
  const patientIds = new Set([...(read.patientId === undefined ? [] : [read.patientId]), ...(read.patientIds ?? [])])
  return {
    at: instant(read.at ?? context.now()),
    actId: context.newId(),
    actor: read.actor,
    action: read.action ?? 'read',
    outcome: read.outcome ?? 'read',
    patientIds: [...patientIds].sort(),
    purpose: read.purpose ?? null,
    requestId: read.requestId ?? null,
    changes: [],
    decision: null,
    problem: read.problem?.code ?? null,
    aside: {
      what: read.what,
      ...(read.reason === undefined ? {} : { reason: read.reason }),
      ...(read.problem === undefined ? {} : { problem: read.problem }),
    },
  }
}
