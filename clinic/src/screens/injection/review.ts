import type { Act } from '@facialis/wire'
import { entryOf } from '../../pathway.ts'
import { entryOfKind, noteIn, only, type Typed } from '../follow-up/typed.ts'

const kind = 'non-response-review'
export const reviewFields: readonly string[] = Object.values(entryOf(kind)?.fields ?? {}).map(({ id }) => id)

/** The review as an act; null until every question of it is answered. */
export function reviewAct(typed: Typed, today: string): Act | null {
  if (reviewFields.some((id) => typed[id] === undefined)) return null
  const note = noteIn(typed).trim()
  return {
    kind: 'visit',
    date: today,
    entries: [
      entryOfKind(
        kind,
        today,
        only(typed, (id) => reviewFields.includes(id)),
      ),
    ],
    ...(note === '' ? {} : { note }),
  }
}
