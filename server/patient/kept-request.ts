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
  authoredOn: received,
  lastModified: at,
  extension: [
    { url: sentExtension, valueString: JSON.stringify(request) },
    { url: arrivedExtension, valueInstant: at },
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
    received: String(task.authoredOn).slice(0, 10),
    status: String(task.status),
    patientId: whose?.replace('Patient/', '') ?? null,
    arrived: arrivedAt(task),
    updated: String(task.lastModified ?? task.authoredOn),
    task,
  }
}

/** The instant of the first writing; of those from before it was kept, the day. */
const arrivedAt = (task: Resource): string =>
  String(objectsIn(task.extension).find(({ url }) => url === arrivedExtension)?.valueInstant ?? task.authoredOn)
