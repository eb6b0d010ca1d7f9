import { words as pieces } from '../../pieces/words.ts'
import { sideWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { amountOf, amountWords, sum } from './amounts.ts'
import type { PastSession } from './past-sessions.ts'
import { inReadingOrder } from './session-map.ts'
import { words } from './words.ts'

/** The note of a signed session, written from the record alone, so that it says what was kept and nothing else. */
export function sessionNote(session: PastSession, label: string | null): string {
  const { map } = session
  const points = map === null ? [] : inReadingOrder(map.points)
  const lines = [
    words.note.head(
      session.date === null ? words.unknown : dateWords(session.date),
      session.side === null ? words.unknown : sideWords[session.side],
    ),
    words.note.given(
      session.product ?? words.unknown,
      session.units === null ? words.unknown : amountWords(session.units),
      session.lot ?? words.unknown,
      session.expiry === null ? words.unknown : dateWords(session.expiry),
    ),
    ...(['right', 'left'] as const).flatMap((side) => {
      const here = points.filter((point) => point.side === side)
      if (here.length === 0) return []
      const total = amountWords(sum(here.map(({ units }) => amountOf(units))))
      const listed = here.map(({ muscle, units }) => `${pieces.face.muscles[muscle]} ${units} U`).join('; ')
      return [words.note.side(sideWords[side], total, listed)]
    }),
    map === null || map.waste === null
      ? ''
      : words.note.waste(map.vials.map((units) => `${units} U`).join(' + '), amountWords(amountOf(map.waste))),
    map === null || map.diluent === null || map.volume === null
      ? ''
      : words.note.diluted(String(map.diluent), String(map.volume)),
    label ?? '',
  ]
  return lines.filter((line) => line !== '').join('\n')
}
