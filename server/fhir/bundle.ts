import { isObject } from '@facialis/fhir/json/json.ts'
import type { Resource } from '@facialis/record'
import { ok, type Refusal, type Result, refusalOf, refuse, refusedAt } from '../ground/problem.ts'
import { outcomeOf } from '../http/outcome.ts'
import { personOf } from '../http/tell-refusal.ts'
import { versionOfEtag } from '../http/version.ts'
import { actingRole } from '../identity/account.ts'
import { isServed } from '../indexed/parameters.ts'
import { history } from './history.ts'
import { readOne } from './read.ts'
import type { Pairs } from './search/asked.ts'
import { everything } from './search/everything.ts'
import { searchIn } from './search/in-compartment.ts'
import type { Ours } from './search/own-address.ts'
import { type Searching, search } from './search/search.ts'
import { etagOf } from './served/answer.ts'
import { filled } from './served/filled.ts'
import { locationOf, type Wanted } from './write/answer-written.ts'
import { conditionSent } from './write/condition-sent.ts'
import type { Intent } from './write/intent.ts'
import { sentBeside } from './write/references.ts'
import { writeAll } from './write/write-all.ts'
import type { Written } from './write/written.ts'

/** As many as one transaction of the record takes well. */
const mostEntries = 500
/** A read may answer with hundreds of resources: many of them in one bundle would fill the memory of the server. */
const mostReads = 100
const mostFound = 5000

export type Bundling = Searching & Readonly<{ idempotencyKey: string | null; confirmed: boolean; wanted: Wanted }>

type Step = Readonly<{ where: string }> &
  (Readonly<{ intent: Intent }> | Readonly<{ get: string }> | Readonly<{ wrong: Refusal }>)

/**
 * Several requests in one. A transaction is done as a whole or not at all, judged by the record as it was before; the
 * entries of a batch stand for themselves.
 */
export async function doBundle(bundle: Resource, bundling: Bundling): Promise<Result<Resource>> {
  const { type, entry = [] } = bundle
  if (bundle.resourceType !== 'Bundle' || (type !== 'transaction' && type !== 'batch'))
    return refuse(400, 'bundle-type', 'A Bundle of type "transaction" or "batch" is expected.', {
      where: 'Bundle.type',
    })
  if (!Array.isArray(entry))
    return refuse(400, 'bad-entry', 'The entries of a bundle are a list.', { where: 'Bundle.entry' })
  if (entry.length > mostEntries)
    return refuse(413, 'too-large', `A bundle has at most ${mostEntries} entries.`, { where: 'Bundle.entry' })
  if (entry.filter(isRead).length > mostReads)
    return refuse(413, 'too-large', `A bundle reads at most ${mostReads} times.`, { where: 'Bundle.entry' })
  const steps = entry.map((one, index) => stepOf(one, { where: `Bundle.entry[${index}]`, ours: bundling.ours }))
  if (type === 'transaction') return transaction(steps, bundling)
  return (await usedForAnother(entry, bundling)) ?? batch(steps, bundling)
}

/** A key names a batch as a whole, before any entry of it is done: of another one under the same key some entries would be done and others not. */
async function usedForAnother(
  entry: unknown,
  { clinic, who, requestId, idempotencyKey }: Bundling,
): Promise<Refusal | null> {
  if (idempotencyKey === null) return null
  const action = 'fhir-batch'
  const known = await clinic.record.act({
    actor: { id: who.id, role: actingRole(who) },
    action,
    requestId,
    idempotencyKey,
    idempotencyBody: { action, entry },
    changes: [],
  })
  return known.ok ? null : refusalOf(known.problem)
}

const isRead = (entry: unknown): boolean => isObject(entry) && isObject(entry.request) && entry.request.method === 'GET'

async function transaction(steps: readonly Step[], bundling: Bundling): Promise<Result<Resource>> {
  const refused = steps.find((step) => 'wrong' in step)
  if (refused) return refused.wrong
  const intents = steps.flatMap((step) => ('intent' in step ? [step.intent] : []))
  const written =
    intents.length === 0
      ? ok([] as readonly Written[])
      : await writeAll(intents, { ...bundling, action: 'fhir-transaction' })
  if (!written.ok) return written
  const gotten = reading(bundling)
  const entries: object[] = []
  let next = 0
  for (const step of steps) {
    if ('get' in step) {
      // Read after what was written, as the standard says; what cannot be read does not undo it.
      entries.push(await gotten(step))
    } else entries.push(writtenEntry(written.value[next++] as Written, bundling.wanted))
  }
  return ok({ resourceType: 'Bundle', type: 'transaction-response', ...filled({ entry: entries }) } as Resource)
}

async function batch(steps: readonly Step[], bundling: Bundling): Promise<Result<Resource>> {
  const entries: object[] = []
  const gotten = reading(bundling)
  const along = sentBeside(steps.flatMap((step) => ('intent' in step ? [step.intent] : [])))
  for (const [index, step] of steps.entries()) {
    if ('wrong' in step) {
      await tellWrong(step.wrong, bundling)
      entries.push(refusedEntry(step.wrong))
    } else if ('get' in step) entries.push(await gotten(step))
    else {
      const key = bundling.idempotencyKey
      const idempotencyKey = key === null ? null : `${key}.${index}`
      const written = await writeAll([step.intent], {
        ...bundling,
        along,
        action: `fhir-${step.intent.method}`,
        idempotencyKey,
      })
      entries.push(written.ok ? writtenEntry(written.value[0] as Written, bundling.wanted) : refusedEntry(written))
    }
  }
  return ok({ resourceType: 'Bundle', type: 'batch-response', ...filled({ entry: entries }) } as Resource)
}

/** Behind the status of the bundle nobody would see what was wrong with one of its entries. */
async function tellWrong({ problem }: Refusal, { clinic, who, requestId }: Bundling): Promise<void> {
  const what = 'an entry of a bundle'
  await clinic.unfitWrites.refused({ who, what, code: problem.code, patientIds: [], requestId })
}

const statuses: Readonly<Record<number, string>> = {
  200: '200 OK',
  201: '201 Created',
  204: '204 No Content',
  400: '400 Bad Request',
  403: '403 Forbidden',
  404: '404 Not Found',
  405: '405 Method Not Allowed',
  409: '409 Conflict',
  410: '410 Gone',
  412: '412 Precondition Failed',
  422: '422 Unprocessable Entity',
  413: '413 Content Too Large',
  428: '428 Precondition Required',
}

const writtenEntry = (written: Written, wanted: Wanted): object => ({
  ...(wanted === 'representation' && written.resource !== null ? { resource: written.resource } : {}),
  response: {
    status: statuses[written.status],
    ...(written.version === null
      ? {}
      : { location: locationOf(written), etag: etagOf(written.version), lastModified: written.lastUpdated }),
  },
})

const refusedEntry = (refusal: Refusal): object => ({
  response: { status: statuses[refusal.status] ?? String(refusal.status), outcome: outcomeOf(refusal) },
})

/** The reads of one bundle, which together answer with so many resources and not more. */
function reading(searching: Searching): (step: Readonly<{ get: string; where: string }>) => Promise<object> {
  let found = 0
  return async ({ get, where }) => {
    const sentence = `The reads of one bundle answer with about ${mostFound} resources: ask for the rest by itself.`
    if (found >= mostFound) return refusedEntry(refuse(413, 'too-costly', sentence, { where: `${where}.request.url` }))
    const answered = await gottenBy(get, searching)
    if (!answered.ok) {
      await tellNotGotten(answered, { get, where }, searching)
      return refusedEntry(refusedAt(answered, `${where}.request.url`))
    }
    found += Array.isArray(answered.value.entry) ? answered.value.entry.length : 1
    return { resource: answered.value, response: { status: statuses[200] } }
  }
}

/** Behind the status of the bundle nobody would see it. It is told of whom it was about, as by itself. */
async function tellNotGotten(refusal: Refusal, asked: Readonly<{ get: string; where: string }>, searching: Searching) {
  const { clinic, who, requestId } = searching
  const [type = '', id = ''] = pathOf(asked.get)
  const patientId = await personOf(type, id, clinic.record)
  const { code } = refusal.problem
  // What is said of a search that is none repeats what was typed.
  const sentence = refusal.status === 400 ? 'What was asked is not understood.' : refusal.problem.sentence
  await clinic.record.auditRead({
    actor: { id: who.id, role: actingRole(who) },
    action: 'asked-and-refused',
    outcome: 'refused',
    what: 'GET in a bundle',
    problem: { code, sentence, where: `${asked.where}.request.url` },
    patientIds: patientId === null ? [] : [patientId],
    requestId,
  })
}

const pathOf = (url: string): readonly string[] => (url.split('?', 1)[0] ?? '').replace(/^\//, '').split('/')

async function gottenBy(url: string, searching: Searching): Promise<Result<Resource>> {
  const parts = pathOf(url)
  const [type = '', id, inside, version] = parts
  const pairs = pairsIn(url) ?? []
  if (type === '_history' && id === undefined)
    return history({ type: null, id: null }, Object.fromEntries(pairs), searching)
  if (parts.length > 1 && parts.at(-1) === '_history' && isServed(type))
    return history({ type, id: parts.length === 3 ? (id ?? null) : null }, Object.fromEntries(pairs), searching)
  if (type === 'Patient' && id !== undefined && parts.length === 3 && inside === '$everything')
    return everything(id, pairs, searching)
  if (parts.slice(0, 3).some((part, at) => /^[_$]/.test(part) && !(at === 2 && part === '_history')))
    return refuse(400, 'bad-entry', 'This cannot be asked inside a bundle.')
  if (parts.length === 1 && isServed(type)) return search(type, pairs, searching)
  if (parts.length === 3 && id !== undefined && inside !== undefined)
    return searchIn({ compartment: type, id, type: inside }, pairs, searching)
  return id !== undefined && (parts.length === 2 || (parts.length === 4 && inside === '_history'))
    ? readOne({ type, id, ...(version === undefined ? {} : { version }) }, searching)
    : refuse(404, 'not-found', 'There is nothing here that you may open.')
}

/** What stands behind the first `?`, which may hold others; null where there is none. */
function pairsIn(url: string): Pairs | null {
  const at = url.indexOf('?')
  return at < 0 ? null : [...new URLSearchParams(url.slice(at + 1))]
}

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
function stepOf(entry: unknown, { where, ours }: Readonly<{ where: string; ours: Ours }>): Step {
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
  const [type = '', id, ...more] = pathOf(request.url)
  const pairs = pairsIn(request.url)
  const ifMatch = typeof request.ifMatch === 'string' ? versionOfEtag(request.ifMatch) : null
  if (request.ifMatch !== undefined && ifMatch === null)
    return wrong('bad-if-match', 'ifMatch holds one version, such as W/"7".', 'request.ifMatch')
  if (request.ifNoneExist !== undefined && typeof request.ifNoneExist !== 'string')
    return wrong('bad-entry', 'ifNoneExist is a search, such as "identifier=…".', 'request.ifNoneExist')
  const which = { id: id ?? null, search: pairs, ifMatch }
  const common = { where, type, ...(typeof fullUrl === 'string' ? { fullUrl } : {}) }
  const isPlain = more.length === 0 && !type.startsWith('$') && (id === undefined || !/^[$_]/.test(id))
  if (request.method === 'GET') return { where, get: request.url }
  if (!isPlain || type === '') return wrong('bad-entry', 'This cannot be asked inside a bundle.', 'request.url')
  switch (request.method) {
    case 'POST': {
      if (id !== undefined || !isResource(resource))
        return wrong('bad-entry', 'What is to be made is a resource, and its address a type.', 'resource')
      const ifNoneExist = request.ifNoneExist === undefined ? null : conditionSent(request.ifNoneExist, type, ours)
      return { where, intent: { ...common, method: 'create', resource, ifNoneExist } }
    }
    case 'PUT':
      if (!isResource(resource) || (id === undefined && pairs === null))
        return wrong('bad-entry', 'What is to be written is a resource, and its address names one.', 'resource')
      return { where, intent: { ...common, ...which, method: 'update', resource } }
    case 'PATCH': {
      const patch = patchIn(resource)
      if (patch === null || (id === undefined && pairs === null))
        return wrong('bad-patch', 'A patch inside a bundle is a JSON Patch in a Binary.', 'resource')
      return { where, intent: { ...common, ...which, method: 'patch', patch } }
    }
    case 'DELETE':
      if (id === undefined && pairs === null)
        return wrong('bad-entry', 'What is taken back is named by its id, or by a search.', 'request.url')
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
