import type { PatientView } from '@facialis/wire'
import { provenanceOf } from '../acts/provenance.ts'
import type { Clinic } from '../clinic.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { nothingHere, ok, type Result, refusalOf } from '../problem.ts'
import { openChart } from './open-chart.ts'
import { isTask } from './reviews.ts'
import { viewOf } from './view.ts'

type Closing = Readonly<{
  patientId: string
  taskId: string
  note: string | undefined
  who: SignedIn
  requestId: string
}>

/** Marks a review as done, with who did it on the timeline. Closing a closed one changes nothing. */
export async function closeReview(
  clinic: Clinic,
  { patientId, taskId, note, who, requestId }: Closing,
): Promise<Result<PatientView>> {
  const before = await openChart(clinic, clinic.record, patientId)
  const task = before?.resources.find(({ id, resourceType }) => resourceType === 'Task' && id === taskId)
  if (!before || !task || !isTask(task, 'review')) return nothingHere()
  if (task.status === 'completed') return ok(await viewOf(clinic, before))
  const at = clinic.nextInstant()
  const provenance = provenanceOf({
    id: clinic.record.newId(),
    patientId,
    accountId: who.id,
    kind: 'review',
    date: clinic.today(),
    recordedAt: at,
    by: who.name,
    role: actingRole(who),
    act: { note: note ? `${String(task.description)}\n${note}` : String(task.description) },
  })
  const done = await clinic.record.act({
    actor: { id: who.id, role: actingRole(who) },
    action: 'review',
    patientId,
    at,
    requestId,
    changes: [
      {
        method: 'update',
        resource: { ...task, id: taskId, status: 'completed' },
        expectedVersion: Number(task.meta?.versionId),
      },
      { method: 'create', resource: provenance },
    ],
  })
  if (!done.ok) return refusalOf(done.problem)
  const after = await openChart(clinic, clinic.record, patientId)
  return after ? ok(await viewOf(clinic, after)) : nothingHere()
}
