import { countMoves, type Move, type MoveCounts, noMoves, type Question } from '@facialis/engine'

/** What came of a number of people, so that several can be added up. */
export type Tally = {
  people: number
  resources: number
  understood: number
  /** For each decision about a person, how many have each answer. */
  counts: number[][]
  moves: MoveCounts
  /** Lines and people that could not be used, by why: how many, and the first few with their places. */
  faults: Record<string, Fault>
}
export type Fault = { kind: 'line' | 'person'; count: number; first: string[] }

/** So many of one kind are named; the others are counted. */
const mostNamed = 5

export function emptyTally(questions: readonly Question[]): Tally {
  return {
    people: 0,
    resources: 0,
    understood: 0,
    counts: questions.map(({ answers }) => answers.map(() => 0)),
    moves: noMoves(questions),
    faults: {},
  }
}

/** Counts what comes of people, one after the other. */
export function newTally(questions: readonly Question[]) {
  const tally = emptyTally(questions)
  return {
    read: (understood: number, resources: number): void => {
      tally.people++
      tally.understood += understood
      tally.resources += resources
    },
    line: (why: string, place: string): void => noteFault(tally, 'line', why, place),
    person: (key: string, why: string, place: string): void =>
      noteFault(tally, 'person', why, place === '' ? key : `${key} (${place})`),
    answers: (counted: readonly (readonly number[])[]): void => {
      for (const [at, counts] of tally.counts.entries())
        for (const [answer, count] of (counted[at] ?? []).entries()) counts[answer] = (counts[answer] as number) + count
    },
    moves: (moves: readonly Move[]): void => countMoves(tally.moves, questions, moves),
    end: () => tally,
  }
}

export function noteFault(tally: Tally, kind: Fault['kind'], why: string, place: string): void {
  const known = tally.faults[why] ?? { kind, count: 0, first: [] }
  tally.faults[why] = known
  known.count++
  if (known.first.length < mostNamed) known.first.push(place)
}

/** Adds one to another. */
export function addTally(to: Tally, more: Tally): void {
  to.people += more.people
  to.resources += more.resources
  to.understood += more.understood
  for (const name of ['counts', 'moves'] as const)
    for (const [at, row] of more[name].entries())
      for (const [place, count] of row.entries()) {
        const into = to[name][at] as number[]
        into[place] = (into[place] as number) + count
      }
  for (const [why, { kind, count, first }] of Object.entries(more.faults)) {
    const known = to.faults[why] ?? { kind, count: 0, first: [] }
    to.faults[why] = known
    known.count += count
    known.first.push(...first.slice(0, mostNamed - known.first.length))
  }
}
