import type { Card } from './card.ts'

/** Cards that say the same as one card, with everything that each of them offers: of twenty alike nobody reads one. */
export function equalOnce(cards: readonly Card[]): readonly Card[] {
  const alike = Map.groupBy(cards, ({ indicator, summary, source }) => JSON.stringify([indicator, summary, source]))
  return [...alike.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined || same.length === 1) return same
    const suggestions = same.flatMap((card) => card.suggestions ?? [])
    return [suggestions.length < 2 ? first : { ...first, suggestions, selectionBehavior: 'any' as const }]
  })
}
