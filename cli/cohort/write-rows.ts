import { countedMoves, type Move, type Question } from '@facialis/engine'
import { patientIdOf } from './line-subject.ts'
import type { CohortOptions, Form } from './options.ts'
import type { Tally } from './tally.ts'

type Cell = string | number
/** A row by the names of its columns, all rows alike. */
type Row = Readonly<Record<string, Cell>>

/** How rows are written, and who stands behind the rules, in words: a row that is carried elsewhere says it too. */
type Writing = Readonly<{ out: Form; standing: string }>

/** A row for other programs: an object a line, or comma-separated (RFC 4180); on a page its cells beside each other. */
export function rowText({ out, standing }: Writing, row: Row): string {
  if (out === 'ndjson') return `${JSON.stringify({ ...row, standing })}\n`
  const cells = Object.values(row)
  return out === 'csv' ? `${[...cells, standing].map(quoted).join(',')}\n` : `${cells.join('  ')}\n`
}

/** What stands above rows: the names of the columns, or who stands behind them all. */
export function headingText({ out, standing }: Writing, columns: readonly string[]): string {
  if (out === 'ndjson') return ''
  return out === 'csv' ? `${[...columns, 'standing'].map(quoted).join(',')}\n` : `${standing}\n`
}

/** A cell that a spreadsheet would take for a formula is given as text. */
function quoted(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

type Told = Pick<CohortOptions, 'decisions' | 'answer' | 'against'>

export const countColumns = ({ against }: Told): readonly string[] =>
  against === null ? ['decision', 'answer', 'people'] : ['decision', 'from', 'to', 'people']

export const personColumns = (questions: readonly Question[], { decisions, against }: Told): readonly string[] =>
  against === null
    ? ['patient', ...decisions.map((at) => (questions[at] as Question).id)]
    : ['patient', 'decision', 'from', 'to']

/** How many have each answer; against another day or other numbers, how many move from which to which. */
export function countRows(
  questions: readonly Question[],
  tally: Tally,
  { decisions, answer, against }: Told,
): readonly Row[] {
  return decisions.flatMap((at) => {
    const { id, answers } = questions[at] as Question
    if (against === null)
      return answers.flatMap((word, position): Row[] =>
        answer !== null && answer !== position
          ? []
          : [{ decision: id, answer: word, people: tally.counts[at]?.[position] as number }],
      )
    const word = answer === null ? null : (answers[answer] as string)
    return countedMoves(questions[at] as Question, tally.moves[at] as readonly number[]).flatMap(
      ({ from, to, people }) =>
        word === null || word === from || word === to ? [{ decision: id, from, to, people }] : [],
    )
  })
}

/** Rows about one person: their answers, or where they move. */
export function personRows(
  questions: readonly Question[],
  { decisions, answer, against }: Told,
): (key: string, now: readonly number[], moves: readonly Move[] | null) => readonly Row[] {
  const word = (decision: number, position: number): string => questions[decision]?.answers[position] as string
  return (key, now, moves) => {
    const patient = patientIdOf(key)
    if (against === null || moves === null) {
      const [only] = decisions
      if (answer !== null && now[only as number] !== answer) return []
      return [
        {
          patient,
          ...Object.fromEntries(decisions.map((at) => [(questions[at] as Question).id, word(at, now[at] as number)])),
        },
      ]
    }
    return moves.flatMap(({ decision: at, from, to }): Row[] => {
      if (!decisions.includes(at) || (answer !== null && answer !== from && answer !== to)) return []
      return [{ patient, decision: (questions[at] as Question).id, from: word(at, from), to: word(at, to) }]
    })
  }
}
