import type { CodeMeaning, Fact, Meaning, Pathway } from '@facialis/language'
import { dictionaryOf } from './dictionary.ts'
import { isObject, objectsIn } from './json.ts'
import { factSystem, keyOfCode, keyOfCoding } from './systems.ts'

/**
 * Where a code is understood: a type of resource, or a part of one. `body-site`, `role`, `reason`, `conclusion`,
 * `answer` and `priority` are codes inside a resource that say something of their own.
 */
export type Place = string

/** The codes of a pathway by where they are understood. */
export type Terms = Readonly<{
  /** Everything the codings of a concept say at a place. */
  meaningsOf: (place: Place, concept: unknown) => Understood
  rows: readonly CodeMeaning[]
}>

export type Understood = Readonly<{ rows: readonly CodeMeaning[]; measures: readonly Fact[] }>

const nothing: Understood = { rows: [], measures: [] }
const indexes = new WeakMap<Pathway, Terms>()

export function termsOf(pathway: Pathway): Terms {
  const known = indexes.get(pathway)
  if (known) return known
  const terms = build(pathway)
  indexes.set(pathway, terms)
  return terms
}

function build(pathway: Pathway): Terms {
  const places = new Map<Place, Map<string, CodeMeaning[]>>()
  for (const row of pathway.terminology)
    for (const place of row.in) put(placeIn(places, place), keyOfCode(row.code), row)
  const { facts, fields } = dictionaryOf(pathway)
  const byId = (id: string): Fact | undefined => facts.get(id) ?? fields.get(id)?.fact
  const amounts = new Map<string, Fact>()
  for (const fact of [...facts.values(), ...[...fields.values()].map((field) => field.fact)])
    if (fact.type === 'quantity') for (const code of fact.codes) amounts.set(keyOfCode(code), fact)

  const meaningsOf = (place: Place, concept: unknown): Understood => {
    const here = places.get(place)
    const rows: CodeMeaning[] = []
    const measures: Fact[] = []
    for (const coding of codingsOf(concept)) {
      const own = coding.system === factSystem && typeof coding.code === 'string' ? byId(coding.code) : undefined
      if (own) measures.push(own)
      const key = keyOfCoding(coding.system, coding.code)
      if (key === null) continue
      for (const row of (here && lookUp(here, key)) ?? []) if (!rows.includes(row)) rows.push(row)
      const amount = place === 'Observation' ? amounts.get(key) : undefined
      if (amount && !measures.includes(amount)) measures.push(amount)
    }
    return rows.length + measures.length === 0 ? nothing : { rows, measures }
  }
  return { meaningsOf, rows: pathway.terminology }
}

const placeIn = (places: Map<Place, Map<string, CodeMeaning[]>>, place: Place): Map<string, CodeMeaning[]> => {
  const known = places.get(place) ?? new Map<string, CodeMeaning[]>()
  places.set(place, known)
  return known
}

function put(codes: Map<string, CodeMeaning[]>, key: string, row: CodeMeaning): void {
  const list = codes.get(key)
  if (list) list.push(row)
  else codes.set(key, [row])
}

/** The code itself, else the longest family it belongs to: `G35*` is every code that begins with G35. */
function lookUp(codes: ReadonlyMap<string, CodeMeaning[]>, key: string): readonly CodeMeaning[] | undefined {
  const exact = codes.get(key)
  if (exact) return exact
  if (!key.startsWith('icd10cm|')) return undefined
  for (let end = key.length; end > 'icd10cm|'.length; end--) {
    const family = codes.get(`${key.slice(0, end)}*`)
    if (family) return family
  }
  return undefined
}

/** The codings of a CodeableConcept, a Coding, or a list of either. */
export function codingsOf(concept: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(concept)) return concept.flatMap(codingsOf)
  if (!isObject(concept)) return []
  return 'coding' in concept ? objectsIn(concept.coding) : 'code' in concept ? [concept] : []
}

/** The code a concept carries in one system. */
export function codeIn(system: string, concept: unknown): string | null {
  for (const coding of codingsOf(concept))
    if (coding.system === system && typeof coding.code === 'string') return coding.code
  return null
}

export const statesOf = (rows: readonly CodeMeaning[]) =>
  rows.flatMap((row) => row.means.flatMap((meaning) => (meaning.kind === 'states' ? [{ row, ...meaning }] : [])))

export const entersOf = (row: CodeMeaning): Extract<Meaning, { kind: 'enters' }> | undefined =>
  row.means.find((meaning): meaning is Extract<Meaning, { kind: 'enters' }> => meaning.kind === 'enters')

export const measuresOf = (row: CodeMeaning): readonly Fact[] =>
  row.means.flatMap((meaning) => (meaning.kind === 'measures' ? [meaning.fact] : []))
