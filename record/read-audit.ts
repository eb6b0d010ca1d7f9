import { type AuditedRead, appendAudit, type NewEvent } from './audit.ts'
import type { Ground } from './ground.ts'
import { instant } from './instant.ts'
import type { Writer } from './writer.ts'

type Waiting = { readonly event: NewEvent; readonly done: () => void; readonly failed: (error: unknown) => void }

export type ReadAudit = {
  /** Resolves when the event is on the disk. */
  readonly tell: (read: AuditedRead) => Promise<void>
  /** Writes what is still waiting. */
  readonly flush: () => Promise<void>
}

/**
 * Reads are many and each event would cost a sync of the disk, so those of the same few milliseconds share one transaction.
 */
export function openReadAudit(ground: Ground, writer: Writer, delayMs: number): ReadAudit {
  let waiting: Waiting[] = []
  let flushing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null

  const flush = async () => {
    if (timer) clearTimeout(timer)
    timer = null
    const group = waiting
    waiting = []
    if (group.length === 0) return flushing
    flushing = write(group)
    return flushing
  }

  const write = async (group: readonly Waiting[]) => {
    const events = group.map((one) => one.event)
    try {
      await writer.write((db) => appendAudit(db, ground.tenantId, events))
      for (const one of group) one.done()
    } catch (error) {
      for (const one of group) one.failed(error)
    }
  }

  const tell = (read: AuditedRead) => {
    const event = readEventOf(ground, read)
    return new Promise<void>((done, failed) => {
      waiting.push({ event, done, failed })
      // The timer may be started from inside a transaction that is over long before it fires.
      timer ??= writer.apart(() => setTimeout(() => void flush(), delayMs))
    })
  }

  return { tell, flush }
}

function readEventOf(ground: Ground, read: AuditedRead): NewEvent {
  const patientIds = new Set([...(read.patientId === undefined ? [] : [read.patientId]), ...(read.patientIds ?? [])])
  return {
    at: instant(read.at ?? ground.now()),
    actId: ground.newId(),
    actor: read.actor,
    action: read.action ?? 'read',
    outcome: 'read',
    patientIds: [...patientIds].sort(),
    purpose: read.purpose ?? null,
    requestId: read.requestId ?? null,
    changes: [],
    decision: null,
    problem: null,
    aside: { what: read.what, ...(read.reason === undefined ? {} : { reason: read.reason }) },
  }
}
