import type { CodeMeaning, Fact, Meaning, Pathway } from '@facialis/language'
import { dictionaryOf } from './dictionary.ts'
import { isObject, isText, objectsIn } from './json.ts'
import { factSystem, keyOfCode, keyOfCoding } from './systems.ts'

/**
 * Where a code is understood: a type of resource, or a part of one. `body-site`, `role`, `reason`, `conclusion`,
 * `answer` and `priority` are codes inside a resource that say something of their own.
 */
export type Place = string

/** A code of the pathway's own that is a name: `name:botox` is found wherever a concept's words hold "botox". */
const namePrefix = 'name:'

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
  const names = new Map<Place, CodeMeaning[]>()
  for (const row of pathway.terminology)
    for (const place of row.in)
      if (isName(row)) names.set(place, [...(names.get(place) ?? []), row])
      else put(placeIn(places, place), keyOfCode(row.code), row)
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
    const spoken = names.get(place)
    if (spoken) rows.push(...named(spoken, concept).filter((row) => !rows.some((known) => isAlike(known, row))))
    return rows.length + measures.length === 0 ? nothing : { rows, measures }
  }
  return { meaningsOf, rows: pathway.terminology }
}

const isName = ({ code }: CodeMeaning): boolean => code.system === 'facialis' && code.code.startsWith(namePrefix)

/** The rows whose names stand in the words of a concept, one of those about the same entry or fact. */
function named(names: readonly CodeMeaning[], concept: unknown): readonly CodeMeaning[] {
  const words = wordsOf(concept).join('\n').toLowerCase()
  if (words === '') return []
  return [...Map.groupBy(names, subjectOf).values()].flatMap((alike) => namedAmong(alike, words))
}

const subjectOf = (row: CodeMeaning): string =>
  entersOf(row)?.entry.id ??
  statesOf([row])
    .map(({ fact }) => fact.id)
    .join(' ')

/** Several names that say different things leave what the last of them in the pathway's order says: the general one. */
function namedAmong(names: readonly CodeMeaning[], words: string): readonly CodeMeaning[] {
  const general = names.at(-1)
  const found = names.filter((row) => words.includes(row.code.code.slice(namePrefix.length)))
  const special = found.filter((row) => general && saying(row) !== saying(general))
  const differ = new Set(special.map(saying)).size > 1
  const row = differ ? general : (special[0] ?? found[0])
  return row ? [row] : []
}

const saying = (row: CodeMeaning): string =>
  JSON.stringify([entersOf(row)?.fields, statesOf([row]).map(({ fact, value }) => [fact.id, value])])

/** A code speaks before a name: it begins the same entry, or states the same. */
const isAlike = (coded: CodeMeaning, name: CodeMeaning): boolean => {
  const kind = entersOf(name)?.entry.id
  if (kind !== undefined) return entersOf(coded)?.entry.id === kind
  return saying(coded) === saying(name)
}

/** Everything a concept, or a reference to one, says in words. */
export function wordsOf(concept: unknown): readonly string[] {
  if (Array.isArray(concept)) return concept.flatMap(wordsOf)
  if (!isObject(concept)) return []
  return [concept.text, concept.display, ...objectsIn(concept.coding).map((coding) => coding.display)].filter(isText)
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
