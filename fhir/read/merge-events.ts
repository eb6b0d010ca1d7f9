import type { EntryRecord } from '@facialis/language'
import { objectsIn } from '../json/json.ts'
import { codingsOf } from '../terms/concept.ts'
import type { Draft, Said } from './reading.ts'
import type { References } from './references.ts'

/**
 * One event is often told by several resources: a procedure and the medicine given in it, or one administration for
 * each muscle. Those of one kind and one exact day that contradict each other in nothing are one entry; doses add up.
 */
export function mergedEvents(drafts: readonly Draft[], references: References): readonly EntryRecord[] {
  const merged: Draft[] = []
  const byDay = new Map<string, number[]>()
  for (const made of drafts) {
    const day = dayOf(made)
    const peers = day === null ? [] : (byDay.get(day) ?? [])
    const index = peers.find((at) => isSameEvent(merged[at] as Draft, made, references))
    if (index !== undefined) merged[index] = together(merged[index] as Draft, made)
    else {
      peers.push(merged.push(made) - 1)
      if (day !== null) byDay.set(day, peers)
    }
  }
  return merged.map(({ record }) => record)
}

const events = new Set(['Procedure', 'MedicationAdministration', 'MedicationStatement'])

/** Only other systems' events merge: our own entries are whole. */
function dayOf({ record, from, own }: Draft): string | null {
  if (own || !events.has(from.type) || record.date === null || record.date.lo !== record.date.hi) return null
  return `${record.kind} ${record.date.lo}`
}

function isSameEvent(a: Draft, b: Draft, references: References): boolean {
  if (a.from.type === 'Procedure' && b.from.type === 'Procedure' && !isSameProcedure(a, b)) return false
  const isLinked = objectsIn(b.from.resource.partOf).some((link) => references.find(link)?.key === a.from.key)
  if (!isLinked && a.from.type !== b.from.type && a.dose.size > 0 && b.dose.size > 0) return false
  return Object.entries(b.record.fields).every(([id, value]) => {
    const other = a.record.fields[id]
    return other === undefined || (a.dose.has(id) && b.dose.has(id)) || JSON.stringify(other) === JSON.stringify(value)
  })
}

/** Two procedures of one day in different codes are two: an injection for migraine does not explain one of the face. */
function isSameProcedure(a: Draft, b: Draft): boolean {
  const codes = (made: Draft) => codingsOf(made.from.resource.code).map(({ code }) => code)
  const [these, those] = [codes(a), codes(b)]
  return these.length === 0 || those.length === 0 || these.some((code) => those.includes(code))
}

function together(a: Draft, b: Draft): Draft {
  const fields: Record<string, Said> = { ...b.record.fields, ...a.record.fields }
  for (const id of a.dose) {
    const [one, other] = [a.record.fields[id], b.record.fields[id]]
    if (!b.dose.has(id) || !one || !other) continue
    fields[id] =
      'number' in one && 'number' in other ? { number: one.number + other.number } : { unknown: 'asked-unanswered' }
  }
  return { ...a, record: { ...a.record, fields }, dose: new Set([...a.dose, ...b.dose]) }
}
