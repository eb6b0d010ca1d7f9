import type { Policy } from '@facialis/language'
import type { BoardRow } from '@facialis/wire'
import { type CardsAsked, cardsFor, type HookAnswer } from '../cards/cards-for.ts'
import type { PathwayContext } from '../core/core-context.ts'
import type { Result } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'
import { interpretRecord, medicinesNamed, type ReadRecord } from '../patient/open-chart.ts'
import { isQuiet, rowOf } from '../patient/row.ts'

/**
 * What is worked out from what was read, by the pathway alone: nothing of it asks the record or the clock, so another
 * thread can do it.
 */
export type Work = Readonly<{ today: string; policy: Policy }> &
  (Readonly<{ what: 'row'; read: ReadRecord }> | (Readonly<{ what: 'cards' }> & CardsAsked))

export type WorkResult = Readonly<{
  row: Readonly<{ row: BoardRow; isQuiet: boolean; restsOn: readonly string[]; holdsUntil: string | null }>
  cards: Result<HookAnswer>
}>

export function runWork<W extends Work>(by: PathwayContext, work: W): WorkResult[W['what']]
export function runWork(by: PathwayContext, work: Work): WorkResult[Work['what']] {
  switch (work.what) {
    case 'row':
      return rowFrom(by, work)
    case 'cards':
      return cardsFor(by, work)
    default:
      throw work satisfies never
  }
}

function rowFrom(by: PathwayContext, { read, today, policy }: Extract<Work, { what: 'row' }>): WorkResult['row'] {
  const open = interpretRecord(by, read)
  const restsOn = open.resources.flatMap(medicinesNamed).map((one) => `Medication/${one}`)
  const asOf = dayNumber(today)
  const advice = by.advise(open.chart, { asOf, policy }, open.follows)
  const row = rowOf(open, advice, { pathway: by.pathway, asOf })
  return { row, isQuiet: isQuiet(row, open), restsOn, holdsUntil: advice.holdsUntil }
}
