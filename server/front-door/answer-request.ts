import type { Resource } from '@facialis/record'
import type { DeclineReason } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { notFound, ok, type Result, refusalOf, refuse } from '../core/refusal.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { type KeptRequest, requestIn } from '../patient/kept-request.ts'
import { openInUse } from '../patient/open-chart.ts'
import { statusReasonOf } from './decline.ts'
import { changesOfTaking } from './take-on.ts'

export async function findRequest(clinic: Clinic, id: string): Promise<KeptRequest | null> {
  const read = await clinic.record.read('Task', id)
  return read.ok ? requestIn(read.value.resource) : null
}

type Answering = Readonly<{ id: string; who: SignedIn; requestId: string }>

/** Takes a request on: a new person, or one who is here already. @returns whose record it joined */
export async function acceptRequest(
  clinic: Clinic,
  { id, who, requestId, patientId: chosen }: Answering & Readonly<{ patientId?: string | undefined }>,
): Promise<Result<Readonly<{ patientId: string }>>> {
  const kept = await findRequest(clinic, id)
  if (!kept) return notFound()
  if (kept.status !== 'requested') return refuse(409, 'answered', 'Somebody has already answered this request.')
  const joining = chosen === undefined ? ok(null) : await openInUse(clinic, clinic.record, chosen)
  if (!joining.ok) return joining
  const known = joining.value?.patient ?? null
  const patientId = chosen ?? clinic.record.newId()
  const at = clinic.nextInstant()
  const { request, received } = kept
  const changes = changesOfTaking(clinic, { request, patientId, known, received, at })
  if (!changes.ok) return changes
  const task = { ...kept.task, id, status: 'accepted', for: { reference: `Patient/${patientId}` }, lastModified: at }
  const done = await clinic.record.act({
    actor: { id: who.id, role: actingRole(who) },
    action: 'request-accepted',
    patientId,
    at,
    requestId,
    changes: [
      ...changes.value,
      { method: 'update', resource: task, expectedVersion: Number(kept.task.meta?.versionId) },
    ],
    alongside: async (stores) => {
      await stores.attachments.giveToPatient(`Task/${id}`, patientId)
      return undefined
    },
  })
  if (!done.ok) return refusalOf(done.problem)
  return ok({ patientId })
}

/** Turns a request down: the reason for whoever asked, a note for whoever of the team looks later. */
export async function declineRequest(
  clinic: Clinic,
  { id, who, requestId, reason, note }: Answering & Readonly<{ reason: DeclineReason; note: string | undefined }>,
): Promise<Result<null>> {
  const kept = await findRequest(clinic, id)
  if (!kept) return notFound()
  if (kept.status !== 'requested') return refuse(409, 'answered', 'Somebody has already answered this request.')
  const at = clinic.nextInstant()
  const task = {
    ...kept.task,
    id,
    status: 'rejected',
    statusReason: statusReasonOf({ reason, note }),
    owner: { display: who.name },
    lastModified: at,
  }
  const done = await clinic.record.act({
    actor: { id: who.id, role: actingRole(who) },
    action: 'request-declined',
    at,
    requestId,
    reason: note === undefined ? reason : `${reason}: ${note}`,
    changes: [{ method: 'update', resource: task, expectedVersion: Number(kept.task.meta?.versionId) }],
  })
  return done.ok ? ok(null) : refusalOf(done.problem)
}

/** A request that was turned down, by mistake or too early, waits again; its link says so, and whoever looks sees it on the board. */
export async function reopenRequest(clinic: Clinic, { id, who, requestId }: Answering): Promise<Result<null>> {
  const kept = await findRequest(clinic, id)
  if (!kept) return notFound()
  if (kept.status !== 'rejected')
    return refuse(409, 'not-declined', 'This request was not declined, or has been reopened.')
  const { statusReason: _, owner: __, ...task } = kept.task
  const at = clinic.nextInstant()
  const done = await clinic.record.act({
    actor: { id: who.id, role: actingRole(who) },
    action: 'request-reopened',
    at,
    requestId,
    changes: [
      {
        method: 'update',
        resource: { ...(task as Resource), id, status: 'requested', lastModified: at },
        expectedVersion: Number(kept.task.meta?.versionId),
      },
    ],
  })
  return done.ok ? ok(null) : refusalOf(done.problem)
}
