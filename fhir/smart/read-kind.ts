import type { AskedFor } from '../cards/prefetch.ts'
import { isObject, type JsonObject } from '../json/json.ts'
import { type Pages, readPages } from './read-pages.ts'
import type { Reading } from './read-referred.ts'
import { type GrantGap, grantGap } from './scopes.ts'

/** Why a kind of resource is not there as a whole. */
export type GapReason = GrantGap | 'malformed' | 'another record' | NonNullable<Pages['short']>

/** The record to read: its server, patient, time zone and day. */
export type RecordSource = Reading & Readonly<{ patientId: string; zone: string; today: number }>

/** One kind as it came, whole or not. */
export type Kind = AskedFor & Readonly<{ entries: readonly JsonObject[]; short: GapReason | null }>

export async function readKind(asked: AskedFor, whose: RecordSource): Promise<Kind> {
  const { type, query } = asked
  const lacksGrant = grantGap(whose.scopes, type, type === 'Patient' ? 'read' : 'search')
  if (lacksGrant === 'not granted') return { ...asked, entries: [], short: lacksGrant }
  const address = escaped(query).replace('{{context.patientId}}', encodeURIComponent(whose.patientId))
  const { entries, short } = type === 'Patient' ? await readOne(address, whose) : await readAll(address, whose)
  return { ...asked, entries, short: short ?? lacksGrant }
}

/** Servers in between have been seen to make one slash of two, also behind the question mark: then nothing is found. */
const escaped = (query: string): string =>
  query.replace(/(?<==)[^&]*/g, (value) => value.replaceAll(':', '%3A').replaceAll('/', '%2F'))

async function readOne(address: string, { get }: RecordSource): Promise<Pages> {
  const got = await get(address)
  if (!got.ok) return { entries: [], short: got.why }
  return isObject(got.json) && got.json.resourceType === 'Patient'
    ? { entries: [{ resource: got.json }], short: null }
    : { entries: [], short: 'not readable' }
}

/** Servers that choose for themselves send ten at a time. */
const ofPage = '_count=100'

/** A server that does not take the narrower question is asked the wider one, and the rest is left aside here. */
async function readAll(address: string, whose: RecordSource): Promise<Pages> {
  const narrow = await readPages(`${address}&${ofPage}`, whose)
  const [wide = address] = address.split('&', 1)
  return narrow.short === 'not taken' && wide !== address ? readPages(`${wide}&${ofPage}`, whose) : narrow
}
