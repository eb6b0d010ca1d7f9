import { checksOf, heeded } from '@facialis/engine'
import type { Stated } from '@facialis/fhir'
import type { Asking, Chart, Pathway } from '@facialis/language'
import { type Refusal, refuse } from '../problem.ts'
import type { SentAct } from './act-shape.ts'

type OperationAsking = Asking & Readonly<{ pathway: Pathway }>

/**
 * What the pathway wants said twice of an operation is said a second time, with the reason; the reason stands in the
 * note of the act. @returns the first that was not, or null
 */
export function checkOperations(
  { confirmed, note }: Pick<SentAct, 'confirmed' | 'note'>,
  { chart: stated }: Stated,
  before: Chart,
  { pathway, ...asking }: OperationAsking,
): Refusal | null {
  for (const [index, entry] of stated.entries.entries()) {
    if (entry.kind !== 'operation' || entry.withdrawn) continue
    const [asked] = heeded(checksOf(pathway, before, entry, asking)).confirm
    if (!asked || (confirmed && note?.trim())) continue
    return confirmed
      ? refuse(422, 'confirm', `${asked.text} Say why.`, { where: 'note' })
      : refuse(422, 'confirm', `${asked.text} Say it a second time, with the reason.`, {
          where: `entries[${index}].fields[${JSON.stringify(asked.field)}]`,
        })
  }
  return null
}
