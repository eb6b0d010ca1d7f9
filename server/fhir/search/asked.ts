import type { Sort, Where } from '@facialis/record'
import { ok, type Refusal, type Result, refuse } from '../../ground/problem.ts'
import { everywhere, type Parameter, parametersOf } from '../../indexed/parameters.ts'
import { type TimeSpan, timeSpanOf } from '../../indexed/time-spans.ts'
import { begins, keptUnder, referenceKey } from '../../indexed/values.ts'
import { countOfSearch } from './count-and-since.ts'
import { notOffered } from './not-offered.ts'

/** Names and values as they stand in an address or a form; a name may stand there several times. */
export type Pairs = readonly (readonly [name: string, value: string])[]

/** One condition: of the resource itself, of one that it refers to, or of one that refers to it. */
export type Criterion =
  | Readonly<{ where: Where }>
  | Readonly<{ through: Parameter; to: readonly Readonly<{ type: string; criteria: readonly Criterion[] }>[] }>
  | Readonly<{ from: string; by: Parameter; criteria: readonly Criterion[] }>

export type Include = Readonly<{ type: string; parameter: Parameter; target: string | null }>

/** A search as it was asked. */
export type Asked = Readonly<{
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
}>

const usualCount = 50
const mostCount = 500
/** More than these no database takes well, and nobody asks. */
const mostConditions = 50
const mostValues = 200
const mostBeside = 20
/** They say how to answer, and are heard elsewhere. */
const aside = new Set(['_format', '_pretty', '_page'])

export const parameterOf = (type: string, name: string): Parameter | undefined =>
  [...everywhere, ...(parametersOf[type] ?? [])].find((one) => one.name === name)

const wrong = (name: string, sentence: string, code = 'bad-value'): Refusal =>
  refuse(400, code, sentence, { where: `http.${name}` })

/** Reads a search. `lenient`: what nobody here knows is left out and told, instead of refused. */
export function searchAsked(type: string, pairs: Pairs, { lenient }: Readonly<{ lenient: boolean }>): Result<Asked> {
  const criteria: Criterion[] = []
  const include: Include[] = []
  const revinclude: Include[] = []
  const unknown: string[] = []
  let sort: readonly Sort[] = []
  let count = usualCount
  let onlyTotal = false
  let total = false
  for (const [name, value] of pairs) {
    if (aside.has(name)) continue
    if (criteria.length >= mostConditions)
      return wrong(name, `A search has at most ${mostConditions} conditions.`, 'too-much-asked')
    const off = notOffered(name, value)
    if (off !== null) {
      if (!lenient) return off
      unknown.push(name)
    } else if (name === '_count') {
      const written = countOfSearch(value)
      if (!written.ok) return written
      count = Math.min(written.value, mostCount)
      if (count === 0) onlyTotal = true
    } else if (name === '_total') {
      if (!['none', 'estimate', 'accurate'].includes(value)) return wrong(name, '_total is none, estimate or accurate.')
      total = value !== 'none'
    } else if (name === '_summary') {
      if (value !== 'count' && value !== 'false') return wrong(name, '_summary may only be count or false.')
      onlyTotal = value === 'count'
    } else if (name === '_sort') {
      const read = sortOf(type, value)
      if (!read.ok) return read
      sort = read.value
    } else if (name === '_include' || name === '_revinclude') {
      const read = includeOf(name, value, type)
      if (!read.ok) return read
      if (name === '_include') include.push(...read.value)
      else revinclude.push(...read.value)
      if (include.length + revinclude.length > mostBeside)
        return wrong(name, `At most ${mostBeside} things are sent beside what is found.`, 'too-much-asked')
    } else {
      const read = criterionOf(type, name, value)
      if (read.ok) criteria.push(read.value)
      else if (lenient && read.problem.code === 'unknown-parameter') unknown.push(name)
      else return read
    }
  }
  return ok({ type, criteria, sort, count, onlyTotal, total: total || onlyTotal, include, revinclude, unknown })
}

function sortOf(type: string, value: string): Result<readonly Sort[]> {
  const rules: Sort[] = []
  // Ids settle every order, and go up as it is: what is named behind them puts nothing in another place.
  let isSettled = false
  for (const word of value.split(',')) {
    const descending = word.startsWith('-')
    const name = descending ? word.slice(1) : word
    if (name === '_id' && descending) return wrong('_sort', 'By _id it is sorted upwards only.')
    const by = name === '_id' ? null : sortedBy(type, name)
    if (by === undefined) return wrong('_sort', `${type} cannot be sorted by ${JSON.stringify(name)}.`)
    if (by === null) isSettled = true
    else if (!isSettled) rules.push({ by, descending })
  }
  if (rules.length > 3) return wrong('_sort', 'A search is sorted by at most three things.')
  return ok(rules)
}

function sortedBy(type: string, name: string): Sort['by'] | undefined {
  if (name === '_lastUpdated') return 'written'
  const parameter = parameterOf(type, name)
  if (parameter === undefined) return undefined
  const { values, from } = keptUnder(parameter)
  return { name: parameter.kind === 'date' ? from : values }
}

function includeOf(name: string, value: string, type: string): Result<readonly Include[]> {
  const [source = '', by = '', target = null, ...more] = value.split(':')
  const isOwn = name === '_include'
  if (more.length > 0 || !Object.hasOwn(parametersOf, source) || (isOwn && source !== type))
    return wrong(
      name,
      `${name} is written ${isOwn ? type : 'Type'}:parameter or ${isOwn ? type : 'Type'}:parameter:Target.`,
    )
  const links = (parametersOf[source] ?? []).filter(({ kind }) => kind === 'reference')
  const found = isOwn && by === '*' ? links : links.filter((one) => one.name === by)
  if (found.length === 0) return wrong(name, `${source} has no reference parameter ${JSON.stringify(by)}.`)
  if (!isOwn && !found.some(({ targets }) => targets?.includes(type)))
    return wrong(name, `${source}:${by} does not lead to ${type}.`)
  return ok(found.map((parameter) => ({ type: source, parameter, target })))
}

/** `code:not`, `subject:Patient.identifier`, `patient.name`: a parameter, a word about it, and where it goes on. */
function criterionOf(type: string, name: string, value: string): Result<Criterion> {
  const most = name === '_id' ? mostCount : mostValues
  if (splitList(value).length > most) return wrong(name, `At most ${most} values stand in one list.`, 'too-much-asked')
  if (name.startsWith('_has:')) return referred(type, name, value)
  const dot = name.indexOf('.')
  const head = dot < 0 ? name : name.slice(0, dot)
  const colon = head.indexOf(':')
  const [plain, modifier] = colon < 0 ? [head, null] : [head.slice(0, colon), head.slice(colon + 1)]
  if ((plain === '_id' || plain === '_lastUpdated') && dot < 0) {
    if (modifier !== null) return unknownModifier(name, modifier, plain)
    const ids = splitList(value)
    if (ids.every(isBlank)) return wrong(name, `${name} has no value.`)
    return plain === '_id' ? ok({ where: { ids } }) : timeWhere(name, value, comparedWriting)
  }
  const parameter = parameterOf(type, plain)
  if (parameter === undefined)
    return wrong(name, `${type} cannot be searched by ${JSON.stringify(plain)} here.`, 'unknown-parameter')
  if (dot >= 0) return chained(parameter, { name, modifier, rest: name.slice(dot + 1), value })
  const names = keptUnder(parameter)
  const present = parameter.kind === 'date' ? names.from : names.values
  if (modifier === 'missing') {
    if (value !== 'true' && value !== 'false') return wrong(name, ':missing is true or false.')
    const has: Where = {
      any: [{ name: present }, ...(parameter.kind === 'reference' ? [{ name: names.identifier }] : [])],
    }
    return ok({ where: value === 'true' ? { not: has } : has })
  }
  // Of a list of nothing, `:not` would be true of everything.
  if (splitList(value).every(isBlank)) return wrong(name, `${name} has no value.`)
  return valuesWhere(parameter, { name, modifier, value }) ?? unknownModifier(name, modifier, plain)
}

const unknownModifier = (name: string, modifier: string | null, plain: string): Refusal =>
  wrong(name, `${JSON.stringify(`:${modifier}`)} is not known for ${plain}.`, 'unknown-modifier')

type Writing = Readonly<{ name: string; modifier: string | null; value: string }>

function chained(parameter: Parameter, { name, modifier, rest, value }: Writing & { rest: string }): Result<Criterion> {
  const { targets = [], kind } = parameter
  if (kind !== 'reference') return wrong(name, `${parameter.name} leads nowhere, so nothing follows it.`)
  if (rest.includes('.')) return wrong(name, 'A chain has one link.', 'unknown-modifier')
  const wanted = modifier === null ? targets : targets.filter((one) => one === modifier)
  const to = wanted.flatMap((type) => {
    const read = criterionOf(type, rest, value)
    return read.ok ? [{ type, criteria: [read.value] }] : []
  })
  if (to.length > 0) return ok({ through: parameter, to })
  const [only] = wanted
  const why = only === undefined ? null : criterionOf(only, rest, value)
  if (why && !why.ok && ['bad-value', 'too-much-asked'].includes(why.problem.code))
    return wrong(name, why.problem.sentence, why.problem.code)
  return wrong(
    name,
    `Nothing that ${parameter.name} leads to can be searched by ${JSON.stringify(rest)}.`,
    'unknown-parameter',
  )
}

/** `_has:Observation:patient:code`: those to whom another refers of which this is so. */
function referred(type: string, name: string, value: string): Result<Criterion> {
  const [, from = '', link = '', ...rest] = name.split(':')
  const further = rest.join(':')
  if (further === '' || !Object.hasOwn(parametersOf, from))
    return wrong(name, '_has is written _has:Type:reference:parameter.', 'unknown-parameter')
  const by = parameterOf(from, link)
  if (by?.kind !== 'reference' || !by.targets?.includes(type))
    return wrong(name, `${from}:${link} does not lead to ${type}.`, 'unknown-parameter')
  if (further.startsWith('_has:') || further.includes('.'))
    return wrong(name, 'A chain has one link.', 'unknown-modifier')
  const read = criterionOf(from, further, value)
  return read.ok ? ok({ from, by, criteria: [read.value] }) : wrong(name, read.problem.sentence, read.problem.code)
}

/** Null: the modifier is not known. */
function valuesWhere(parameter: Parameter, { name, modifier, value }: Writing): Result<Criterion> | null {
  const names = keptUnder(parameter)
  const words = splitList(value)
  switch (parameter.kind) {
    case 'token': {
      const meant = parameter.isCode ? words.map(withoutItsSystem) : words
      const where: Where = { any: meant.map((word) => tokenWhere(names.values, word)) }
      if (modifier === null) return ok({ where })
      return modifier === 'not' ? ok({ where: { not: where } }) : null
    }
    case 'uri':
      return modifier === null ? ok({ where: { name: names.values, anyOf: words } }) : null
    case 'string':
      if (modifier === 'exact') return ok({ where: { name: names.exact, anyOf: words } })
      if (modifier !== null) return null
      // What is only accents is nothing once they are taken off, and every name begins with nothing.
      if (words.some((word) => begins(word) === '')) return wrong(name, `${name} has no letter in it.`)
      return ok({ where: { any: words.map((word) => beginsWith(names.values, begins(word))) } })
    case 'date':
      return modifier === null ? timeWhere(name, value, comparedTo(names)) : null
    case 'reference': {
      const { targets = [] } = parameter
      // A type, or an address, and no id.
      if (words.every((word) => word.endsWith('/'))) return wrong(name, `${name} has no value.`)
      if (modifier === 'identifier')
        return ok({ where: { any: words.map((word) => tokenWhere(names.identifier, word)) } })
      if (modifier !== null && !targets.includes(modifier)) return null
      const types = modifier === null ? targets : [modifier]
      const keys = words.flatMap((word) =>
        word.includes('/') || word.startsWith('urn:') ? [referenceKey(word)] : types.map((type) => `${type}/${word}`),
      )
      const allowed = keys.filter(
        (key) => key.includes('://') || key.startsWith('urn:') || types.includes(key.split('/', 1)[0] ?? ''),
      )
      return ok({ where: { name: names.values, anyOf: allowed } })
    }
    default:
      throw parameter.kind satisfies never
  }
}

/** Comma-separated; a backslash takes a comma's meaning away. */
const splitList = (value: string): readonly string[] =>
  (value.match(/(?:\\.|[^,\\])+/g) ?? []).map((word) => word.replace(/\\(.)/g, '$1'))

/** What a program writes whose value is empty: neither a list nor a code of it. */
const isBlank = (word: string): boolean => /^[\s|]*$/.test(word)

/** Whether it names a list of codes and none of it: any of the list in a search, and to who means a certain one a value left empty. */
export const isOfAnyCode = (value: string): boolean => splitList(value).some((word) => word.endsWith('|'))

/** `http://hl7.org/fhir/task-status|requested` says no more than `requested`. */
const withoutItsSystem = (word: string): string => word.replace(/^http:\/\/hl7\.org\/fhir\/[^|]*\|/, '')

function tokenWhere(name: string, word: string): Where {
  // A system with any code: everything that begins with it and the bar.
  if (word.endsWith('|') && word !== '|') return { name, from: word, to: `${word.slice(0, -1)}}` }
  return { name, value: word }
}

const last = '\u{10ffff}'
const beginsWith = (name: string, word: string): Where => ({ name, from: word, to: word + last })

type Compare = (prefix: string, span: TimeSpan) => Where

function timeWhere(name: string, value: string, compare: Compare): Result<Criterion> {
  const any: Where[] = []
  for (const word of splitList(value)) {
    const [, prefix = 'eq', text = ''] = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.*)$/.exec(word) ?? []
    const span = timeSpanOf(text.replace(' ', '+'))
    if (span === null) return wrong(name, 'This is no date such as 2026-11-23.')
    any.push(compare(prefix, span))
  }
  return ok({ where: { any } })
}

/** `x <= y` is `x < y0`: nothing of the same length lies between. */
const beyond = (bound: string): string => `${bound}0`

/** Held against what has a begin and an end of its own. */
const comparedTo =
  (names: Readonly<{ from: string; to: string }>): Compare =>
  (prefix, { from, to }) => {
    const begins = (range: Readonly<{ from?: string; to?: string }>): Where => ({ name: names.from, ...range })
    const ends = (range: Readonly<{ from?: string; to?: string }>): Where => ({ name: names.to, ...range })
    const inside: Where = { all: [begins({ from }), ends({ to: beyond(to) })] }
    switch (prefix) {
      case 'ne':
        // What has no date at all is not found by one.
        return { any: [begins({ to: from }), ends({ from: beyond(to) })] }
      case 'gt':
        return ends({ from: beyond(to) })
      case 'lt':
        return begins({ to: from })
      case 'ge':
        return { any: [ends({ from: beyond(to) }), inside] }
      case 'le':
        return { any: [begins({ to: from }), inside] }
      case 'sa':
        return begins({ from: to })
      case 'eb':
        return ends({ to: beyond(from) })
      case 'ap':
        return { all: [begins({ to }), ends({ from: beyond(from) })] }
      default:
        return inside
    }
  }

/** Writing takes no time: begin and end are one instant. */
const comparedWriting: Compare = (prefix, { from, to }) => {
  if (prefix === 'ne') return { not: { written: { from, to } } }
  if (prefix === 'gt' || prefix === 'sa') return { written: { from: to } }
  if (prefix === 'lt' || prefix === 'eb') return { written: { to: from } }
  if (prefix === 'ge') return { written: { from } }
  if (prefix === 'le') return { written: { to } }
  return { written: { from, to } }
}
