import { randomInt } from 'node:crypto'
import type { RecordView, Resource } from '@facialis/record'
import type { Board } from '@facialis/wire'
import { isTask, taskCode } from '../patient/reviews.ts'
import type { SentAppointment, SentReferral } from './referral-shape.ts'

/** What came in by the front door and waits for somebody, or was answered. It is nobody's until it is accepted. */
export type Request =
  | Readonly<{ kind: 'referral'; sent: Omit<SentReferral, 'attachments'> }>
  | Readonly<{ kind: 'appointment'; sent: SentAppointment }>

const codes = { referral: 'referral', appointment: 'appointment-request' } as const
const sentExtension = 'https://facialis.invalid/StructureDefinition/request'
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
  extension: [{ url: sentExtension, valueString: JSON.stringify(request) }],
})

export type KeptRequest = Readonly<{
  id: string
  request: Request
  reference: string
  received: string
  status: string
  patientId: string | null
  updated: string
  task: Resource
}>

type Json = Readonly<Record<string, unknown>>
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [])

/** Reads a Task of ours that holds a request; null for any other. */
export function requestIn(task: Resource): KeptRequest | null {
  if (!isTask(task, codes.referral) && !isTask(task, codes.appointment)) return null
  const sent = objects(task.extension).find(({ url }) => url === sentExtension)?.valueString
  if (typeof sent !== 'string') return null
  const whose = (task.for as { reference?: string } | undefined)?.reference
  return {
    id: String(task.id),
    request: JSON.parse(sent) as Request,
    reference: String(objects(task.identifier)[0]?.value ?? ''),
    received: String(task.authoredOn).slice(0, 10),
    status: String(task.status),
    patientId: whose?.replace('Patient/', '') ?? null,
    updated: String(task.lastModified ?? task.authoredOn).slice(0, 10),
    task,
  }
}

export const nameIn = ({ request }: KeptRequest): string =>
  request.kind === 'referral' ? request.sent.patient.name : request.sent.name

/** Those that wait, oldest first. */
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
      state: kept.status,
    }))
    .sort((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : 0))
}
