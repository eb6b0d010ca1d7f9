import { hash, randomUUID } from 'node:crypto'
import type { Card } from '@facialis/fhir/cards/index.ts'
import { openLruCache } from '../core/lru-cache.ts'

const mostKept = 100

/**
 * A cache of the cards of the charts opened last, by everything they were made from: one is opened again and again with the
 * same in it. They are kept as a text; advice would keep with it all that it was made from.
 */
export type CardCache = (from: string) => Readonly<{
  /** Each time with names of their own: what is told of a card is told of the one that was sent. Null: not drawn lately. */
  before: () => readonly Card[] | null
  keep: (cards: readonly Card[]) => void
}>

export function openCardCache(): CardCache {
  const drawn = openLruCache<string>(mostKept)
  return (from) => {
    const name = hash('sha256', from, 'base64')
    return {
      before: () => {
        const cards = drawn.get(name)
        if (cards === undefined) return null
        return (JSON.parse(cards) as readonly Card[]).map((card) => ({ ...card, uuid: randomUUID() }))
      },
      keep: (cards) => drawn.put(name, JSON.stringify(cards)),
    }
  }
}
