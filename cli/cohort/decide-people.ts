import { type AskedCohort, cohortOf, type Decided, type Move, movesBetween } from '@facialis/engine'
import { chartFromBundle, parsedJson } from '@facialis/fhir'
import type { Asking, Chart, Pathway } from '@facialis/language'
import { type Beside, besideThem } from './beside.ts'
import type { Line, Person } from './gather-people.ts'
import { newTally, type Tally } from './tally.ts'

export type Deciding = Readonly<{
  pathway: Pathway
  zone: string
  asking: Asking
  /** The same people on another day or with other numbers; who is answered otherwise is counted. */
  against: Asking | null
  beside: Beside
  /** How files are called in a sentence. */
  files: readonly string[]
  /** Told of everybody, with their answers as positions, and which of them would be others. */
  each: ((key: string, now: readonly number[], moves: readonly Move[] | null) => void) | null
}>

const together = 4096

/** Reads people and answers for them, some thousand at a time. */
export function decidingPeople(deciding: Deciding) {
  const { pathway, zone, asking, against, beside, each } = deciding
  const tally = newTally(pathway)
  const now = cohortOf(pathway, asking)
  const then = against === null ? null : cohortOf(pathway, against)
  let keys: string[] = []

  function take(person: Person): void {
    const chart = chartOf(person)
    if (chart === null) return
    now.add(chart)
    then?.add(chart)
    if (keys.push(person.key) === together) answer()
  }

  function chartOf({ key, lines }: Person): Chart | null {
    const texts = lines.map(({ text }) => text)
    const sent: Line[] = []
    const entry: unknown[] = []
    for (const line of lines) {
      const resource = parsed(line.text)
      if (resource === undefined) tally.line('is not JSON', placeOf(line))
      else {
        entry.push({ resource })
        sent.push(line)
      }
    }
    const referred = besideThem(beside, texts)
    for (const text of referred) entry.push({ resource: parsed(text) })
    const read = chartFromBundle(pathway, { resourceType: 'Bundle', type: 'collection', entry }, { zone })
    if (read.ok) {
      const { understood, resources } = read.value.counts
      tally.read(understood, resources - referred.length)
      return read.value.chart
    }
    const { sentence, where } = read.problem
    const [, index, , path = ''] = /^Bundle\.entry\[(\d+)\](\.resource)?\.?(.*)$/.exec(where) ?? []
    const line = index === undefined ? undefined : sent[Number(index)]
    const place = line ? `${placeOf(line)}${path === '' ? '' : `, at ${path}`}` : ''
    tally.person(key, sentence, place)
    return null
  }
  const placeOf = ({ file, number }: Line): string => `${deciding.files[file]} line ${number}`

  /** Answers for everybody who was taken since the last time. */
  function answer(): void {
    if (keys.length === 0) return
    const [present, other] = [now.decide(), then?.decide() ?? null]
    tally.answers(present)
    for (const [person, key] of other || each ? keys.entries() : []) {
      const answers = answersOf(present, person)
      const moves = other && movesBetween(answers, answersOf(other, person))
      if (moves) tally.moves(moves)
      each?.(key, answers, moves)
    }
    for (const cohort of [now, then]) (cohort as AskedCohort | null)?.clear()
    keys = []
  }
  const end = (): Tally => {
    answer()
    return tally.end()
  }
  return { take, end }
}

const answersOf = ({ decisions, answer }: Decided, person: number): readonly number[] =>
  decisions.map((_, decision) => answer(decision, person))

function parsed(text: string): unknown {
  try {
    return parsedJson(text)
  } catch {
    return undefined
  }
}
