import type { Sort } from '@facialis/record'
import { ok, type Result } from '../../core/refusal.ts'
import { type Parameter, parametersOf } from '../../search-indexing/parameters.ts'
import { keptUnder } from '../../search-indexing/values.ts'
import { countOfSearch, mostOnAPage } from './count-and-since.ts'
import { type Criterion, criterionOf } from './criterion.ts'
import { isIgnored } from './ignored-parameters.ts'
import { badParameter, parameterOf } from './parameter.ts'
import { unsupportedParameter } from './unsupported-parameter.ts'

/** The name-value pairs of a query string or form; a name may repeat. */
export type Pairs = readonly (readonly [name: string, value: string])[]

export type Include = Readonly<{ type: string; parameter: Parameter; target: string | null }>

/** A parsed search. */
export type SearchRequest = Readonly<{
  type: string
  criteria: readonly Criterion[]
  sort: readonly Sort[]
  count: number
  /** Only how many there are. */
  onlyTotal: boolean
  total: boolean
  include: readonly Include[]
  revinclude: readonly Include[]
  /** Left out because nobody here knows them, where the asker wants that. */
  unknown: readonly string[]
  /** What of it was heeded: a bundle names just this as what was asked, by which an asker sees what else to look at. */
  heeded: Pairs
}>

const usualCount = 50
/** More than these no database takes well, and nobody asks. */
const mostConditions = 50
const mostBeside = 20

/** What says how to answer rather than what to look for, and what it changes in what was asked so far. */
const howToAnswer: Readonly<Record<string, (value: string, asked: SearchRequest) => Result<Partial<SearchRequest>>>> = {
  _count: (value) => {
    const written = countOfSearch(value)
    if (!written.ok) return written
    const count = Math.min(written.value, mostOnAPage)
    return ok(count === 0 ? { count, onlyTotal: true } : { count })
  },
  _total: (value) =>
    ['none', 'estimate', 'accurate'].includes(value)
      ? ok({ total: value !== 'none' })
      : badParameter('_total', '_total is none, estimate or accurate.'),
  _summary: (value) =>
    value === 'count'
      ? ok({ onlyTotal: true })
      : badParameter('_summary', '_summary is count, true, text, data or false.'),
  _sort: (value, { type }) => {
    const sort = sortOf(type, value)
    return sort.ok ? ok({ sort: sort.value }) : sort
  },
  _include: (value, asked) => besideOf('_include', value, asked),
  _revinclude: (value, asked) => besideOf('_revinclude', value, asked),
}

/** Parses a search. `lenient`: unknown parameters are ignored and reported instead of refused (`Prefer: handling=lenient`). */
export function parseSearch(
  type: string,
  pairs: Pairs,
  { lenient }: Readonly<{ lenient: boolean }>,
): Result<SearchRequest> {
  const unknown: string[] = []
  let asked: SearchRequest = {
    type,
    criteria: [],
    sort: [],
    count: usualCount,
    onlyTotal: false,
    total: false,
    include: [],
    revinclude: [],
    unknown,
    heeded: pairs,
  }
  for (const pair of pairs) {
    const [name, value] = pair
    if (name === '_page' || isIgnored(name, value)) continue
    if (asked.criteria.length >= mostConditions)
      return badParameter(name, `A search has at most ${mostConditions} conditions.`, 'too-much-asked')
    const off = unsupportedParameter(name)
    const read = off ?? withParameter(name, value, asked)
    if (read.ok) asked = { ...asked, ...read.value }
    else if (lenient && (off !== null || read.problem.code === 'unknown-parameter')) {
      unknown.push(name)
      asked = { ...asked, heeded: asked.heeded.filter((one) => one !== pair) }
    } else return read
  }
  return ok({ ...asked, total: asked.total || asked.onlyTotal })
}

/** What one more parameter changes in what was asked so far. */
function withParameter(name: string, value: string, asked: SearchRequest): Result<Partial<SearchRequest>> {
  const how = Object.hasOwn(howToAnswer, name) ? howToAnswer[name] : undefined
  if (how !== undefined) return how(value, asked)
  const read = criterionOf(asked.type, name, value)
  return read.ok ? ok({ criteria: [...asked.criteria, read.value] }) : read
}

function besideOf(
  name: '_include' | '_revinclude',
  value: string,
  asked: SearchRequest,
): Result<Partial<SearchRequest>> {
  const read = includeOf(name, value, asked.type)
  if (!read.ok) return read
  if (asked.include.length + asked.revinclude.length + read.value.length > mostBeside)
    return badParameter(name, `At most ${mostBeside} things are sent beside what is found.`, 'too-much-asked')
  return ok(
    name === '_include'
      ? { include: [...asked.include, ...read.value] }
      : { revinclude: [...asked.revinclude, ...read.value] },
  )
}

function sortOf(type: string, value: string): Result<readonly Sort[]> {
  const rules: Sort[] = []
  // Ids settle every order, and go up as it is: what is named behind them puts nothing in another place.
  let isSettled = false
  for (const word of value.split(',')) {
    const descending = word.startsWith('-')
    const name = descending ? word.slice(1) : word
    if (name === '_id' && descending) return badParameter('_sort', 'Sorting by _id is ascending only.')
    const by = name === '_id' ? null : sortedBy(type, name)
    if (by === undefined) return badParameter('_sort', `${type} cannot be sorted by ${JSON.stringify(name)}.`)
    if (by === null) isSettled = true
    else if (!isSettled) rules.push({ by, descending })
  }
  if (rules.length > 3) return badParameter('_sort', 'A search can be sorted by at most three parameters.')
  return ok(rules)
}

function sortedBy(type: string, name: string): Sort['by'] | undefined {
  if (name === '_lastUpdated') return 'written'
  const parameter = parameterOf(type, name)
  if (parameter === undefined || parameter.either !== undefined) return undefined
  const { values, from } = keptUnder(parameter)
  return { name: parameter.kind === 'date' ? from : values }
}

function includeOf(name: string, value: string, type: string): Result<readonly Include[]> {
  const [source = '', by = '', target = null, ...more] = value.split(':')
  const isOwn = name === '_include'
  if (more.length > 0 || !Object.hasOwn(parametersOf, source) || (isOwn && source !== type))
    return badParameter(
      name,
      `${name} is written ${isOwn ? type : 'Type'}:parameter or ${isOwn ? type : 'Type'}:parameter:Target.`,
    )
  const links = (parametersOf[source] ?? []).filter(({ kind }) => kind === 'reference')
  const found = isOwn && by === '*' ? links : links.filter((one) => one.name === by)
  if (found.length === 0) return badParameter(name, `${source} has no reference parameter ${JSON.stringify(by)}.`)
  if (!isOwn && !found.some(({ targets }) => targets?.includes(type)))
    return badParameter(name, `${source}:${by} does not lead to ${type}.`)
  return ok(found.map((parameter) => ({ type: source, parameter, target })))
}
