import type { Advice, DetailValue } from '@facialis/language'

/** One line of the checklist, as the pathway tells it. */
export type Line = Readonly<{
  id: string
  list: 'book' | 'go'
  state: LineState
  /** What it holds up as it stands. */
  holds: 'book' | 'go' | 'nothing'
  text: string
  owner: string
  passages: readonly string[]
  /** The day it was done or is planned for. */
  date: string | null
  /** The last theatre date for which it counts. */
  countsUntil: string | null
  /** The surgeon may accept an older one. */
  overridable: boolean
  /** The facts that are typed to answer it; none where another screen does. */
  asks: readonly string[]
}>
const lineStates = ['done', 'planned', 'too-old', 'missing', 'not-asked'] as const
export type LineState = (typeof lineStates)[number]

/** The lines of both lists, in the order of the day; none while no operation is wished for, booked or an option. */
export function workUpLines({ decisions }: Advice): readonly Line[] {
  const told = decisions['surgery-checklist']
  if (told === undefined || !Array.isArray(told.answer)) return []
  return told.answer.flatMap((row: DetailValue, at) => {
    if (!isRow(row)) return []
    const because = told.because[at]
    const state = lineStates.find((one) => one === row.state)
    if (because === undefined || state === undefined) return []
    return [
      {
        id: String(row.id),
        list: row.list === 'book' ? 'book' : 'go',
        state,
        holds: row.holds === 'book' || row.holds === 'go' ? row.holds : 'nothing',
        text: because.text,
        owner: String(row.owner),
        passages: because.passages,
        date: typeof row.date === 'string' ? row.date : null,
        countsUntil: typeof row.countsUntil === 'string' ? row.countsUntil : null,
        overridable: row.overridable === 'yes',
        asks: Array.isArray(row.asks) ? row.asks.map(String) : [],
      } as const,
    ]
  })
}

const isRow = (value: DetailValue): value is Readonly<Record<string, DetailValue>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

export const holdsBooking = (line: Line): boolean => line.holds === 'book'
/** Theatre goes with the whole list, the booking list included. */
export const holdsTheatre = (line: Line): boolean => line.holds !== 'nothing'
