import { isObject } from '@facialis/fhir/json/json.ts'
import type { Resource } from '@facialis/record'
import { type Refusal, refuse } from '../core/refusal.ts'
import { versionOfEtag } from '../http/version.ts'
import { pairsIn, pathOf } from './bundle-address.ts'
import { asStoredReference, type BaseUrls } from './search/base-urls.ts'
import type { Intent } from './write/intent.ts'
import { conditionInUrlRefusal, parseCondition } from './write/parse-condition.ts'

/** What an entry asks for, and where it stands in the bundle. */
export type Step = Readonly<{ where: string }> &
  (Readonly<{ intent: Intent }> | Readonly<{ get: string }> | Readonly<{ wrong: Refusal }>)

/** What a request of an entry may say. A condition that is misspelt would else be no condition, and make a second one. */
const askable = new Set([
  'method',
  'url',
  'ifNoneMatch',
  'ifModifiedSince',
  'ifMatch',
  'ifNoneExist',
  'id',
  'extension',
  'modifierExtension',
])

/** One entry as a request; what is wrong with it, with its place. */
export function stepOf(entry: unknown, { where, ours }: Readonly<{ where: string; ours: BaseUrls }>): Step {
  const wrong = (code: string, sentence: string, inside: string): Step => ({
    where,
    wrong: refuse(400, code, sentence, { where: `${where}.${inside}` }),
  })
  if (!isObject(entry) || !isObject(entry.request)) return wrong('bad-entry', 'An entry says what is asked.', 'request')
  const { request, resource, fullUrl } = entry
  if (typeof request.url !== 'string') return wrong('bad-entry', 'A request has an address.', 'request.url')
  const misspelt = Object.keys(request).find((name) => !askable.has(name.replace(/^_/, '')))
  if (misspelt !== undefined)
    return wrong('bad-entry', 'A request of a bundle has no such member.', `request.${misspelt}`)
  // Some clients write the whole address, where the standard has what stands behind the base.
  const url = asStoredReference(ours)(request.url)
  const [type = '', id, ...more] = pathOf(url)
  const pairs = pairsIn(url)
  const ifMatch = typeof request.ifMatch === 'string' ? versionOfEtag(request.ifMatch) : null
  if (request.ifMatch !== undefined && ifMatch === null)
    return wrong('bad-if-match', 'ifMatch holds one version, such as W/"7".', 'request.ifMatch')
  if (request.ifNoneExist !== undefined && typeof request.ifNoneExist !== 'string')
    return wrong('bad-entry', 'ifNoneExist is a search, such as "identifier=…".', 'request.ifNoneExist')
  const which = { id: id ?? null, search: pairs, ifMatch }
  const common = { where, type, ...(typeof fullUrl === 'string' ? { fullUrl } : {}) }
  const isPlain = more.length === 0 && !type.startsWith('$') && (id === undefined || !/^[$_]/.test(id))
  if (request.method === 'GET') return { where, get: url }
  if (!isPlain || type === '') return wrong('bad-entry', 'This cannot be asked inside a bundle.', 'request.url')
  switch (request.method) {
    case 'POST': {
      if (id !== undefined || !isResource(resource))
        return wrong('bad-entry', 'To create, send a resource to the address of its type.', 'resource')
      const elsewhere = conditionInUrlRefusal(pairs ?? [], () => `${where}.request.url`)
      if (elsewhere !== null) return { where, wrong: elsewhere }
      const ifNoneExist = request.ifNoneExist === undefined ? null : parseCondition(request.ifNoneExist, type, ours)
      return { where, intent: { ...common, method: 'create', resource, ifNoneExist } }
    }
    case 'PUT':
      if (!isResource(resource) || (id === undefined && pairs === null))
        return wrong('bad-entry', 'To write, send a resource to the address of that resource.', 'resource')
      return { where, intent: { ...common, ...which, method: 'update', resource } }
    case 'PATCH': {
      const patch = patchIn(resource)
      if (patch === null || (id === undefined && pairs === null))
        return wrong('bad-patch', 'A patch inside a bundle is a JSON Patch in a Binary.', 'resource')
      return { where, intent: { ...common, ...which, method: 'patch', patch } }
    }
    case 'DELETE':
      if (id === undefined && pairs === null)
        return wrong('bad-entry', 'Name what to delete by its id, or by a search.', 'request.url')
      return { where, intent: { ...common, ...which, method: 'delete' } }
    default:
      return wrong('bad-entry', 'A request is GET, POST, PUT, PATCH or DELETE.', 'request.method')
  }
}

const isResource = (value: unknown): value is Resource => isObject(value) && typeof value.resourceType === 'string'

function patchIn(resource: unknown): unknown {
  if (!isResource(resource) || resource.resourceType !== 'Binary' || typeof resource.data !== 'string') return null
  try {
    return JSON.parse(Buffer.from(resource.data, 'base64').toString('utf8')) as unknown
  } catch {
    return null
  }
}
