import { type Checked, checksOf, heeded } from '@facialis/engine'
import type { Stated } from '@facialis/fhir'
import type { Asking, Chart, Pathway } from '@facialis/language'
import { type Refusal, refuse } from '../core/refusal.ts'
import type { SentAct } from './act-shape.ts'

type EntryAsking = Asking & Readonly<{ pathway: Pathway }>

/**
 * What the pathway checks of everything but a session, which is checked where it is signed. What cannot be is refused;
 * what the pathway wants said twice is said a second time, with the reason, which stands in the note of the act.
 * @returns the first thing wrong, or null
 */
export function checkEntries(
  { confirmed, note }: Pick<SentAct, 'confirmed' | 'note'>,
  { chart: stated }: Stated,
  before: Chart,
  { pathway, ...asking }: EntryAsking,
): Refusal | null {
  for (const [index, entry] of stated.entries.entries()) {
    if (entry.kind === 'session' || entry.withdrawn) continue
    const { stop, confirm } = heeded(checksOf(pathway, before, entry, asking))
    const place = ({ field }: Checked) => ({ where: `entries[${index}].fields[${JSON.stringify(field)}]` })
    const [wrong] = stop
    if (wrong) return refuse(422, wrong.code, wrong.text, place(wrong))
    const [asked] = confirm
    if (!asked || (confirmed && note?.trim())) continue
    return confirmed
      ? refuse(422, 'confirm', `${asked.text} Say why.`, { where: 'note' })
      : refuse(422, 'confirm', `${asked.text} Say it a second time, with the reason.`, place(asked))
  }
  return null
}
