import { compareText, type Present, type RecordView, type Where } from '@facialis/record'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import type { SignedIn } from '../../identity/account.ts'
import { parametersOf } from '../../search-indexing/parameters.ts'
import { keptUnder, referenceKey, valuesAt } from '../../search-indexing/values.ts'
import { hiddenFrom, mayRead } from '../responses/may-read.ts'
import type { Criterion } from './criterion.ts'
import type { Include, SearchRequest } from './search-request.ts'

export type Page = Readonly<{
  matches: readonly Present[]
  included: readonly Present[]
  /** Where the next page begins; null on the last. */
  next: string | null
  total: number | null
  /** Not everything that refers to the matches is here. */
  isCut: boolean
}>

export type Finding = Readonly<{ view: RecordView; who: SignedIn; asOf: number; after?: string | undefined }>

/** More than this is no condition any more. */
const mostThrough = 1000
const mostReferring = 1000

export const snapshotExpired = () =>
  refuse(410, 'page-over', 'Too much has been written since the first page to show the rest as it was. Search again.')

/** One page of a search, of one point of the record, with what was asked for beside it; nothing the asker may not read. */
export async function runSearch(asked: SearchRequest, finding: Finding): Promise<Result<Page>> {
  const { view, who, asOf, after } = finding
  const where = await wheresOf(asked, { view, who, asOf: () => asOf })
  if (!where.ok) return where
  const question = { type: asked.type, where: [...where.value, ...hiddenFrom(who, asked.type)], asOf }
  const total = asked.total ? await view.count(question) : null
  if (total === 'moved-on') return snapshotExpired()
  if (asked.onlyTotal) return ok({ matches: [], included: [], next: null, total, isCut: false })
  const found = await view.searchAsOf({
    ...question,
    order: asked.sort,
    limit: asked.count,
    ...(after === undefined ? {} : { after }),
  })
  if (found === 'moved-on') return snapshotExpired()
  const forward = await included(asked.include, found.resources, finding)
  const backward = await referring(asked.revinclude, found.resources, finding)
  if (!backward.ok) return backward
  const seen = new Set(found.resources.map(addressOf))
  const beside = [...forward, ...backward.value.resources].filter((one) => {
    const isNew = !seen.has(addressOf(one))
    seen.add(addressOf(one))
    return isNew && mayRead(who, one.resource)
  })
  return ok({ matches: found.resources, included: beside, next: found.next, total, isCut: backward.value.isCut })
}

const addressOf = ({ type, id }: Pick<Present, 'type' | 'id'>): string => `${type}/${id}`

type OfType = Readonly<{ type: string; criteria: readonly Criterion[] }>
type Looking = Pick<Finding, 'who'> &
  Readonly<{ view: Pick<RecordView, 'searchAsOf'>; asOf: () => number | Promise<number> }>

async function wheresOf({ type: own, criteria }: OfType, finding: Looking): Promise<Result<readonly Where[]>> {
  const wheres: Where[] = []
  for (const criterion of criteria) {
    if ('where' in criterion) {
      wheres.push(criterion.where)
      continue
    }
    if ('from' in criterion) {
      const { from: type, by, criteria: further } = criterion
      const through = await allThrough({ type, criteria: further }, `_has:${type}:${by.name}`, finding)
      if (!through.ok) return through
      wheres.push({ ids: [...new Set(through.value.flatMap(({ resource }) => idsNamed(resource, by.paths, own)))] })
      continue
    }
    const keys: string[] = []
    for (const to of criterion.to) {
      const through = await allThrough(to, criterion.through.name, finding)
      if (!through.ok) return through
      keys.push(...through.value.map(addressOf))
    }
    wheres.push({ name: keptUnder(criterion.through).values, anyOf: keys })
  }
  return ok(wheres)
}

/** Everything of a type that a condition in the middle of another one is about. */
async function allThrough(of: OfType, name: string, finding: Looking): Promise<Result<readonly Present[]>> {
  const where = await wheresOf(of, finding)
  if (!where.ok) return where
  const through = await finding.view.searchAsOf({
    type: of.type,
    where: [...where.value, ...hiddenFrom(finding.who, of.type)],
    limit: mostThrough,
    asOf: await finding.asOf(),
  })
  if (through === 'moved-on') return snapshotExpired()
  if (through.next === null) return ok(through.resources)
  return refuse(
    400,
    'too-many-through',
    `More than ${mostThrough} resources match the condition about another resource; narrow it down.`,
    { where: `http.${name}` },
  )
}

function idsNamed(resource: unknown, paths: readonly string[], type: string): readonly string[] {
  return paths
    .flatMap((path) => valuesAt(resource, path))
    .map(keyOf)
    .flatMap((key) => (key.startsWith(`${type}/`) ? [key.slice(type.length + 1)] : []))
}

/** What the matches refer to, as it was then. */
async function included(
  asked: readonly Include[],
  matches: readonly Present[],
  { view, asOf }: Finding,
): Promise<readonly Present[]> {
  const wanted = new Map<string, Set<string>>()
  for (const include of asked)
    for (const { resource } of matches)
      for (const [type, id] of referredTo(resource, include)) wanted.set(type, (wanted.get(type) ?? new Set()).add(id))
  const found: Present[] = []
  for (const [type, ids] of wanted)
    for (const version of await view.readAsOf(type, [...ids].sort(compareText), asOf))
      if (version.resource !== null) found.push({ ...version, resource: version.resource })
  return found
}

/** What a resource refers to under one parameter, as far as that may be included: type and id. */
function* referredTo(resource: unknown, { parameter, target }: Include): Generator<readonly [string, string]> {
  for (const path of parameter.paths)
    for (const value of valuesAt(resource, path)) {
      const [type, id, ...more] = keyOf(value).split('/')
      if (!type || !id || more.length > 0 || parametersOf[type] === undefined) continue
      if ((target === null || type === target) && parameter.targets?.includes(type)) yield [type, id]
    }
}

const keyOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'reference' in value && typeof value.reference === 'string'
    ? referenceKey(value.reference)
    : ''

/** What refers to the matches. */
async function referring(
  asked: readonly Include[],
  matches: readonly Present[],
  { view, who, asOf }: Finding,
): Promise<Result<Readonly<{ resources: readonly Present[]; isCut: boolean }>>> {
  const resources: Present[] = []
  let isCut = false
  if (matches.length === 0) return ok({ resources, isCut })
  for (const { type, parameter } of asked) {
    const where = { name: keptUnder(parameter).values, anyOf: matches.map(addressOf) }
    const found = await view.searchAsOf({
      type,
      where: [where, ...hiddenFrom(who, type)],
      limit: mostReferring,
      asOf,
    })
    if (found === 'moved-on') return snapshotExpired()
    resources.push(...found.resources)
    isCut ||= found.next !== null
  }
  return ok({ resources, isCut })
}

/** What a condition asks of the record. */
export type Searched = Pick<RecordView, 'search' | 'searchAsOf' | 'position'>

/** All current matches of a condition, inside the view's transaction. */
export async function findAll(
  asked: SearchRequest,
  { view, who, limit }: Readonly<{ view: Searched; who: SignedIn; limit: number }>,
): Promise<Result<readonly Present[]>> {
  const where = await wheresOf(asked, { view, who, asOf: view.position })
  if (!where.ok) return where
  const found = await view.search({ type: asked.type, where: [...where.value, ...hiddenFrom(who, asked.type)], limit })
  return ok(found.resources)
}
