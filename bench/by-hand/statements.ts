import type { Chart, Day, Observation, Span } from '@facialis/language'
import type { Word } from './truth.ts'

/** What a fact is on the day, and the date of the statement that says so; null where that is not known. */
export type Answer = Readonly<{ word: Word; on: Span | null }>

/** Words that stay when somebody later merely does not know, and words by which a clinician judges another one. */
export type Manner = Readonly<{ adverse: readonly string[]; judged?: Readonly<{ of: string; by: readonly string[] }> }>

/** An unknown that came of statements that differ is settled by no list. */
type Outcome = Answer & Readonly<{ conflicting: boolean }>

const notKnown: Answer = { word: null, on: null }
const known = (stated: Answer | null): Answer => (stated === null || stated.word === null ? notKnown : stated)

/** Everything that was stated up to the day, fact by fact. */
export class Statements {
  readonly #asOf: Day
  /** Most facts were stated once; all that was stated of the others stands in `#several`. */
  readonly #once = new Map<string, Observation>()
  readonly #several = new Map<string, Observation[]>()

  constructor(chart: Chart, asOf: Day) {
    this.#asOf = asOf
    for (const statement of chart.observations) {
      if (statement.date !== null && statement.date.lo > asOf) continue
      const earlier = this.#once.get(statement.fact)
      if (earlier === undefined) this.#once.set(statement.fact, statement)
      else {
        const several = this.#several.get(statement.fact)
        if (several === undefined) this.#several.set(statement.fact, [earlier, statement])
        else several.push(statement)
      }
    }
  }

  /** What a fact of no list is. */
  answer(fact: string, manner: Manner): Answer {
    return known(this.#stated(fact, manner))
  }

  /** The same, with the word that stands while nobody has stated anything. */
  answerOr(fact: string, unrecorded: string, manner: Manner): Word {
    const stated = this.#stated(fact, manner)
    return stated === null ? unrecorded : stated.word
  }

  /** What a fact is that somebody may have answered by going through a list: what is not marked there is no. */
  listed(fact: string, list: Answer | null, manner: Manner): Answer {
    const stated = this.#stated(fact, manner)
    return list === null ? known(stated) : beside(list, stated)
  }

  /** A listed fact that is asked anew on the day of every session; what reassures is too old the day after. */
  atChair(fact: string, list: Answer | null, manner: Manner): Word {
    const { word, on } = this.listed(fact, list, manner)
    if (word === null || manner.adverse.includes(word)) return word
    return on !== null && on.lo >= this.#asOf ? word : null
  }

  /** A date: that of the newest statement; of several on one day the one that lies within every other one, if any does. */
  date(fact: string): Span | null {
    const one = this.#once.get(fact)
    if (one === undefined) return null
    const several = this.#several.get(fact)
    if (several === undefined) return 'date' in one.value ? one.value.date : null
    let newest: Day = never
    let ofThatDay: Span[] = []
    for (const { value, date } of several) {
      const day = latestDay(date, this.#asOf)
      if (day > newest) {
        newest = day
        ofThatDay = []
      }
      if (day === newest && 'date' in value) ofThatDay.push(value.date)
    }
    return ofThatDay.find((inner) => ofThatDay.every((outer) => outer.lo <= inner.lo && inner.hi <= outer.hi)) ?? null
  }

  #stated(fact: string, manner: Manner): Outcome | null {
    const one = this.#once.get(fact)
    if (one === undefined) return null
    const several = this.#several.get(fact)
    if (several !== undefined) return newest(several, this.#asOf, manner)
    return { word: wordOf(one), on: one.date && upTo(one.date, this.#asOf), conflicting: saysConflicting(one) }
  }
}

/** The day on which everything on a list was asked, as the answer it gives; null where that never was. */
export function listAsked(chart: Chart, list: string, asOf: Day): Answer | null {
  let on: Span | null = null
  for (const { screen, date } of chart.screens)
    if (screen === list && date.lo <= asOf) on = on === null ? upTo(date, asOf) : newer(on, upTo(date, asOf))
  return on && { word: 'no', on }
}

const never: Day = Number.MIN_SAFE_INTEGER

const wordOf = ({ value }: Observation): Word => ('word' in value ? value.word : null)
const saysConflicting = ({ value }: Observation): boolean => 'unknown' in value && value.unknown === 'conflicting'
const upTo = (date: Span, asOf: Day): Span => (date.hi > asOf ? { lo: date.lo, hi: asOf } : date)
const latestDay = (date: Span | null, asOf: Day): Day => (date === null ? never : Math.min(date.hi, asOf))

/** Of two days on which the same was said; those of one day reach back as far as either. */
function newer(one: Span, other: Span): Span {
  if (one.hi !== other.hi) return one.hi > other.hi ? one : other
  return one.lo <= other.lo ? one : other
}

/** Day by day, oldest first: each day's word takes the place of what stood before, unless that stays. */
function newest(statements: readonly Observation[], asOf: Day, manner: Manner): Outcome {
  const ordered = [...statements].sort((a, b) => latestDay(a.date, asOf) - latestDay(b.date, asOf))
  let standing: Outcome | null = null
  for (let from = 0; from < ordered.length; ) {
    const day = latestDay((ordered[from] as Observation).date, asOf)
    let to = from + 1
    while (to < ordered.length && latestDay((ordered[to] as Observation).date, asOf) === day) to++
    const ofOneDay = ordered.slice(from, to)
    const words = [...new Set(ofOneDay.map(wordOf))].filter((word) => word !== null)
    if (standing?.word == null || !stays(standing.word, words, manner))
      standing = outcome(ofOneDay, asOf, words.length > 1 ? winner(words, manner) : (words[0] ?? null))
    from = to
  }
  return standing as Outcome
}

/** An adverse word outlasts mere not knowing; what can be judged outlasts whatever is neither it nor a judgement of it. */
const stays = (standing: string, said: readonly string[], { adverse, judged }: Manner): boolean =>
  said.length === 0
    ? adverse.includes(standing)
    : standing === judged?.of && !said.some((word) => word === judged.of || judged.by.includes(word))

/** A word with the date of the statements of that day that say it. */
function outcome(ofOneDay: readonly Observation[], asOf: Day, word: Word): Outcome {
  let on: Span | null = null
  for (const statement of ofOneDay)
    if (statement.date !== null && wordOf(statement) === word) {
      const date = upTo(statement.date, asOf)
      on = on === null ? date : newer(on, date)
    }
  const isConflicting =
    word === null && (ofOneDay.some(saysConflicting) || ofOneDay.some((said) => wordOf(said) !== null))
  return { word, on, conflicting: isConflicting }
}

/** Of words of one day that differ: a judgement of the others, else the only adverse one, else none. */
function winner(words: readonly string[], { adverse, judged }: Manner): Word {
  const judging = words.filter((word) => judged?.by.includes(word))
  if (
    judging.length === 1 &&
    words.every((word) => word === judging[0] || word === judged?.of || !adverse.includes(word))
  )
    return judging[0] as string
  const against = words.filter((word) => adverse.includes(word))
  return against.length === 1 ? (against[0] as string) : null
}

/** What stands of a fact's own statements and a list that was gone through. */
function beside(list: Answer, stated: Outcome | null): Answer {
  if (stated === null) return list
  const { word, on, conflicting } = stated
  const listed = list.on as Span
  if (word === null) return conflicting || (on !== null && on.hi >= listed.hi) ? notKnown : list
  if (word !== 'no') return stated
  return on === null ? list : { word, on: newer(on, listed) }
}
