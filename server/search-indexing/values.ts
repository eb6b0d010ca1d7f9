import { createHash } from 'node:crypto'
import { isObject } from '@facialis/fhir/json/json.ts'
import type { IndexValue, Resource } from '@facialis/record'
import { searchText } from '@facialis/wire'
import { everywhere, type Parameter, parametersOf } from './parameters.ts'
import { periodOf, type TimeSpan, timeSpanOf } from './time-spans.ts'

/** Everything that stands at a path, lists gone through. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  const found: unknown[] = []
  gather(value, path.split('.'), 0, found)
  return found
}

function gather(value: unknown, members: readonly string[], at: number, found: unknown[]): void {
  const name = members[at]
  if (name === undefined) {
    if (value !== undefined && value !== null) found.push(value)
    return
  }
  if (!isObject(value)) return
  const inner = value[name]
  if (Array.isArray(inner)) for (const one of inner) gather(one, members, at + 1, found)
  else gather(inner, members, at + 1, found)
}

/** The names under which the values of a parameter are kept. They begin with "?", as an address does that asks for them. */
export const keptUnder = ({ name, kept = name }: Parameter) => ({
  values: `?${kept}`,
  /** Begin and end of dates. */
  from: `?${kept}<`,
  to: `?${kept}>`,
  /** Texts as they are written. */
  exact: `?${kept}=`,
  /** Identifiers by which a reference names what it leads to. */
  identifier: `?${kept}:identifier`,
})

/** The names under which one looks for what a parameter finds. */
export const lookedUnder = (parameter: Parameter): readonly string[] =>
  parameter.either?.map((name) => keptUnder({ ...parameter, name }).values) ?? [keptUnder(parameter).values]

type Kept = Readonly<{
  parameter: Parameter
  names: ReturnType<typeof keptUnder>
  paths: readonly (readonly string[])[]
}>

/** What is kept of each type, with its paths taken apart once. */
const keptBy = (table: typeof parametersOf): ReadonlyMap<string, readonly Kept[]> =>
  new Map(
    Object.entries(table).map(([type, own]): readonly [string, readonly Kept[]] => [
      type,
      [...everywhere, ...own.filter(({ name, kept = name, either }) => kept === name && either === undefined)].map(
        (parameter) => ({
          parameter,
          names: keptUnder(parameter),
          paths: parameter.paths.map((path) => path.split('.')),
        }),
      ),
    ]),
  )
const keptOf = keptBy(parametersOf)

/** The same for tables by which the same is kept under the same names. */
export const tableDigest = (table: typeof parametersOf): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        [...keptBy(table)].map(([type, ones]) => [
          type,
          ones.map(({ parameter: { kind, only }, names, paths }) => [names.values, kind, paths, only]),
        ]),
      ),
    )
    .digest('hex')
    .slice(0, 16)

/** What the search index holds of a resource, for all its parameters. */
export function indexValuesOf(resource: Resource): readonly IndexValue[] {
  const found: IndexValue[] = []
  const values: unknown[] = []
  for (const { parameter, names, paths } of keptOf.get(resource.resourceType) ?? []) {
    values.length = 0
    for (const path of paths) gather(resource, path, 0, values)
    for (const value of values) if (isWanted(parameter, value)) keep(parameter, names, value, found)
  }
  return found
}

/** Lists are sorted by dates, and by texts. Codes and references are as they are. */
const inOrder = new Set(
  [...keptOf].flatMap(([type, ones]) =>
    ones.flatMap(({ parameter: { kind }, names: { values, from } }) =>
      (kind === 'date' ? [from] : kind === 'string' ? [values] : []).map((name) => `${type} ${name}`),
    ),
  ),
)

/** Whether what is kept under a name of a type is asked for in an order. */
export const isInOrder = (type: string, name: string): boolean => inOrder.has(`${type} ${name}`)

const isWanted = ({ only }: Parameter, value: unknown): boolean =>
  only === undefined || (isObject(value) && value[only[0]] === only[1])

function keep(parameter: Parameter, names: Kept['names'], value: unknown, found: IndexValue[]): void {
  switch (parameter.kind) {
    case 'token':
      eachToken(value, names.values, found)
      return
    case 'uri':
      if (typeof value === 'string') found.push({ name: names.values, value })
      return
    case 'string':
      for (const text of textsOf(value)) {
        found.push({ name: names.exact, value: text })
        for (const word of wordsOf(text)) found.push({ name: names.values, value: word })
      }
      return
    case 'date': {
      const span = spanOf(value)
      if (span !== null) found.push({ name: names.from, value: span.from }, { name: names.to, value: span.to })
      return
    }
    case 'reference':
      if (!isObject(value)) return
      if (typeof value.reference === 'string') found.push({ name: names.values, value: referenceKey(value.reference) })
      if (isObject(value.identifier)) eachToken(value.identifier, names.identifier, found)
      return
    default:
      throw parameter.kind satisfies never
  }
}

/** A code alone, and with its system before a bar; one without a system also after a bare bar. */
function eachToken(value: unknown, name: string, found: IndexValue[]): void {
  if (typeof value === 'string' || typeof value === 'boolean') found.push({ name, value: String(value) })
  if (!isObject(value)) return
  if (Array.isArray(value.coding)) {
    for (const coding of value.coding) eachToken(coding, name, found)
    return
  }
  const code = value.code ?? value.value
  if (typeof code !== 'string' || code === '') return
  const system = typeof value.system === 'string' ? value.system : ''
  found.push({ name, value: code }, { name, value: `${system}|${code}` })
}

const spanOf = (value: unknown): TimeSpan | null =>
  typeof value === 'string' ? timeSpanOf(value) : isObject(value) ? periodOf(value) : null

const textsOf = (value: unknown): readonly string[] => (typeof value === 'string' && value !== '' ? [value] : [])

/** Nobody looks for more of a name; each word of a long text with all that follows would be more than any memory holds. */
const mostLetters = 200
const mostWords = 100

/**
 * A text as it is looked for by other systems: whatever stands between its words, "smith jones" finds "Smith-Jones". Some
 * keyboards leave out the gap within a Persian name, which nobody hears.
 */
export const begins = (text: string): string =>
  searchText(text.slice(0, mostLetters)).replaceAll('\u200c', '').replace(between, ' ').trim().slice(0, mostLetters)
const between = /[^\p{L}\p{N}\p{M}]+/gu

/** A text is found by its beginning, and by the beginning of each of its words, of which an apostrophe parts two. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(beginning).take(mostWords)]
      .map(({ index }) => begins(text.slice(index, index + mostLetters)))
      .filter((word) => word !== ''),
  )
const beginning = /^|(?<![\p{L}\p{N}\p{M}])(?!^)[\p{L}\p{N}]/gu

/** `Patient/1`, whatever version of it is meant. */
export const referenceKey = (reference: string): string => reference.replace(/\/_history\/[^/]*$/, '')
