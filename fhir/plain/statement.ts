import type { Fact, Observation, Provenance, ScreenDone } from '@facialis/language'
import { unjudged } from '../chart/judgement.ts'
import { nearest } from '../chart/nearest.ts'
import { isObject, isText, type JsonObject, member, orList, shown } from '../json/json.ts'
import { valueOfPlain } from '../values/plain-value.ts'
import { dateOf, dateOrNone, type ReadingContext, signatureOf } from './reading-context.ts'

const members = ['value', 'unit', 'unknown', 'date', 'by', 'role', 'note', 'study']

/** What a file says about one fact: a value, a value with its date, or a list of such. */
export function statementsOfPlain(
  fact: Fact,
  json: unknown,
  where: string,
  known: ReadingContext,
): readonly Observation[] {
  const isList = Array.isArray(json) && json.length > 0 && json.every((item) => isObject(item))
  if (isList) return json.flatMap((item, index) => statementOf(fact, item, `${where}[${index}]`, known))
  return statementOf(fact, json, where, known)
}

const isDated = (json: unknown): json is JsonObject =>
  isObject(json) && ('value' in json || ('unknown' in json && Object.keys(json).length > 1))

function statementOf(fact: Fact, json: unknown, where: string, known: ReadingContext): readonly Observation[] {
  const { report } = known
  if (!isDated(json)) {
    const value = valueOfPlain(fact, json, where, report)
    return value === null ? [] : stated(fact, { value, date: null, provenance: { source: where } }, known)
  }
  const strange = Object.keys(json).find((key) => !members.includes(key))
  if (strange !== undefined) {
    report(
      'unknown-member',
      `${shown(strange)} says nothing about a value: only ${orList(members)} do.`,
      member(where, strange),
    )
    return []
  }
  const plain =
    'value' in json ? ('unit' in json ? { value: json.value, unit: json.unit } : json.value) : { unknown: json.unknown }
  const value = valueOfPlain(fact, plain, 'value' in json ? member(where, 'value') : where, report)
  const date = 'date' in json ? dateOrNone(json.date, member(where, 'date'), report) : null
  if (value === null) return []
  const provenance: Provenance = { source: where, ...signatureOf(json), ...studyOf(json) }
  return stated(fact, { value, date, provenance }, known, 'date' in json)
}

const studyOf = ({ study }: JsonObject): Readonly<{ study?: string }> => (isText(study) ? { study } : {})

/** What carries no date counts as stated on the day of the file; a judgement is made on a day of its own. */
function stated(
  fact: Fact,
  said: Omit<Observation, 'fact'>,
  { stated: day, report }: ReadingContext,
  isDatedItself = false,
): readonly Observation[] {
  const lack = unjudged(fact, said)
  if (lack !== null) report('unjudged', lack, said.provenance.source)
  return [{ fact: fact.id, ...said, date: isDatedItself ? said.date : day }]
}

/** `"screen.red-flags": "complete"`, or `{"complete": "2026-11-01"}`, or a list of those; null is not done. */
export function screensOfPlain(
  key: string,
  json: unknown,
  where: string,
  known: ReadingContext,
): readonly ScreenDone[] {
  const { dictionary, report, stated } = known
  const screen = key.slice('screen.'.length)
  if (!dictionary.screens.has(screen)) {
    const close = nearest(screen, dictionary.screens.keys())
    const hint =
      close.length > 0 ? `did you mean ${orList(close)}?` : `it is ${orList([...dictionary.screens.keys()])}.`
    report('unknown-screen', `There is no screen ${shown(screen)}; ${hint}`, where)
    return []
  }
  const items = Array.isArray(json) ? json : [json]
  return items.flatMap((item: unknown, index): readonly ScreenDone[] => {
    const place = Array.isArray(json) ? `${where}[${index}]` : where
    if (item === null) return []
    const provenance = { source: place, ...(isObject(item) ? signatureOf(item) : {}) }
    if (isObject(item) && 'complete' in item) {
      const date = dateOf(item.complete, member(place, 'complete'), report)
      return date ? [{ screen, date, provenance }] : []
    }
    if (item !== 'complete') {
      report(
        'wrong-type',
        `${shown(item)} does not complete a screen: write "complete" or {"complete": "2026-11-01"}.`,
        place,
      )
      return []
    }
    if (stated) return [{ screen, date: stated, provenance }]
    report(
      'bad-date',
      'A completed screen needs its day: give {"complete": "2026-11-01"}, or the file an "asOf".',
      place,
    )
    return []
  })
}
