import { type CodeMeaning, memoiseWeak, type Pathway } from '@facialis/language'
import { dictionaryOf } from '../chart/dictionary.ts'
import type { JsonObject } from '../json/json.ts'
import { codeIndex } from './code-index.ts'
import { codingsOf } from './concept.ts'
import { type ConceptMeaning, conceptMeaningOf, nothing, together } from './concept-meaning.ts'
import { isAlike, isName, matchNames } from './match-names.ts'
import { factSystem } from './systems.ts'

/**
 * Where a code is understood: a type of resource, or a part of one. `body-site`, `role`, `reason`, `conclusion`,
 * `answer` and `priority` are codes inside a resource that say something of their own.
 */
export type Place = string

/** The codes of a pathway by where they are understood. */
export type Terms = Readonly<{
  /** Everything the codings of a concept say at a place. */
  meaningsOf: (place: Place, concept: unknown) => ConceptMeaning
  rows: readonly CodeMeaning[]
}>

export const termsOf: (pathway: Pathway) => Terms = memoiseWeak(build)

function build(pathway: Pathway): Terms {
  const rows = pathway.terminology
  const places = new Map<Place, ReturnType<typeof placeOf>>()
  const { facts, fields } = dictionaryOf(pathway)
  const all = [...facts.values(), ...[...fields.values()].map((field) => field.fact)]
  // A field does not hide the fact of its name.
  const own = new Map([...all].reverse().map((fact) => [fact.id, conceptMeaningOf([], [fact])]))
  const amounts = all.flatMap((fact) =>
    fact.type === 'quantity' ? fact.codes.map((code) => [code, fact] as const) : [],
  )

  const placeOf = (place: Place) => {
    const here = rows.filter((row) => row.in.includes(place))
    const names = here.filter(isName)
    return {
      lookUp: codeIndex(
        here.filter((row) => !isName(row)),
        place === 'Observation' ? amounts : [],
      ),
      named: names.length > 0 ? matchNames(names) : null,
    }
  }

  const meaningsOf = (place: Place, concept: unknown): ConceptMeaning => {
    let here = places.get(place)
    if (!here) {
      here = placeOf(place)
      places.set(place, here)
    }
    const codings = codingsOf(concept)
    let understood = nothing
    for (let i = 0; i < codings.length; i++) {
      const coding = codings[i] as JsonObject
      const said = coding.system === factSystem ? (own.get(coding.code as string) ?? nothing) : here.lookUp(coding)
      if (said !== nothing) understood = together(understood, said)
    }
    if (!here.named) return understood
    const coded = understood.rows
    const named = here.named(concept).filter((row) => !coded.some((known) => isAlike(known, row)))
    return named.length === 0 ? understood : conceptMeaningOf([...coded, ...named], understood.measures)
  }
  return { meaningsOf, rows }
}
