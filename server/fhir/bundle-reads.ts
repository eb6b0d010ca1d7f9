import type { Resource } from '@facialis/record'
import { type Refusal, type Result, refuse, refusedAt } from '../core/refusal.ts'
import { patientIdOf } from '../http/audit-refusal.ts'
import { actingRole } from '../identity/account.ts'
import { isServed } from '../search-indexing/parameters.ts'
import { pairsIn, pathOf } from './bundle-address.ts'
import { refusedEntry } from './bundle-answers.ts'
import { history } from './history.ts'
import { readOne } from './read.ts'
import { everything } from './search/everything.ts'
import { searchIn } from './search/in-compartment.ts'
import { type SearchContext, search } from './search/search.ts'

/** What the reads of a bundle answer with stands in memory until the last of them is done. */
const mostFound = 5000

/** The reads of one bundle, which together answer with so many resources and not more. */
export function bundleReads(
  searching: SearchContext,
): (step: Readonly<{ get: string; where: string }>) => Promise<object> {
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
    return { resource: answered.value, response: { status: '200 OK' } }
  }
}

/** Behind the status of the bundle nobody would see it. It is told of whom it was about, as by itself. */
async function tellNotGotten(
  refusal: Refusal,
  asked: Readonly<{ get: string; where: string }>,
  searching: SearchContext,
) {
  const { clinic, who, requestId } = searching
  const [type = '', id = ''] = pathOf(asked.get)
  const patientId = await patientIdOf(type, id, clinic.record)
  const { code } = refusal.problem
  // What is said of a search that is none repeats what was typed.
  const sentence = refusal.status === 400 ? 'The request was not understood.' : refusal.problem.sentence
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

async function gottenBy(url: string, searching: SearchContext): Promise<Result<Resource>> {
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
