import { atLeast, lessThan } from './days.ts'
import { recent } from './entries.ts'
import type { Numbers } from './numbers.ts'
import type { Session, Treatments } from './treatments.ts'
import { all, any, anyOf, no, not, type Truth, truth, yes } from './truth.ts'

export type ResponseToToxin =
  | 'not-applicable'
  | 'too-early'
  | 'not-reported'
  | 'secondary-non-response'
  | 'none'
  | 'partial'
  | 'good'

/** Two sessions in a row with little relief, and past the day of the best effect. */
export function twoPoorSessions({ sessions, sinceHfsToxin }: Treatments, numbers: Numbers): boolean {
  if (sessions.length === 0 || atLeast(sinceHfsToxin, numbers.responseFrom) !== yes) return false
  const poor = ({ relief }: Session): Truth => lessThan(relief, numbers.poorRelief)
  return (
    recent(sessions, { where: forSpasm, holds: poor }) === yes &&
    recent(sessions, { where: forSpasm, holds: poor, back: 1 }) === yes
  )
}

/** Relief at best; each line asks only what is known to be so. */
export function responseToToxin(treatments: Treatments, numbers: Numbers, twicePoor: boolean): ResponseToToxin {
  const { sessions, anyHfsToxin, sinceHfsToxin } = treatments
  if (anyHfsToxin === no) return 'not-applicable'
  const poor = ({ relief }: Session): Truth => lessThan(relief, numbers.poorRelief)
  const good = ({ relief }: Session): Truth => atLeast(relief, numbers.goodRelief)
  const last = (holds: (session: Session) => Truth): boolean => recent(sessions, { where: forSpasm, holds }) === yes
  if (twicePoor) {
    const surelyGood = sessions.filter((session) => all(session.wholeHfs, good(session)) === yes).length
    if (surelyGood >= numbers.earlierGoodSessions) return 'secondary-non-response'
    const surely = sessions.filter((session) => session.wholeHfs === yes).length
    const everBetter = anyOf(sessions, (session) => all(session.wholeHfs, not(poor(session)))) === yes
    if (!everBetter && surely >= numbers.poorSessionsForReview) return 'none'
  }
  if (lessThan(sinceHfsToxin, numbers.responseFrom) === yes) return 'too-early'
  if (last(({ relief }) => truth(relief === null))) return 'not-reported'
  if (last(good)) return 'good'
  if (last((session) => any(poor(session), lessThan(session.relief, numbers.goodRelief)))) return 'partial'
  return 'not-reported'
}

const forSpasm = ({ wholeHfs }: Session): Truth => wholeHfs
