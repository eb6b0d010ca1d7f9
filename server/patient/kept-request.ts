import { objectsIn } from '@facialis/fhir/json/json.ts'
import { own } from '@facialis/fhir/terms/systems.ts'
import type { Resource } from '@facialis/record'
import type { SentAppointment, SentReferral } from './referral-shape.ts'
import { isTask, taskCode } from './reviews.ts'

/** What came in by the front door and waits for somebody, or was answered. It is nobody's until it is accepted. */
export type Request =
  | Readonly<{ kind: 'referral'; sent: Omit<SentReferral, 'attachments'> }>
  | Readonly<{ kind: 'appointment'; sent: SentAppointment }>

const codes = { referral: 'referral', appointment: 'appointment-request' } as const
/** Under which codes the Tasks of requests are found. */
export const requestCodes: readonly string[] = Object.values(codes)
const sentExtension = `${own}/StructureDefinition/request`
const arrivedExtension = `${own}/StructureDefinition/arrived`
const receivedExtension = `${own}/StructureDefinition/received`
const referenceSystem = `${own}/reference`

type Making = Readonly<{
  id: string
  request: Request
  reference: string
  received: string
  at: string
  patientId?: string
}>

export const requestTask = ({ id, request, reference, received, at, patientId }: Making): Resource => ({
  resourceType: 'Task',
  id,
  identifier: [{ system: referenceSystem, value: reference }],
  status: patientId === undefined ? 'requested' : 'accepted',
  intent: 'proposal',
  code: taskCode(codes[request.kind]),
  ...(patientId === undefined ? {} : { for: { reference: `Patient/${patientId}` } }),
  // East of Greenwich a day begins on the day before: by R4 nothing was changed before the day on which it was written.
  authoredOn: at.slice(0, received.length) < received ? at : received,
  lastModified: at,
  extension: [
    { url: sentExtension, valueString: JSON.stringify(request) },
    { url: arrivedExtension, valueInstant: at },
    { url: receivedExtension, valueDate: received },
  ],
})

export type KeptRequest = Readonly<{
  id: string
  request: Request
  reference: string
  received: string
  status: string
  patientId: string | null
  /** When it arrived here. */
  arrived: string
  /** The instant at which it was last written; of those from before it was kept, the day. */
  updated: string
  task: Resource
}>

/** Reads a Task of ours that holds a request; null for any other. */
export function requestIn(task: Resource): KeptRequest | null {
  if (!isTask(task, codes.referral) && !isTask(task, codes.appointment)) return null
  const sent = objectsIn(task.extension).find(({ url }) => url === sentExtension)?.valueString
  if (typeof sent !== 'string') return null
  const whose = (task.for as { reference?: string } | undefined)?.reference
  return {
    id: String(task.id),
    request: JSON.parse(sent) as Request,
    reference: String(objectsIn(task.identifier)[0]?.value ?? ''),
    received: receivedOn(task),
    status: String(task.status),
    patientId: whose?.replace('Patient/', '') ?? null,
    arrived: arrivedAt(task),
    updated: String(task.lastModified ?? task.authoredOn),
    task,
  }
}

/** The day of the clinic; of those from before it was kept, the one on which it was written. */
const receivedOn = (task: Resource): string =>
  String(objectsIn(task.extension).find(({ url }) => url === receivedExtension)?.valueDate ?? task.authoredOn)

/** The instant of the first writing; of those from before it was kept, the day. */
const arrivedAt = (task: Resource): string =>
  String(objectsIn(task.extension).find(({ url }) => url === arrivedExtension)?.valueInstant ?? task.authoredOn)
