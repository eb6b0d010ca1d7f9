import type { Resource } from '@facialis/record'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import { isEmpty } from '../r4/faults.ts'
import type { Intent } from './intent.ts'

/** More than anybody changes at once. */
const mostOperations = 1000
/** Of one path: longer than any that leads somewhere, and it is told, and kept in the trail, where it leads nowhere. */
const longestPath = 1000
/** Signs of JSON that a patch may copy in all. A list that is copied into itself doubles each time. */
const mostCopied = 100_000
const notAPatch =
  'A JSON Patch is a list of operations, each with "op" and "path", and "value" for add, replace and test.'

/** Applies a JSON Patch (RFC 6902) to a resource. Problems: `bad-patch`, `patch-failed`, `too-long`. */
export async function applyJsonPatch(patch: unknown, resource: Resource, intent: Intent): Promise<Result<Resource>> {
  const where = intent.where === '' ? '' : `${intent.where}.resource`
  if (Array.isArray(patch) && patch.length > mostOperations)
    return refuse(422, 'too-long', `A patch has at most ${mostOperations} operations.`, { where })
  if (!Array.isArray(patch) || !patch.every(isOperation)) return refuse(400, 'bad-patch', notAPatch, { where })
  // Loaded when the first patch comes in, as the definitions are.
  const { applyPatch } = await import('@medplum/core')
  const patched = structuredClone(resource) as Resource & { meta?: unknown }
  let copied = 0
  for (const [index, operation] of (patch as readonly Operation[]).entries()) {
    const { op, path, from } = operation
    const place = { where: `${where}[${index}]` }
    if (op === 'copy' && from !== undefined) copied += JSON.stringify(valueAt(patched, from))?.length ?? 0
    if (copied > mostCopied) return refuse(422, 'too-long', 'A patch cannot copy this much.', place)
    const leads = !isOfAll(operation) && [path, from ?? ''].every((pointer) => leadsOn(patched, pointer))
    if (!leads || applyPatch(patched, [operation as never])[0])
      return refuse(422, 'patch-failed', `The operation "${op}" cannot be done at ${JSON.stringify(path)}.`, place)
  }
  if (patched.resourceType !== resource.resourceType || patched.id !== resource.id)
    return refuse(422, 'patch-failed', 'A patch changes neither the type nor the id of a resource.', { where })
  return ok(withoutEmptied(patched) as Resource)
}

/** R4 has no empty list: whoever takes the last telephone number out of one means that there is none. */
function withoutEmptied(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutEmptied)
  if (typeof json !== 'object' || json === null) return json
  const kept = Object.entries(json).map(([name, inner]) => [name, withoutEmptied(inner)] as const)
  return Object.fromEntries(kept.filter(([, inner]) => inner === '' || !isEmpty(inner)))
}

const operations = new Set(['add', 'remove', 'replace', 'move', 'copy', 'test'])
// Without their value these would take away what stands there, or agree with what does not.
const withValue = new Set(['add', 'replace', 'test'])
const isOperation = (one: unknown): boolean =>
  typeof one === 'object' &&
  one !== null &&
  'op' in one &&
  operations.has(String(one.op)) &&
  (!withValue.has(String(one.op)) || 'value' in one) &&
  'path' in one &&
  isPointer(one.path) &&
  ((!('from' in one) && one.op !== 'move' && one.op !== 'copy') ||
    ('from' in one && isPointer(one.from) && !isIntoItself(one.op, String(one.from), String(one.path))))

// What is moved into a part of itself is nowhere afterwards.
const isIntoItself = (op: unknown, from: string, to: string): boolean => op === 'move' && to.startsWith(`${from}/`)

// A pointer through the prototype of an object would change more than the resource.
const isPointer = (path: unknown): boolean =>
  typeof path === 'string' &&
  path.length <= longestPath &&
  (path === '' || path.startsWith('/')) &&
  path.split('/').every((part) => part !== 'prototype' && !(part in Object.prototype))

// A resource is neither taken out of itself nor put in its own place.
const isOfAll = ({ op, path, from }: Operation): boolean =>
  (op !== 'test' && path === '') || (op === 'move' && from === '')

type Operation = Readonly<{ op: string; path: string; from?: string }>

// A word or a number has no members to put something among, and a list only numbered ones: what applies patches would throw.
const leadsOn = (json: unknown, pointer: string): boolean => {
  if (pointer === '') return true
  const last = pointer.lastIndexOf('/')
  const before = valueAt(json, pointer.slice(0, last))
  if (Array.isArray(before)) return /^(0|[1-9]\d*|-)$/.test(pointer.slice(last + 1))
  return typeof before === 'object' && before !== null
}

/** What a JSON Pointer leads to, or undefined. */
const valueAt = (json: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Record<string, unknown>)[part]
          : undefined,
      json,
    )
