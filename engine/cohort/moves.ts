import type { Decision } from '@facialis/language'

/** A decision that is answered otherwise when somebody is asked again: on another day, or with other numbers. */
export type Move = Readonly<{
  /** Its position among the decisions about the person; answers are positions among its own. */
  decision: number
  from: number
  to: number
}>

/** Where two lists of answers differ, in the order of the decisions. */
export function movesBetween(now: ArrayLike<number>, then: ArrayLike<number>): readonly Move[] {
  const moves: Move[] = []
  for (let decision = 0; decision < now.length; decision++) {
    const [from, to] = [now[decision] as number, then[decision] as number]
    if (from !== to) moves.push({ decision, from, to })
  }
  return moves
}

/** What is asked of people, with its answers; a decision is one. */
export type Question = Pick<Decision, 'id' | 'answers' | 'inner'>

/** How many people move from which answer to which, decision by decision: at `from * answers + to`. */
export type MoveCounts = number[][]

export const noMoves = (questions: readonly Question[]): MoveCounts =>
  questions.map(({ answers }) => new Array<number>(answers.length ** 2).fill(0))

/** Counts the moves of one more person. */
export function countMoves(counts: MoveCounts, questions: readonly Question[], moves: readonly Move[]): void {
  for (const { decision, from, to } of moves) {
    const ofDecision = counts[decision] as number[]
    const place = from * (questions[decision] as Question).answers.length + to
    ofDecision[place] = (ofDecision[place] as number) + 1
  }
}

export type CountedMove = Readonly<{ decision: Question; from: string; to: string; people: number }>

/** The moves that anybody makes, with how many do. */
export function countedMoves(decision: Question, counts: readonly number[]): readonly CountedMove[] {
  const { answers } = decision
  return counts.flatMap((people, place) =>
    people === 0
      ? []
      : [
          {
            decision,
            from: answers[Math.floor(place / answers.length)] as string,
            to: answers[place % answers.length] as string,
            people,
          },
        ],
  )
}
