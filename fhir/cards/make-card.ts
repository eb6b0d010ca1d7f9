import { type Basis, basisMembers, basisWords, passagesOf, type Standing } from './basis.ts'
import { type Card, type Coding, type Indicator, type Suggestion, summaryOf } from './card.ts'

/** What is shown, and by what it is drawn up. */
export type Drawing = Standing & Readonly<{ newId: () => string }>

export type Said = Readonly<{
  indicator: Indicator
  summary: string
  /** Paragraphs above the reasons. */
  lead?: readonly string[]
  topic: Coding
  basis: Basis
  suggestions?: readonly Suggestion[]
  overrideReasons?: readonly Coding[]
}>

/** One card, with everything that lets a clinician check it. */
export function makeCard(said: Said, drawing: Drawing): Card {
  const { suggestions = [], overrideReasons = [], lead = [], basis } = said
  const [primary] = passagesOf(
    drawing.pathway,
    basis.why.flatMap(({ passages }) => passages),
  )
  return {
    uuid: drawing.newId(),
    summary: summaryOf(said.summary),
    detail: [...lead.flatMap((line) => [line, '']), basisWords(basis, drawing)].join('\n'),
    indicator: said.indicator,
    source: { label: primary?.source.title ?? drawing.pathway.title, topic: said.topic },
    ...(suggestions.length === 0
      ? {}
      : { suggestions, selectionBehavior: suggestions.length === 1 ? ('at-most-one' as const) : ('any' as const) }),
    ...(overrideReasons.length === 0 ? {} : { overrideReasons }),
    extension: basisMembers(basis, drawing),
  }
}
