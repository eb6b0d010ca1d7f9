import { words as emergency } from '../../emergency/words.ts'
import { pathway } from '../../pathway.ts'
import { words as guidance } from '../guidance/words.ts'
import { declineWords } from '../requests/decline-words.ts'
import { words } from './words.ts'

/** Why something was done, in words: the trail keeps codes and numbers of the pathway as programs write them. */
export function reasonWords(action: string, reason: string): string {
  switch (action) {
    case 'policy-changed':
    case 'policy-tried':
      return listed(reason, numberWords)
    case 'cds-patient-view':
    case 'cds-order-select':
    case 'cds-order-sign':
      return listed(reason, cardWords)
    case 'emergency-reviewed':
      return afterCode(reason, emergency.verdicts)
    case 'request-declined':
      return afterCode(reason, declineWords.reasons)
    default:
      return reason
  }
}

/** What is no list of names with values is shown as it is kept. */
function listed(reason: string, wordsOf: (name: string, value: unknown) => string | null): string {
  const kept = parsed(reason)
  if (kept === null) return reason
  return Object.entries(kept)
    .flatMap(([name, value]) => wordsOf(name, value) ?? [])
    .join('; ')
}

function parsed(text: string): object | null {
  try {
    const kept: unknown = JSON.parse(text)
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? kept : null
  } catch {
    // Kept before it was a list, or by another version.
    return null
  }
}

function numberWords(id: string, value: unknown): string {
  const number = pathway.policy.find((one) => one.id === id)
  return number === undefined
    ? `${id}: ${String(value)}`
    : `${number.label}: ${guidance.policy.amount(String(value), number.unit)}`
}

/** Orders of which there was none are not told. */
function cardWords(name: string, value: unknown): string | null {
  if (name === 'version') return words.cards.version(String(value))
  if (name === 'cards') return words.cards.shown(Array.isArray(value) ? value.length : 0)
  const told = words.cards.orders[name]
  return told === undefined ? `${name}: ${String(value)}` : value === 0 ? null : told(Number(value))
}

function afterCode(reason: string, labels: Readonly<Record<string, string>>): string {
  const [code = ''] = reason.split(':', 1)
  const label = labels[code]
  return label === undefined ? reason : label + reason.slice(code.length)
}
