import { isYes } from '@facialis/wire'
import type { RecordedEntry } from '../../recorded.ts'
import { amountOf, type Hundredths } from './amounts.ts'
import { readMap, type SessionMap } from './session-map.ts'

/** A session on record, in the words this screen needs. */
export type PastSession = Readonly<{
  id: string
  date: string | null
  by: string | null
  product: string | null
  units: Hundredths | null
  side: 'left' | 'right' | 'both' | null
  indication: string
  here: boolean
  recordedAfter: boolean
  lot: string | null
  expiry: string | null
  relief: number | null
  wearOff: string | null
  sideEffects: readonly string[]
  map: SessionMap | null
}>

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export function pastSession({ id, date, by, fields }: RecordedEntry): PastSession {
  const side = fields['session.side']
  const units = fields['session.units']
  const relief = fields['session.relief']
  const effects = fields['session.sideEffects']
  return {
    id,
    date,
    by,
    product: text(fields['session.product']),
    units: typeof units === 'number' ? amountOf(units) : null,
    side: side === 'left' || side === 'right' || side === 'both' ? side : null,
    indication: text(fields['session.indication']) ?? 'hfs',
    here: isYes(fields['session.performedHere']),
    recordedAfter: isYes(fields['session.recordedAfter']),
    lot: text(fields['session.lot']),
    expiry: text(fields['session.expiry']),
    relief: typeof relief === 'number' ? relief : null,
    wearOff: text(fields['session.wearOff']),
    sideEffects: Array.isArray(effects) ? (effects as readonly string[]) : [],
    map: readMap(fields['session.map']),
  }
}

/** The last one for the face that was injected for the spasm: the one whose numbers may be copied. */
export const lastForSpasm = (sessions: readonly PastSession[]): PastSession | null =>
  sessions.find(({ indication }) => indication === 'hfs') ?? null
