import {
  type Code,
  type Day,
  type Entry,
  type EntryRecord,
  exactly,
  memoiseWeak,
  type Pathway,
  type SetFact,
} from '@facialis/language'
import { type JsonObject, objectsIn } from '../json/json.ts'
import { readResources } from '../read/read-resources.ts'
import { itemOf, referencesAmong } from '../read/references.ts'
import type { Resource } from '../read/resources.ts'
import { codingsOf, wordsOf } from '../terms/concept.ts'
import { answerSystem, writtenAs } from '../terms/systems.ts'
import { asIfSigned } from './drafts.ts'
import { type EquivalentRequest, isEquivalentRequest } from './equivalent-requests.ts'
import { comparable, type Negations, notNegated } from './negation.ts'

/** Something that is asked for in parts, such as a scan with its sequences, as data of the pathway. */
export type Requested = Readonly<{
  entry: Entry
  /** The field that holds the parts. */
  parts: SetFact
  likewise?: EquivalentRequest
  /** How others say that something is not asked for. */
  denials?: Negations
  /** How a part is written on an order, and names, or pieces of names, that others write for it. Lower case. */
  words: readonly Readonly<{ word: string; says: string; names: readonly string[] }>[]
}>

/** What an order would be on the chart once it is signed; null where it asks for something else. */
export function requestIn(
  pathway: Pathway,
  requested: Requested,
  resource: Resource,
  { today, zone }: Readonly<{ today: Day; zone: string }>,
): EntryRecord | null {
  const read = (order: Resource): EntryRecord | undefined => {
    const items = [itemOf(asIfSigned(order), order.resourceType)]
    const references = referencesAmong(items)
    const { chart } = readResources(pathway, items, { zone, references, report: () => {} })
    return chart.entries.find(({ kind }) => kind === requested.entry.id)
  }
  const { likewise } = requested
  const record =
    read(resource) ??
    (likewise && readingOf(requested).isAskedLikewise(resource.code)
      ? read({ ...resource, code: { coding: writtenCodings(likewise.as) } })
      : undefined)
  if (!record) return null
  const words = partsNamedIn(requested, resource)
  return {
    ...record,
    date: record.date ?? exactly(today),
    fields: words.length === 0 ? record.fields : { ...record.fields, [requested.parts.id]: { words } },
  }
}

const writtenCodings = (code: Code): readonly JsonObject[] =>
  writtenAs(code).flatMap(({ addresses: [system], text }) => ({ system, code: text }))

/** The words of a request as they are looked for, put together once. */
const readingOf = memoiseWeak(({ likewise, denials, words }: Requested) => ({
  isAskedLikewise: likewise ? isEquivalentRequest(likewise, denials ?? null) : () => false,
  named: new Map(
    words.map(({ word, names }) => [
      word,
      names.map((name) => notNegated(RegExp.escape(comparable(name)), denials ?? null)),
    ]),
  ),
}))

/** Parts an order names, in our codes or in anybody's words. */
function partsNamedIn(requested: Requested, { orderDetail, note, code }: Resource): readonly string[] {
  const { named } = readingOf(requested)
  const texts = [...wordsOf(orderDetail), ...wordsOf(code), ...objectsIn(note).map((one) => String(one.text))]
  const said = texts.map(comparable)
  const coded = new Set(codingsOf(orderDetail).flatMap((one) => (one.system === answerSystem ? [one.code] : [])))
  const isNamed = (name: RegExp): boolean => said.some((text) => name.test(text))
  return requested.parts.values.filter((part) => coded.has(part) || named.get(part)?.some(isNamed))
}

/** The same order, which now asks for these parts, too. */
export function withParts(resource: Resource, parts: readonly string[], { words }: Requested): Resource {
  const added = parts.map((part): JsonObject => {
    const says = words.find(({ word }) => word === part)?.says ?? part
    return { coding: [{ system: answerSystem, code: part, display: says }], text: says }
  })
  return { ...resource, orderDetail: [...objectsIn(resource.orderDetail), ...added] }
}
