import { isObject, type JsonObject } from '@facialis/fhir/json.ts'
import { conceptsOf, productLinks } from '@facialis/fhir/products.ts'
import { canonical, type RecordView, type Resource } from '@facialis/record'
import { referenceKey } from '../index-values.ts'
import type { Target } from './targets.ts'

type View = Pick<RecordView, 'read' | 'history'>

/**
 * The resources by which one says what was given and why: those that come with it as they come, the others as they are kept.
 * What was something else in the version that is named leads nowhere: a vial that was taken back and made anew as water
 * is still toxin to whoever follows the reference.
 */
export async function referred(
  resource: Resource,
  targets: readonly Target[],
  view: View,
): Promise<(reference: string) => Resource | null> {
  const links = linksOf(resource)
  if (links.length === 0) return nothing
  const found = new Map<string, Resource>()
  for (const { reference } of links) {
    if (typeof reference !== 'string') continue
    const key = referenceKey(reference)
    const beside = targets.find(({ type, id }) => `${type}/${id}` === key)
    const [type = '', id = ''] = key.split('/')
    const kept = beside ? null : await view.read(type, id)
    const one = beside?.resource ?? beside?.before?.resource ?? (kept?.ok ? kept.value.resource : null)
    if (one && !(await wasAnother(one, reference, view))) found.set(reference, one)
  }
  return (reference) => found.get(reference) ?? null
}

const nothing = () => null
async function wasAnother(now: Resource, reference: string, view: View): Promise<boolean> {
  const named = /\/_history\/(\d+)$/.exec(reference)?.[1]
  if (named === undefined || typeof now.id !== 'string') return false
  const then = (await view.history(now.resourceType, now.id)).find(({ version }) => version === Number(named))?.resource
  // Other systems count versions of their own: one that never was here says nothing.
  return then ? canonical(conceptsOf(then)) !== canonical(conceptsOf(now)) : false
}
const linksOf = (resource: Resource): readonly JsonObject[] => {
  const { reasonReference, partOf } = resource
  const others = reasonReference === undefined && partOf === undefined ? none : [reasonReference, partOf].flat()
  return [...productLinks(resource), ...others.filter(isObject)]
}
const none: readonly unknown[] = []

/** The medicines that one names and that stand by themselves. */
export async function medicinesBeside(
  resource: Resource,
  targets: readonly Target[],
  view: View,
): Promise<readonly Resource[]> {
  const links = productLinks(resource)
  if (links.length === 0) return []
  const find = await referred(resource, targets, view)
  return links.flatMap(({ reference }) => (typeof reference === 'string' ? (find(reference) ?? []) : []))
}
