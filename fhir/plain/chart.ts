import type { Chart, Day, Observation, Pathway, ScreenDone } from '@facialis/language'
import { exactly, isExact } from '@facialis/language'
import { dictionaryOf } from '../chart/dictionary.ts'
import { isObject, type JsonObject, member, shown } from '../json/json.ts'
import { collecting, type Outcome, type Report } from '../json/outcome.ts'
import { entriesOfPlain } from './entry.ts'
import { unknownName } from './names.ts'
import { dateOf, type ReadingContext } from './reading-context.ts'
import { screensOfPlain, statementsOfPlain } from './statement.ts'
import { checkStudies } from './studies.ts'

/** A chart, and the day the file says it is for; null leaves the day to the caller. */
export type PlainChart = Readonly<{ chart: Chart; asOf: Day | null }>

/**
 * Reads plain facts: `{ "facts": { "<fact id>": value }, "asOf": "2026-11-23", "studies": [...] }`. How each value is
 * written stands in `docs/facts.md`. What carries no date counts as stated on the file's day, else on `day`, else
 * it is undated.
 *
 * Fails with code `not-an-object`, `unknown-member`, `unknown-fact`, `unknown-screen`, `unknown-word`, `unknown-entry`,
 * `ambiguous-field`, `wrong-type`, `bad-date`, `bad-unit`, `bad-reason`, `too-precise`, `too-large`, `out-of-range`,
 * `two-lists`, `same-id`, `unjudged`, `not-replaced` or `study-too-old`; `where` is a path into the file.
 */
export function chartFromPlainFacts(
  pathway: Pathway,
  json: unknown,
  options: Readonly<{ day?: Day }> = {},
): Outcome<PlainChart> {
  return collecting((report) => {
    const empty: PlainChart = { chart: { observations: [], screens: [], entries: [] }, asOf: null }
    if (!isObject(json)) {
      report('not-an-object', `Plain facts are an object such as {"facts": {…}}, not ${shown(json)}.`, '')
      return empty
    }
    const asOf = asOfOf(json, report)
    const day = asOf ?? options.day ?? null
    const known: ReadingContext = {
      dictionary: dictionaryOf(pathway),
      stated: day === null ? null : exactly(day),
      report,
    }
    const facts = json.facts ?? {}
    if (!isObject(facts)) {
      report('wrong-type', `"facts" is an object of fact ids and their values, not ${shown(facts)}.`, 'facts')
      return empty
    }
    return { chart: chartOf(json, facts, known), asOf }
  })
}

function asOfOf(json: JsonObject, report: Report): Day | null {
  if (json.asOf === undefined || json.asOf === null) return null
  const span = dateOf(json.asOf, 'asOf', report)
  if (span === null) return null
  if (isExact(span)) return span.lo
  report('bad-date', `The day asked for is one day, not ${shown(json.asOf)}.`, 'asOf')
  return null
}

function chartOf(json: JsonObject, facts: JsonObject, known: ReadingContext): Chart {
  const { dictionary, report } = known
  const observations: Observation[] = []
  const screens: ScreenDone[] = []
  const lists: { plural: string; list: unknown; where: string }[] = []
  const fields: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(facts)) {
    const where = member('facts', key)
    const fact = dictionary.facts.get(key)
    if (fact) observations.push(...statementsOfPlain(fact, value, where, known))
    else if (dictionary.fields.has(key) || isDateOfEntry(key, known)) fields[key] = value
    else if (dictionary.lists.has(key)) lists.push({ plural: key, list: value, where })
    else if (key.startsWith('screen.')) screens.push(...screensOfPlain(key, value, where, known))
    else unknownName(dictionary, key, where, report)
  }
  for (const [key, value] of Object.entries(json)) {
    if (key === 'facts' || key === 'asOf' || key === 'note') continue
    if (dictionary.lists.has(key)) lists.push({ plural: key, list: value, where: member('', key) })
    else unknownName(dictionary, key, member('', key), report, 'unknown-member')
  }
  const entries = entriesOfPlain(lists, fields, known)
  checkStudies(observations, entries, known)
  return { observations, screens, entries }
}

const isDateOfEntry = (key: string, { dictionary }: ReadingContext): boolean =>
  key.endsWith('.date') && dictionary.entries.has(key.slice(0, -'.date'.length))
