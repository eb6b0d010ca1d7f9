import { resolve } from '@facialis/engine'
import type { Stated } from '@facialis/fhir'
import type { Asking, Chart, EntryRecord, Pathway } from '@facialis/language'
import { type Refusal, refuse } from '../problem.ts'
import type { SentAct } from './act-shape.ts'

/**
 * An operation on a side that is not the affected one on record is a slip until somebody says it twice, with the reason;
 * the reason stands in the note of the act. History is asked the same: it may be true, and it is rare.
 */
export function otherSide(
  act: Pick<SentAct, 'confirmed' | 'note'>,
  { chart: stated }: Stated,
  before: Chart,
  { pathway, ...asking }: Asking & Readonly<{ pathway: Pathway }>,
): Refusal | null {
  if (!stated.entries.some(isOperated)) return null
  const standing = resolve(pathway, before, asking).facts.get('hfs.side')
  const affected = standing?.known && 'word' in standing.value ? standing.value.word : null
  if (affected === null || affected === 'both') return null
  const index = stated.entries.findIndex((entry) => isOperated(entry) && sideOf(entry) !== affected)
  if (index < 0) return null
  const at = (where: string, sentence: string) => refuse(422, 'confirm', sentence, { where })
  if (!act.confirmed)
    return at(
      `entries[${index}].fields["operation.side"]`,
      `The ${affected} side is the affected one on record, and the operation is said to have been on the other side. Say the side a second time, with the reason.`,
    )
  return act.note?.trim() ? null : at('note', 'Say why the operation was on the side that is not on record.')
}

const sideOf = (entry: EntryRecord): string | null => {
  const side = entry.fields['operation.side']
  return side && 'word' in side ? side.word : null
}
const isOperated = (entry: EntryRecord): boolean =>
  entry.kind === 'operation' && !entry.withdrawn && sideOf(entry) !== null
