import {
  type Chart,
  type DateFact,
  type Day,
  dateWords,
  type Entry,
  type Fact,
  formatDay,
  formatSpan,
  type Pathway,
  type Span,
  tooLong,
  type Unknown,
  type Value,
  whyTooFarAhead,
} from '@facialis/language'
import { dictionaryOf } from '../chart/dictionary.ts'
import { member } from '../json/json.ts'
import type { Problem } from '../json/outcome.ts'
import type { Stated } from './act.ts'
import { birthFacts, bornIn, whyNotInLife } from './lifetime.ts'

/** The day something is recorded, and the entry it is a field of, where its day is known. */
export type RecordedOn = Readonly<{
  today: Day
  /** From which day on a booking counts as one that lies ahead: today unless said; null puts right what was booked then. */
  bookedFrom?: Day | null
  entry?: Readonly<{ label: string; date: Span }> | null
  /** When the person was born, as far as it is known. */
  born?: Span | null
}>

/**
 * Why an answer that is recorded today cannot name this date, as a sentence; null when it can. Charts of other systems
 * and plain facts meet no such limit: what they date ahead is set aside on the day and told.
 */
export function whyNotOn(fact: DateFact, date: Span, on: RecordedOn): string | null {
  const { today, bookedFrom = today, entry = null, born = null } = on
  const impossible = whyNotInLife(date, { today, born })
  if (impossible !== null) return `${capital(fact.label)}: ${impossible}`
  if (fact.may === 'past' && date.lo > today) return `${capital(fact.label)}: the latest day is ${todayWords(today)}.`
  if (fact.may === 'future' && bookedFrom !== null && date.hi < bookedFrom)
    return `${capital(fact.label)}: the earliest day is ${bookedFrom === today ? todayWords(today) : words(bookedFrom)}.`
  const far = fact.may === 'future' ? whyTooFarAhead(date.lo, today) : null
  if (far !== null) return `${capital(fact.label)}: ${far}`
  const from = fact.daysAfterEntry === null || entry === null ? null : entry.date.lo + fact.daysAfterEntry
  if (from !== null && date.hi < from && entry !== null)
    return `${capital(fact.label)}: the earliest day is ${words(from)}; the ${entry.label} is of ${dateWords(formatSpan(entry.date))}.`
  return null
}

/** The same for the day of an entry itself: what has not happened is not recorded as if it had. */
export function whyNotYet(entry: Entry, date: Span, { today, born = null }: RecordedOn): string | null {
  const impossible = whyNotInLife(date, { today, born })
  if (impossible !== null) return `${capital(entry.label)}: ${impossible}`
  if (date.lo <= today) return null
  const article = /^[aeiou]/.test(entry.label) ? 'An' : 'A'
  const instead = entry.ahead === null ? '' : ` ${entry.ahead}`
  return `${article} ${entry.label} is recorded once it has happened; the latest day is ${todayWords(today)}.${instead}`
}

/** The first answer in an act that does not fit: a date its day does not allow, too many words. `before` is amended by it. */
export function firstUnfit(
  pathway: Pathway,
  { chart, date: said, corrects }: Stated,
  { today, before, born = bornIn(pathway, before, chart) }: Readonly<{ today: Day; before: Chart; born?: Span | null }>,
): Problem | null {
  const dictionary = dictionaryOf(pathway)
  const itself = whyNotInLife(said, { today, born })
  if (itself !== null) return { code: 'unfit-day', sentence: `Day of the act: ${itself}`, where: 'date' }
  const at = (fact: DateFact, date: Span, on: RecordedOn, where: string): Problem | null => {
    const sentence = whyNotOn(fact, date, on)
    return sentence === null ? null : { code: 'unfit-day', sentence, where }
  }
  for (const { fact: id, value } of chart.observations) {
    const fact = dictionary.facts.get(id)
    const where = member('facts', id)
    const long = tooManyWords(fact, value, where)
    if (long) return long
    if (fact?.type !== 'date' || !('date' in value)) continue
    const on = { today, bookedFrom: corrects ? null : said.lo, born: birthFacts(pathway).has(id) ? null : born }
    const unfit = at(fact, value.date, on, where)
    if (unfit) return unfit
  }
  for (const [index, record] of chart.entries.entries()) {
    const kind = dictionary.entries.get(record.kind)
    if (!kind) continue
    const where = `entries[${index}]`
    const yet = record.date && whyNotYet(kind, record.date, { today, born })
    if (yet) return { code: 'in-the-future', sentence: yet, where: `${where}.date` }
    const own = record.date ?? before.entries.find(({ id, kind: of }) => id === record.id && of === record.kind)?.date
    for (const [id, value] of Object.entries(record.fields)) {
      const fact = dictionary.fields.get(id)?.fact
      const place = member(`${where}.fields`, id)
      const long = tooManyWords(fact, value, place)
      if (long) return long
      if (fact?.type !== 'date' || !('date' in value)) continue
      const bookedFrom = corrects ? null : Math.min(said.lo, record.date?.lo ?? said.lo)
      const entry = own ? { label: kind.label, date: own } : null
      const unfit = at(fact, value.date, { today, bookedFrom, entry, born }, place)
      if (unfit) return unfit
    }
  }
  return null
}

const tooManyWords = (fact: Fact | undefined, value: Value | Unknown, where: string): Problem | null =>
  fact?.type === 'text' && 'text' in value && value.text.length > fact.longest
    ? { code: 'too-long', sentence: tooLong(capital(fact.label), value.text.length, fact.longest), where }
    : null

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const words = (day: Day): string => dateWords(formatDay(day))
const todayWords = (today: Day): string => `today, ${words(today)}`
