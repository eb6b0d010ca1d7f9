import { randomInt } from 'node:crypto'
import { objectsIn } from '@facialis/fhir/json/json.ts'
import type { RecordView, Resource } from '@facialis/record'
import type { Board } from '@facialis/wire'
import { isTask, taskCode } from '../patient/reviews.ts'
import { needsACall, redFlagsIn } from './red-flags.ts'
import type { SentAppointment, SentReferral } from './referral-shape.ts'

/** What came in by the front door and waits for somebody, or was answered. It is nobody's until it is accepted. */
export type Request =
  | Readonly<{ kind: 'referral'; sent: Omit<SentReferral, 'attachments'> }>
  | Readonly<{ kind: 'appointment'; sent: SentAppointment }>

const codes = { referral: 'referral', appointment: 'appointment-request' } as const
const sentExtension = 'https://facialis.invalid/StructureDefinition/request'
const arrivedExtension = 'https://facialis.invalid/StructureDefinition/arrived'
const referenceSystem = 'https://facialis.invalid/reference'

// Without signs that are read as another when a reference is told by telephone.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const newReference = (): string => {
  const four = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${four()}-${four()}`
}

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
    updated: String(task.lastModified ?? task.authoredOn).slice(0, 10),
    task,
  }
}

/** The instant of the first writing; of those from before it was kept, the day. */
const arrivedAt = (task: Resource): string =>
  String(objectsIn(task.extension).find(({ url }) => url === arrivedExtension)?.valueInstant ?? task.authoredOn)

export const nameIn = ({ request }: KeptRequest): string =>
  request.kind === 'referral' ? request.sent.patient.name : request.sent.name

/** What was answered on the form; an appointment is asked for in words alone. */
export const factsIn = ({ request }: KeptRequest): Readonly<Record<string, unknown>> =>
  request.kind === 'referral' ? request.sent.facts : {}

/** Those that wait: who has to be rung today first, then the oldest. */
export async function waitingRequests(record: Pick<RecordView, 'search'>): Promise<Board['requests']> {
  const where = [
    { name: 'status', value: 'requested' },
    { name: 'code', anyOf: Object.values(codes) },
  ]
  const found = await record.search({ type: 'Task', where, limit: 500 })
  return found.resources
    .flatMap(({ resource }) => requestIn(resource) ?? [])
    .map((kept) => ({
      id: kept.id,
      kind: kept.request.kind,
      name: nameIn(kept),
      received: kept.received,
      arrived: kept.arrived,
      state: kept.status,
      redFlags: redFlagsIn(factsIn(kept)),
      call: needsACall(factsIn(kept)),
    }))
    .sort((a, b) => Number(b.call) - Number(a.call) || (a.arrived < b.arrived ? -1 : a.arrived > b.arrived ? 1 : 0))
}
