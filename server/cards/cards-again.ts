import { hash, randomUUID } from 'node:crypto'
import type { Card } from '@facialis/fhir/cards/index.ts'
import { ok } from '../ground/problem.ts'
import { cardsFor } from './cards-for.ts'

const mostKept = 100

/**
 * Draws cards, and knows those of the last charts that were opened: one is opened again and again with the same in it.
 * What is kept is a text: advice would keep with it all that it was made from.
 */
export function openCards(): typeof cardsFor {
  const drawn = new Map<string, string>()
  return (by, asking) => {
    // Orders are judged anew: what is being chosen changes each time.
    if (asking.hook !== 'patient-view') return cardsFor(by, asking)
    const { asked, today, policy } = asking
    const said = [by.pathway.version, asked.context.patientId, asked.prefetch, today, policy]
    const key = hash('sha256', JSON.stringify(said), 'base64')
    const before = drawn.get(key)
    drawn.delete(key)
    if (before !== undefined) {
      drawn.set(key, before)
      const cards = JSON.parse(before) as readonly Card[]
      return ok({ cards: cards.map(named), counted: null })
    }
    const made = cardsFor(by, asking)
    if (made.ok) drawn.set(key, JSON.stringify(made.value.cards))
    const oldest = drawn.keys().next()
    if (drawn.size > mostKept && !oldest.done) drawn.delete(oldest.value)
    return made
  }
}

/** What is told of a card is told of the one that was sent, so each has a name of its own. */
const named = (card: Card): Card => ({ ...card, uuid: randomUUID() })
