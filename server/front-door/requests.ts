import { randomInt } from 'node:crypto'
import type { RecordView } from '@facialis/record'
import type { Board } from '@facialis/wire'
import { allPages } from '../core/all-pages.ts'
import { type KeptRequest, requestCodes, requestIn } from '../patient/kept-request.ts'
import { needsACall, redFlagsIn } from './red-flags.ts'

// Without signs that are read as another when a reference is told by telephone.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const newReference = (): string => {
  const four = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${four()}-${four()}`
}

export const nameIn = ({ request }: KeptRequest): string =>
  request.kind === 'referral' ? request.sent.patient.name : request.sent.name

/** What was answered on the form; an appointment is asked for in words alone. */
export const factsIn = ({ request }: KeptRequest): Readonly<Record<string, unknown>> =>
  request.kind === 'referral' ? request.sent.facts : {}

/** Those that wait: who has to be rung today first, then the oldest. */
export async function waitingRequests(record: Pick<RecordView, 'search'>): Promise<Board['requests']> {
  const where = [
    { name: 'status', value: 'requested' },
    { name: 'code', anyOf: requestCodes },
  ]
  // Whoever is left out is not rung: however many a flood of made-up ones may be.
  return (await allPages(record, 'Task', where))
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
