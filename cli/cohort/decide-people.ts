import { type Cohort, cohortOf, type Move, movesBetween } from '@facialis/engine'
import type { Asking, Pathway } from '@facialis/language'
import { batched } from './batched.ts'
import { answersTo, questionsOf } from './questions.ts'
import { readingPeople } from './read-people.ts'
import type { SharedResources } from './shared-resources.ts'
import { newTally, type Tally } from './tally.ts'

export type Deciding = Readonly<{
  pathway: Pathway
  zone: string
  asking: Asking
  /** The same people on another day, with other numbers or by another version; who is answered otherwise is counted. */
  against: Readonly<{ asking: Asking; pathway: Pathway }> | null
  beside: SharedResources
  /** How files are called in a sentence. */
  files: readonly string[]
  /** Told of everybody, with their answers as positions, and which of them would be others. */
  each: ((key: string, now: readonly number[], moves: readonly Move[] | null) => void) | null
}>

const together = 4096

/** Reads people and answers for them, some thousand at a time. */
export function decidingPeople(deciding: Deciding) {
  const { pathway, zone, asking, against, beside, files, each } = deciding
  const questions = questionsOf(pathway, against?.pathway)
  const tally = newTally(questions)
  const now = cohortOf(pathway, asking)
  const then = against === null ? null : cohortOf(against.pathway, against.asking)
  let keys: string[] = []

  const reading = readingPeople({ pathway, other: against?.pathway ?? pathway, zone, beside, files, tally })
  const adding = batched(reading.charts, (charts) => {
    if (charts === null) return
    now.add(charts.now)
    then?.add(charts.against)
    if (keys.push(charts.key) === together) answer()
  })
  const people = batched(reading.parsed, adding.take)

  /** Answers for everybody who was taken since the last time. */
  function answer(): void {
    if (keys.length === 0) return
    const present = answersTo(questions, now.decide())
    const other = then && answersTo(questions, then.decide())
    tally.answers(present.counts(keys.length))
    for (const [person, key] of other || each ? keys.entries() : []) {
      const answers = present.of(person)
      const moves = other && movesBetween(answers, other.of(person))
      if (moves) tally.moves(moves)
      each?.(key, answers, moves)
    }
    for (const cohort of [now, then]) (cohort as Cohort | null)?.clear()
    keys = []
  }
  const end = (): Tally => {
    people.end()
    adding.end()
    answer()
    return tally.end()
  }
  return { take: people.take, end }
}
