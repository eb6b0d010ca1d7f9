import {
  type Chart,
  type Day,
  dateWords,
  formatDay,
  formatSpan,
  memoiseWeak,
  type Pathway,
  type Span,
} from '@facialis/language'
import { measuresOf } from '../terms/concept-meaning.ts'
import { termSystem } from '../terms/systems.ts'
import { termsOf } from '../terms/terminology-index.ts'

/** Years: nobody is older, and nobody books further ahead. Whoever wrote such a day mistyped its year. */
const oldest = 130
const furthest = 20

/** The same day of another year, as it is written; a 29 February may be none there, and stands in its order all the same. */
const inYears = (day: Day, years: number): string => {
  const written = formatDay(day)
  return `${Number(written.slice(0, 4)) + years}${written.slice(4)}`
}

/**
 * Why a date can be no day of somebody's life or of what is planned in it, as a sentence without its subject; null when
 * it can be. `born` is null where it is not known, or where the date is that of birth.
 */
export function whyNotInLife(date: Span, { today, born }: Readonly<{ today: Day; born: Span | null }>): string | null {
  const told = dateWords(formatSpan(date))
  if (formatDay(date.hi) < inYears(today, -oldest)) return `${told} is more than ${oldest} years ago. Check the year.`
  if (formatDay(date.lo) > inYears(today, furthest))
    return `${told} is more than ${furthest} years ahead. Check the year.`
  if (born !== null && date.hi < born.lo)
    return `the earliest day is ${dateWords(formatDay(born.lo))}; the person was not born before.`
  return null
}

/** The facts that say when somebody was born, as the pathway's terminology names them. */
export const birthFacts = memoiseWeak(
  (pathway: Pathway): ReadonlySet<string> =>
    new Set(
      termsOf(pathway)
        .meaningsOf('Patient', { system: termSystem, code: 'Patient.birthDate' })
        .rows.flatMap(measuresOf)
        .map(({ id }) => id),
    ),
)

/** When the person of these charts was born; the earliest where that was told in several ways, null where it was not. */
export function bornIn(pathway: Pathway, ...charts: readonly Pick<Chart, 'observations'>[]): Span | null {
  const facts = birthFacts(pathway)
  let born: Span | null = null
  for (const { observations } of charts)
    for (const { fact, value } of observations)
      if (facts.has(fact) && 'date' in value && (born === null || value.date.lo < born.lo)) born = value.date
  return born
}

/** The earliest of what is told of the person, but for their birth; null where nothing of it has a day. Nobody was born after it. */
export function earliestIn(
  pathway: Pathway,
  { observations, entries }: Pick<Chart, 'observations' | 'entries'>,
): Span | null {
  const births = birthFacts(pathway)
  const told = observations.filter(({ fact }) => !births.has(fact))
  const counted = entries.filter(({ withdrawn }) => !withdrawn)
  const values = [...told.map(({ value }) => value), ...counted.flatMap(({ fields }) => Object.values(fields))]
  const days = [
    ...[...told, ...counted].flatMap(({ date }) => date ?? []),
    ...values.flatMap((value) => ('date' in value ? [value.date] : [])),
  ]
  return days.reduce<Span | null>((first, day) => (first === null || day.hi < first.hi ? day : first), null)
}
