import { type Fact, isWithin, parseDate } from '@facialis/language'
import { isUnknown, type PlainValue } from '@facialis/wire'
import type { Recorded } from '../../recorded.ts'

type Answered = Readonly<{ fact: Fact; value: PlainValue | undefined; recorded: Recorded | null; today: string }>

/** Today’s answers on record contradict each other, or this one contradicts them: of one day, neither is the last word. */
export function contradictsToday({ fact, value, recorded, today }: Answered): boolean {
  // A flag or finding is settled in an act of its own.
  const isSettledElsewhere = 'judged' in fact && fact.judged !== null
  if (recorded?.date !== today || isSettledElsewhere) return false
  if (recorded.why !== null) return recorded.why === 'conflicting'
  if (value === undefined || isUnknown(value)) return false
  return fact.type === 'date' ? !areOfOneTime(value, recorded.value) : said(value) !== said(recorded.value)
}

const said = (value: PlainValue): string => JSON.stringify(Array.isArray(value) ? value.toSorted() : value)

/** One lies within the other: a year, and a month of it. What is no date yet contradicts nothing. */
function areOfOneTime(one: PlainValue, other: PlainValue): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return true
  const [a, b] = [parseDate(one), parseDate(other)]
  if (a === null || b === null) return true
  return isWithin(a, b) || isWithin(b, a)
}
