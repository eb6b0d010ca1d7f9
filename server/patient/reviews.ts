import { codingsOf } from '@facialis/fhir/terms/concept.ts'
import { own } from '@facialis/fhir/terms/systems.ts'
import type { Resource } from '@facialis/record'
import type { PatientView } from '@facialis/wire'

const taskSystem = `${own}/task`

/** Something the lead clinician has to look at, opened by the server itself. */
export const reviewTask = ({
  id,
  patientId,
  reason,
  at,
}: Readonly<{ id: string; patientId: string; reason: string; at: string }>): Resource => ({
  resourceType: 'Task',
  id,
  status: 'requested',
  intent: 'order',
  code: { coding: [{ system: taskSystem, code: 'review' }] },
  description: reason,
  for: { reference: `Patient/${patientId}` },
  authoredOn: at,
  owner: { display: 'lead clinician' },
})

export const isTask = (resource: Resource, code: string): boolean => {
  if (resource.resourceType !== 'Task') return false
  // Tasks of other systems come in too, and need say nothing of what they are.
  return codingsOf(resource.code).some((one) => one.system === taskSystem && one.code === code)
}

/** Whether it is a review, a request or another of our own tasks. */
export const isTaskOfOurs = ({ resourceType, code }: Resource): boolean =>
  resourceType === 'Task' && codingsOf(code).some(({ system }) => system === taskSystem)

export const taskCode = (code: string) => ({ coding: [{ system: taskSystem, code }] })

/** `opened` is the instant at which one was. */
export const reviewsIn = (resources: readonly Resource[]): PatientView['reviews'] =>
  resources
    .filter((resource) => isTask(resource, 'review'))
    .map((task) => ({
      id: String(task.id),
      reason: String(task.description ?? ''),
      opened: String(task.authoredOn ?? ''),
      owner: 'clinician',
      done: task.status === 'completed',
    }))
    .sort((a, b) => (a.opened < b.opened ? 1 : a.opened > b.opened ? -1 : 0))
