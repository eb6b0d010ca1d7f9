import type { PatientView } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { nothingHere, ok, type Result } from '../ground/problem.ts'
import type { SignedIn } from '../identity/account.ts'
import { openInUse } from '../patient/open-chart.ts'
import { isTask } from '../patient/reviews.ts'
import { viewOf } from '../patient/view.ts'
import { doAndTell } from './do-and-tell.ts'

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
  const open = await openInUse(clinic, clinic.record, patientId)
  if (!open.ok) return open
  const before = open.value
  const task = before.resources.find(({ id, resourceType }) => resourceType === 'Task' && id === taskId)
  if (!task || !isTask(task, 'review')) return nothingHere()
  if (task.status === 'completed') return ok(await viewOf(clinic, before))
  return doAndTell(clinic, {
    open: before,
    who,
    requestId,
    action: 'review',
    tells: { kind: 'review', note: note ? `${String(task.description)}\n${note}` : String(task.description) },
    changes: () => [
      {
        method: 'update',
        resource: { ...task, id: taskId, status: 'completed' },
        expectedVersion: Number(task.meta?.versionId),
      },
    ],
  })
}
