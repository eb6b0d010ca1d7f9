import type { Pathway } from '@facialis/language'
import type { RecordView, Resource } from '@facialis/record'
import type { Refusal } from '../../core/refusal.ts'
import type { Intent } from '../write/intent.ts'
import type { Target } from '../write/targets.ts'
import { contentDiffers } from './content-differs.ts'
import { existingOf, idCollision, referencesCollision } from './id-collision.ts'
import { asKeptHere } from './recorded-elsewhere.ts'

/** One resource of a file, and its place. */
export type Line = Readonly<{ where: string; resource: Resource }>

export type New = Readonly<{ line: Line; target: Target }>
type Looking = Readonly<{
  view: RecordView
  newId: () => string
  /** Addresses under which the files have another than is here. */
  others: Set<string>
  pathway: Pathway
  zone: string
}>

/** Hears of what is not brought in: what is refused, and what is left alone although a file says something else. */
export type Hearing = Readonly<{
  refused: (line: Line, refusal: Refusal) => void
  otherwise: (line: Line, is: Readonly<{ takenBack: boolean }>) => void
}>

/** What is not here under its id, though a file may have it twice. What is left alone is about the same person, as far as one can tell; of others, that is told. */
export async function newResources(
  lines: readonly Line[],
  { view, newId, others, pathway, zone }: Looking,
  hearing: Hearing,
): Promise<readonly New[]> {
  const found: New[] = []
  const known = await knownAmong(lines, view)
  const { here, takenBack } = await existingOf(
    lines.flatMap(({ resource }) => (known.has(`${resource.resourceType}/${resource.id}`) ? [resource] : [])),
    view,
  )
  const told = lines.map((line) => {
    const target = targetOf(line, newId)
    const address = `${target.type}/${target.id}`
    const one = here.get(address)
    const another = one === undefined ? null : idCollision(line.resource, one)
    if (another === null) here.set(address, one ?? line.resource)
    else others.add(address)
    return { line, target, address, another, one }
  })
  for (const { line, target, address, another, one } of told) {
    const refusal = another ?? referencesCollision(line.resource, others)
    if (refusal) hearing.refused(line, refusal)
    else if (!known.has(address)) found.push({ line, target })
    else if (one !== undefined && contentDiffers(asKeptHere(line.resource, one, { pathway, zone }), one))
      hearing.otherwise(line, { takenBack: takenBack.has(address) })
  }
  return found
}

/** Addresses at which there is, or was, something already. */
async function knownAmong(lines: readonly Line[], view: RecordView): Promise<Set<string>> {
  const known = new Set<string>()
  for (const [type, ones] of Map.groupBy(lines, ({ resource }) => resource.resourceType)) {
    const ids = ones.flatMap(({ resource: { id } }) => (id === undefined ? [] : [id]))
    for (const id of await view.everExisted(type, ids)) known.add(`${type}/${id}`)
  }
  return known
}

/** With the id it has elsewhere, so that what refers to it finds it. */
function targetOf(line: Line, newId: () => string): Target {
  const { resource } = line
  const id = resource.id ?? newId()
  const type = resource.resourceType
  return {
    intent: intentOf(line),
    does: 'create',
    type,
    id,
    isNew: true,
    before: null,
    resource: resource.id === id ? resource : { ...resource, id },
  }
}

export const intentOf = ({ resource }: Line): Extract<Intent, { method: 'create' }> => ({
  method: 'create',
  type: resource.resourceType,
  where: '',
  resource,
  ifNoneExist: null,
})
