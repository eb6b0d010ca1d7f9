import { isObject, type JsonObject, objectsIn } from '../json/json.ts'
import type { Problem } from '../json/outcome.ts'
import type { Resource } from '../read/resources.ts'
import { own } from '../terms/systems.ts'

/**
 * What the definitions of FHIR do not ask, and a reader trips over: an address of ours that leads nowhere, a code that
 * its code system does not have, a linkId or an id given twice, a condition that names no definition.
 */
export function checkResources(resources: readonly Resource[]): readonly Problem[] {
  const problems: Problem[] = []
  const report = (code: string, sentence: string, where: string): void => {
    problems.push({ code, sentence, where })
  }
  const addresses = addressesOf(resources)
  const codes = codesOf(resources)
  const definitions = definitionsOf(resources)
  const ids = new Set<string>()
  for (const resource of resources) {
    const place = `${resource.resourceType}/${resource.id}`
    if (ids.has(place)) report('twice', `There are two of ${place}.`, place)
    ids.add(place)
    if (!/^[A-Za-z0-9.-]{1,64}$/.test(resource.id ?? ''))
      report('bad-id', `${place} has an id that FHIR does not allow.`, place)
    if (resource.resourceType === 'Questionnaire')
      for (const linkId of twice(linkIdsOf(resource)))
        report('twice', `Two questions have the linkId ${linkId}.`, place)
    visit(resource, place, (value, where) => {
      if (typeof value === 'string') {
        if (value.startsWith(`${own}/`) && !isSystem(where) && !addresses.has(value))
          report('leads-nowhere', `${value} is not in the package.`, where)
        return
      }
      checkCode(value, codes, where, report)
      checkExpression(value, definitions, where, report)
    })
  }
  return problems
}

type Report = (code: string, sentence: string, where: string) => void

/** Where an address names a code system to codes of which something belongs, and not an artefact to be fetched. */
const isSystem = (where: string): boolean => /\.(system|url)$/.test(where) || where.includes('.compose.')

/** With and without their version. */
const addressesOf = (resources: readonly Resource[]): ReadonlySet<string> =>
  new Set(resources.flatMap(({ url, version }) => (typeof url === 'string' ? [url, `${url}|${version}`] : [])))

const codesOf = (resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    resources
      .filter(({ resourceType }) => resourceType === 'CodeSystem')
      .map(({ url, concept }) => [String(url), new Set(objectsIn(concept).map(({ code }) => String(code)))]),
  )

/** A coding, or a system with concepts chosen from it. */
function checkCode(
  value: JsonObject,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
  where: string,
  report: Report,
): void {
  const { system } = value
  if (typeof system !== 'string' || !system.startsWith(`${own}/`)) return
  const known = codes.get(system)
  if (known === undefined) {
    report('leads-nowhere', `The code system ${system} is not in the package.`, where)
    return
  }
  const used = typeof value.code === 'string' ? [value.code] : objectsIn(value.concept).map(({ code }) => String(code))
  for (const code of used) if (!known.has(code)) report('no-such-code', `${system} has no code ${code}.`, where)
}

/** What the CQL of each library of the package defines, by the library's address. */
function definitionsOf(resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    resources
      .filter(({ resourceType }) => resourceType === 'Library')
      .map(({ url, version, content }) => {
        const text = objectsIn(content).find(({ contentType }) => contentType === 'text/cql')?.data
        return [`${url}|${version}`, definedIn(typeof text === 'string' ? decoded(text) : '')]
      }),
  )
}

const decoded = (base64: string): string => new TextDecoder().decode(Uint8Array.fromBase64(base64))

/** The names of definitions: `define "name":` at the beginning of a line. */
export const definedIn = (cql: string): ReadonlySet<string> =>
  new Set([...cql.matchAll(/^define\s+"((?:[^"\\]|\\.)*)"\s*:/gm)].map(([, name = '']) => name.replace(/\\(.)/g, '$1')))

function checkExpression(
  value: JsonObject,
  definitions: ReadonlyMap<string, ReadonlySet<string>>,
  where: string,
  report: Report,
): void {
  const { language, expression, reference } = value
  if (typeof language !== 'string' || !language.startsWith('text/cql') || typeof expression !== 'string') return
  const known = definitions.get(String(reference))
  if (known === undefined) {
    report('leads-nowhere', `No library ${reference} is in the package.`, where)
    return
  }
  const names =
    language === 'text/cql-identifier'
      ? [expression]
      : [...expression.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, name = '']) => name.replace(/\\(.)/g, '$1'))
  for (const name of names)
    if (!known.has(name)) report('no-such-definition', `The library defines no "${name}".`, where)
}

const linkIdsOf = (holder: JsonObject): readonly string[] =>
  objectsIn(holder.item).flatMap((item) => [String(item.linkId), ...linkIdsOf(item)])

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
]

function visit(value: unknown, where: string, seen: (value: JsonObject | string, where: string) => void): void {
  if (typeof value === 'string') seen(value, where)
  else if (Array.isArray(value)) for (const [i, one] of value.entries()) visit(one, `${where}[${i}]`, seen)
  else if (isObject(value)) {
    seen(value, where)
    for (const [key, one] of Object.entries(value)) visit(one, `${where}.${key}`, seen)
  }
}
