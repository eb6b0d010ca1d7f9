import {
  type Code,
  type Day,
  type Entry,
  type EntryRecord,
  exactly,
  type Pathway,
  type SetFact,
} from '@facialis/language'
import { type JsonObject, objectsIn } from '../json/json.ts'
import { readResources } from '../read/read-resources.ts'
import { itemOf, referencesAmong } from '../read/references.ts'
import type { Resource } from '../read/resources.ts'
import { codingsOf, wordsOf } from '../terms/concept.ts'
import { folded } from '../terms/folded-words.ts'
import { answerSystem, writtenAs } from '../terms/systems.ts'
import { asIfSigned } from './drafts.ts'

/** Something that is asked for in parts, such as a scan with its sequences, as data of the pathway. */
export type Requested = Readonly<{
  entry: Entry
  /** The field that holds the parts. */
  parts: SetFact
  likewise?: Likewise
  /** How a part is written on an order, and names, or pieces of names, that others write for it. Lower case. */
  words: readonly Readonly<{ word: string; says: string; names: readonly string[] }>[]
}>

/**
 * By what else others ask for it, and by which code it is asked for here: codes, of which a finer one may be written after a
 * colon, or one word of each list in one text and none of the others. Words are in lower case without accents; one that ends
 * with `*` is the beginning of any.
 */
export type Likewise = Readonly<{
  as: Code
  codes: readonly Code[]
  named: readonly (readonly string[])[]
  unless: readonly string[]
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
    (likewise && isAskedLikewise(resource.code, likewise)
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

function isAskedLikewise(concept: unknown, { codes, named, unless }: Likewise): boolean {
  const isCoded = codingsOf(concept).some(({ system, code }) => {
    const [whole = ''] = String(code).split(/[:|]/)
    return codes.some((known) =>
      writtenAs(known).some(({ addresses, text }) => text === whole.trim() && addresses.includes(String(system))),
    )
  })
  return (
    isCoded ||
    wordsOf(concept).some((words) => {
      const said = folded(words)
      return named.every((some) => isOneSaid(some, said)) && !isOneSaid(unless, said)
    })
  )
}

const isOneSaid = (words: readonly string[], said: string): boolean =>
  words.some((word) => {
    const [stem, end] = word.endsWith('*') ? [word.slice(0, -1), ''] : [word, '(?![\\p{L}\\p{N}])']
    return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(stem)}${end}`, 'u').test(said)
  })

/** Parts an order names, in our codes or in anybody's words. */
function partsNamedIn({ parts, words }: Requested, { orderDetail, note, code }: Resource): readonly string[] {
  const texts = [...wordsOf(orderDetail), ...wordsOf(code), ...objectsIn(note).map((one) => String(one.text))]
  const said = texts.join('\n').toLowerCase()
  const coded = new Set(codingsOf(orderDetail).flatMap((one) => (one.system === answerSystem ? [one.code] : [])))
  return parts.values.filter((part) => {
    const known = words.find(({ word }) => word === part)
    return coded.has(part) || (known?.names.some((name) => said.includes(name)) ?? false)
  })
}

/** The same order, which now asks for these parts, too. */
export function withParts(resource: Resource, parts: readonly string[], { words }: Requested): Resource {
  const added = parts.map((part): JsonObject => {
    const says = words.find(({ word }) => word === part)?.says ?? part
    return { coding: [{ system: answerSystem, code: part, display: says }], text: says }
  })
  return { ...resource, orderDetail: [...objectsIn(resource.orderDetail), ...added] }
}
