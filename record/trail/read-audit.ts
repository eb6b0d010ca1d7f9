import type { Ground } from '../ground/ground.ts'
import { type Grouped, openGrouped } from '../ground/grouped.ts'
import { instant } from '../ground/instant.ts'
import type { Writer } from '../ground/writer.ts'
import { type AuditedRead, appendAudit, type NewEvent } from './audit.ts'

/** Reads are many: their events are told in groups. */
export function openReadAudit(ground: Ground, writer: Writer, delayMs: number): Grouped<AuditedRead, void> {
  const { add, flush } = openGrouped<NewEvent, void>(writer, delayMs, async (db, events) => {
    await appendAudit(db, ground.tenantId, events)
    return events.map(() => undefined)
  })
  return { add: (read) => add(readEventOf(ground, read)), flush }
}

/** The event that tells of a read: whom it concerned, each once and in one order, and that nothing was changed. */
export function readEventOf(ground: Ground, read: AuditedRead): NewEvent {
  const patientIds = new Set([...(read.patientId === undefined ? [] : [read.patientId]), ...(read.patientIds ?? [])])
  return {
    at: instant(read.at ?? ground.now()),
    actId: ground.newId(),
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
