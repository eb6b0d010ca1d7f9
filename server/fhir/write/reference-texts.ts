import type { Resource } from '@facialis/record'

/** A text of a resource and where it stands: `Observation.derivedFrom[0].reference`. */
export type Text = Readonly<{ text: string; place: string }>

/** Whether the text of a member with this name is meant. */
export type IsMeant = (name: string, text: string) => boolean

/** Texts of members of a resource, in its order. Most resources have none that is meant. */
export function textsIn(resource: Resource, isMeant: IsMeant): readonly Text[] {
  const found: Text[] = []
  gather(resource, resource.resourceType, isMeant, found)
  return found
}

function gather(value: object, path: string, isMeant: IsMeant, found: Text[]): void {
  const isList = Array.isArray(value)
  for (const [name, one] of Object.entries(value)) {
    if (typeof one === 'object' && one !== null)
      gather(one, isList ? `${path}[${name}]` : `${path}.${name}`, isMeant, found)
    else if (typeof one === 'string' && !isList && isMeant(name, one))
      found.push({ text: one, place: `${path}.${name}` })
  }
}

/** The same resource with some of its texts written otherwise; undefined leaves one as it is. */
export const rewritten = (resource: Resource, instead: (name: string, text: string) => string | undefined): Resource =>
  written(resource, instead) as Resource

function written(value: unknown, instead: (name: string, text: string) => string | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => written(one, instead))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      typeof one === 'string' ? (instead(name, one) ?? one) : written(one, instead),
    ]),
  )
}
