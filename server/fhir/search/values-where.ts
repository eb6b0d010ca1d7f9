import type { Where } from '@facialis/record'
import { ok, type Result } from '../../core/refusal.ts'
import type { Parameter } from '../../search-indexing/parameters.ts'
import { type TimeSpan, timeSpanOf } from '../../search-indexing/time-spans.ts'
import { begins, keptUnder, lookedUnder, referenceKey } from '../../search-indexing/values.ts'
import { badParameter } from './parameter.ts'

/** A parameter as it was written: its whole name, the word behind its colon, and its value. */
export type Writing = Readonly<{ name: string; modifier: string | null; value: string }>

/** What the values of one parameter come to; null where the word behind the colon is not known of its kind. */
export function valuesWhere(parameter: Parameter, { name, modifier, value }: Writing): Result<Where> | null {
  const names = keptUnder(parameter)
  const words = splitList(value)
  switch (parameter.kind) {
    case 'token': {
      const meant = parameter.isCode ? words.map(withoutItsSystem) : words
      const where: Where = {
        any: lookedUnder(parameter).flatMap((name) => meant.map((word) => tokenWhere(name, word))),
      }
      if (modifier === null) return ok(where)
      return modifier === 'not' ? ok({ not: where }) : null
    }
    case 'uri':
      return modifier === null ? ok({ name: names.values, anyOf: words }) : null
    case 'string':
      if (modifier === 'exact') return ok({ name: names.exact, anyOf: words })
      if (modifier !== null) return null
      // What is only accents is nothing once they are taken off, and every name begins with nothing.
      if (words.some((word) => begins(word) === '')) return badParameter(name, `${name} contains no letter.`)
      return ok({ any: words.map((word) => beginsWith(names.values, begins(word))) })
    case 'date':
      return modifier === null ? timeWhere(name, value, comparedTo(names)) : null
    case 'reference': {
      const { targets = [] } = parameter
      // A type, or an address, and no id.
      if (words.every((word) => word.endsWith('/'))) return badParameter(name, `${name} has no value.`)
      if (modifier === 'identifier') return ok({ any: words.map((word) => tokenWhere(names.identifier, word)) })
      if (modifier !== null && !targets.includes(modifier)) return null
      const types = modifier === null ? targets : [modifier]
      const keys = words.flatMap((word) =>
        word.includes('/') || word.startsWith('urn:') ? [referenceKey(word)] : types.map((type) => `${type}/${word}`),
      )
      const allowed = keys.filter(
        (key) => key.includes('://') || key.startsWith('urn:') || types.includes(key.split('/', 1)[0] ?? ''),
      )
      return ok({ name: names.values, anyOf: allowed })
    }
    default:
      throw parameter.kind satisfies never
  }
}

/** Comma-separated; a backslash takes a comma's meaning away. */
export const splitList = (value: string): readonly string[] =>
  (value.match(/(?:\\.|[^,\\])+/g) ?? []).map((word) => word.replace(/\\(.)/g, '$1'))

/** What a program writes whose value is empty: neither a list nor a code of it. */
export const isBlank = (word: string): boolean => /^[\s|]*$/.test(word)

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

/** Each day or time of a list, with its prefix, by a way to compare. */
export function timeWhere(name: string, value: string, compare: Compare): Result<Where> {
  const any: Where[] = []
  for (const word of splitList(value)) {
    const [, prefix = 'eq', text = ''] = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.*)$/.exec(word) ?? []
    const span = timeSpanOf(text.replace(' ', '+'))
    if (span === null) return badParameter(name, 'This is not a date such as 2026-11-23.')
    any.push(compare(prefix, span))
  }
  return ok({ any })
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
export const comparedWriting: Compare = (prefix, { from, to }) => {
  if (prefix === 'ne') return { not: { written: { from, to } } }
  if (prefix === 'gt' || prefix === 'sa') return { written: { from: to } }
  if (prefix === 'lt' || prefix === 'eb') return { written: { to: from } }
  if (prefix === 'ge') return { written: { from } }
  if (prefix === 'le') return { written: { to } }
  return { written: { from, to } }
}
