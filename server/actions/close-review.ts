import type { PatientView } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { notFound, ok, type Result, refuse } from '../core/refusal.ts'
import type { SignedIn } from '../identity/account.ts'
import { openInUse } from '../patient/open-chart.ts'
import { actProvenanceIn } from '../patient/provenance.ts'
import { isTask } from '../patient/reviews.ts'
import { viewOf } from '../patient/view.ts'
import { performAction } from './perform-action.ts'

type Closing = Readonly<{
  patientId: string
  taskId: string
  note: string | undefined
  who: SignedIn
  requestId: string
}>

/**
 * Marks a review as done, with who did it on the timeline. Sent twice it is one; what somebody found who comes later is not
 * taken as if it had been kept.
 */
export async function closeReview(
  clinic: Clinic,
  { patientId, taskId, note, who, requestId }: Closing,
): Promise<Result<PatientView>> {
  const open = await openInUse(clinic, clinic.record, patientId)
  if (!open.ok) return open
  const before = open.value
  const task = before.resources.find(({ id, resourceType }) => resourceType === 'Task' && id === taskId)
  if (!task || !isTask(task, 'review')) return notFound()
  const said = note ? `${String(task.description)}\n${note}` : String(task.description)
  if (task.status === 'completed') {
    const told = before.resources.flatMap((one) => actProvenanceIn(one) ?? []).filter(({ kind }) => kind === 'review')
    if (!note || told.some(({ act }) => act.note === said)) return ok(await viewOf(clinic, before))
    const sentence =
      'Somebody else has closed this review in the meantime; their note is on the timeline. Your note was not saved.'
    return refuse(409, 'closed-already', sentence, { where: 'note' })
  }
  return performAction(clinic, {
    open: before,
    who,
    requestId,
    action: 'review',
    tells: { kind: 'review', note: said },
    changes: () => [
      {
        method: 'update',
        resource: { ...task, id: taskId, status: 'completed' },
        expectedVersion: Number(task.meta?.versionId),
      },
    ],
  })
}
