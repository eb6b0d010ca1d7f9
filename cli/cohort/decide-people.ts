import { type AskedCohort, cohortOf, type Move, movesBetween } from '@facialis/engine'
import { chartFromBundle, parsedOnce } from '@facialis/fhir'
import type { Asking, Chart, Pathway } from '@facialis/language'
import { type Beside, besideThem } from './beside.ts'
import { fewAtATime } from './few-at-a-time.ts'
import type { Line, Person } from './gather-people.ts'
import { questionsOf, toldAs } from './questions.ts'
import { newTally, type Tally } from './tally.ts'
import { unusable } from './unusable.ts'

export type Deciding = Readonly<{
  pathway: Pathway
  zone: string
  asking: Asking
  /** The same people on another day, with other numbers or by another version; who is answered otherwise is counted. */
  against: Readonly<{ asking: Asking; pathway: Pathway }> | null
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
  const questions = questionsOf(pathway, against?.pathway)
  const tally = newTally(questions)
  const now = cohortOf(pathway, asking)
  const then = against === null ? null : cohortOf(against.pathway, against.asking)
  let keys: string[] = []

  const adding = fewAtATime(chartsOf, (charts) => {
    if (charts === null) return
    now.add(charts.now)
    then?.add(charts.against)
    if (keys.push(charts.key) === together) answer()
  })
  const people = fewAtATime(parsedPerson, adding.take)

  function parsedPerson({ key, lines }: Person): ParsedPerson {
    const resources = lines.map((line) => ({ line, resource: parsed(line.text) }))
    const referred = besideThem(
      beside,
      lines.map(({ text }) => text),
    )
    return { key, resources, referred: referred.map(parsed) }
  }

  /** What a person's lines say, as each version reads them. */
  function chartsOf({ key, resources: lines, referred }: ParsedPerson): Charts | null {
    const sent: Line[] = []
    const entry: unknown[] = []
    for (const { line, resource } of lines) {
      if (resource === undefined) tally.line(unusable(line.text), placeOf(line))
      else {
        entry.push({ resource })
        sent.push(line)
      }
    }
    for (const resource of referred) entry.push({ resource })
    const bundle = { resourceType: 'Bundle', type: 'collection', entry }
    const read = chartFromBundle(pathway, bundle, { zone })
    const other =
      against === null || against.pathway === pathway ? read : chartFromBundle(against.pathway, bundle, { zone })
    const [instead] = read.ok ? read.value.patient.replacedBy : []
    if (instead !== undefined) {
      tally.person(key, 'the record was merged into another, which is not among the lines', instead)
      return null
    }
    if (read.ok && other.ok) {
      const { understood, resources } = read.value.counts
      tally.read(understood, resources - referred.length)
      return { key, now: read.value.chart, against: other.value.chart }
    }
    const unread = read.ok ? other : read
    if (unread.ok) return null
    const { sentence, where } = unread.problem
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
    const present = toldAs(questions, now.decide())
    const other = then && toldAs(questions, then.decide())
    tally.answers(present.counts(keys.length))
    for (const [person, key] of other || each ? keys.entries() : []) {
      const answers = present.of(person)
      const moves = other && movesBetween(answers, other.of(person))
      if (moves) tally.moves(moves)
      each?.(key, answers, moves)
    }
    for (const cohort of [now, then]) (cohort as AskedCohort | null)?.clear()
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

type Charts = Readonly<{ key: string; now: Chart; against: Chart }>

/** A person's lines, each with what it says; undefined where it is not JSON, or says two things. */
type ParsedPerson = Readonly<{
  key: string
  resources: readonly Readonly<{ line: Line; resource: unknown }>[]
  /** What they refer to that stands beside people. */
  referred: readonly unknown[]
}>

function parsed(text: string): unknown {
  try {
    return parsedOnce(text)
  } catch {
    return undefined
  }
}
