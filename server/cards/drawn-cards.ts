import { hash, randomUUID } from 'node:crypto'
import type { Card } from '@facialis/fhir/cards/index.ts'

const mostKept = 100

/**
 * The cards of the last charts that were opened, by all that they were drawn from: one is opened again and again with the
 * same in it. They are kept as a text; advice would keep with it all that it was made from.
 */
export type DrawnCards = Readonly<{
  /** Each time with names of their own: what is told of a card is told of the one that was sent. */
  from: (what: string) => readonly Card[] | null
  keep: (what: string, cards: readonly Card[]) => void
}>

export function openDrawnCards(): DrawnCards {
  const drawn = new Map<string, string>()
  const keyOf = (what: string): string => hash('sha256', what, 'base64')
  const put = (key: string, cards: string): void => {
    drawn.delete(key)
    drawn.set(key, cards)
    const oldest = drawn.keys().next()
    if (drawn.size > mostKept && !oldest.done) drawn.delete(oldest.value)
  }
  return {
    from: (what) => {
      const key = keyOf(what)
      const cards = drawn.get(key)
      if (cards === undefined) return null
      put(key, cards)
      return (JSON.parse(cards) as readonly Card[]).map((card) => ({ ...card, uuid: randomUUID() }))
    },
    keep: (what, cards) => put(keyOf(what), JSON.stringify(cards)),
  }
}
