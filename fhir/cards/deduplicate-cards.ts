import type { Card } from './card.ts'

/** Merges cards with the same text into one, with the suggestions of all: of twenty alike nobody reads one. */
export function deduplicateCards(cards: readonly Card[]): readonly Card[] {
  const alike = Map.groupBy(cards, ({ indicator, summary, source }) => JSON.stringify([indicator, summary, source]))
  return [...alike.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined || same.length === 1) return same
    const suggestions = same.flatMap((card) => card.suggestions ?? [])
    return [suggestions.length < 2 ? first : { ...first, suggestions, selectionBehavior: 'any' as const }]
  })
}
