import type { AuditEntry } from '@facialis/record'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import type { Parameter } from '../../search-indexing/parameters.ts'
import { type TimeSpan, timeSpanOf } from '../../search-indexing/time-spans.ts'
import { countIn } from '../search/count-and-since.ts'
import { isIgnored } from '../search/ignored-parameters.ts'
import type { Pairs } from '../search/search-request.ts'
import { accountSystem } from './audit-event.ts'

/** The search parameters of AuditEvent that are supported. */
export const auditParameters = [
  { name: 'date', kind: 'date' },
  { name: 'patient', kind: 'reference' },
  { name: 'entity', kind: 'reference' },
  { name: 'agent', kind: 'reference' },
  { name: 'subtype', kind: 'token' },
  { name: 'outcome', kind: 'token' },
] as const satisfies readonly Pick<Parameter, 'name' | 'kind'>[]

export type AuditSearch = Readonly<{
  /** What the trail is kept by: the rest is looked for event by event. */
  patientId: string | undefined
  actorId: string | undefined
  /** Whom the search names, or what was typed in that place. */
  named: readonly string[]
  isSuch: (entry: AuditEntry) => boolean
  count: number
}>

const usualCount = 50
const mostCount = 500
const mostConditions = 20

/** Parses a search of the audit trail. Results are always newest first. */
export function parseAuditSearch(pairs: Pairs): Result<AuditSearch> {
  const conditions: ((entry: AuditEntry) => boolean)[] = []
  const named: string[] = []
  let patientId: string | undefined
  let actorId: string | undefined
  let count = usualCount
  const wrong = (name: string, sentence: string, code = 'bad-value') =>
    refuse(400, code, sentence, { where: `http.${name}` })
  for (const [name, value] of pairs) {
    if (name === '_page' || isIgnored(name, value)) continue
    if (conditions.length >= mostConditions)
      return wrong(name, `A search of the trail has at most ${mostConditions} conditions.`, 'too-much-asked')
    const words = value.split(',').filter((word) => word !== '')
    if (words.length === 0 || words.length > mostConditions)
      return wrong(name, `${name} has one to ${mostConditions} values.`)
    switch (name) {
      case '_count': {
        const written = countIn(value, mostCount)
        if (!written.ok) return written
        count = Math.min(written.value, mostCount)
        break
      }
      case '_sort':
        if (value !== '-date' && value !== '-_lastUpdated')
          return wrong(name, 'The trail is listed from the newest event back: _sort may only be -date.')
        break
      case '_id':
        conditions.push(({ seq }) => words.includes(String(seq)))
        break
      case 'date':
      case '_lastUpdated': {
        const spans = words.map(comparedTo)
        if (spans.includes(null)) return wrong(name, `${JSON.stringify(value)} is not a date such as ge2026-11-23.`)
        conditions.push(({ at }) => spans.some((isIn) => isIn?.(at)))
        break
      }
      case 'patient':
      case 'patient:Patient': {
        const ids = words.map((word) => word.replace(/^Patient\//, ''))
        named.push(...ids)
        if (ids.length === 1) patientId ??= ids[0]
        conditions.push(({ patientIds }) => ids.some((id) => patientIds.includes(id)))
        break
      }
      case 'entity': {
        const ids = words.flatMap((word) => (word.startsWith('Patient/') ? [word.slice('Patient/'.length)] : []))
        named.push(...ids)
        if (words.length === 1) patientId ??= ids[0]
        conditions.push((entry) => words.some((word) => isAbout(entry, word)))
        break
      }
      case 'agent':
      case 'agent:identifier': {
        const ids = words.map((word) => word.replace(`${accountSystem}|`, '').replace(/^\|/, ''))
        if (ids.length === 1) actorId ??= ids[0]
        conditions.push(({ actor }) => ids.includes(actor.id))
        break
      }
      case 'subtype':
        conditions.push(({ action }) => words.some((word) => word.split('|').at(-1) === action))
        break
      case 'outcome':
        conditions.push(({ outcome }) => words.some((w) => w.split('|').at(-1) === (outcome === 'refused' ? '4' : '0')))
        break
      default:
        return wrong(name, `AuditEvent cannot be searched by ${JSON.stringify(name)} here.`, 'unknown-parameter')
    }
  }
  return ok({ patientId, actorId, named, count, isSuch: (entry) => conditions.every((isSo) => isSo(entry)) })
}

/** `Patient/1`, or a resource that was written, with or without its version. */
const isAbout = ({ patientIds, changes }: AuditEntry, word: string): boolean =>
  patientIds.some((id) => word === `Patient/${id}`) ||
  changes.some(({ type, id, version }) => word === `${type}/${id}` || word === `${type}/${id}/_history/${version}`)

function comparedTo(word: string): ((at: string) => boolean) | null {
  const [, prefix = 'eq', text = ''] = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.*)$/.exec(word) ?? []
  const span = timeSpanOf(text.replace(' ', '+'))
  return span && ((at) => holds(prefix, span, at))
}

function holds(prefix: string, { from, to }: TimeSpan, at: string): boolean {
  if (prefix === 'ne') return at < from || at >= to
  if (prefix === 'gt' || prefix === 'sa') return at >= to
  if (prefix === 'lt' || prefix === 'eb') return at < from
  if (prefix === 'ge') return at >= from
  if (prefix === 'le') return at < to
  return at >= from && at < to
}
