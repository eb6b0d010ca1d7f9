import { parseDate, type Span } from '@facialis/language'
import type { Act } from '@facialis/wire'
import { emergenciesOf } from '../../pathway.ts'
import { siteNumber } from '../../patient/site-number.ts'
import { readDate } from '../../pieces/fact-value.ts'
import type { RecordedEntry } from '../../recorded.ts'
import { dateWords, daysBetween } from '../../words/dates.ts'
import { type CallNotes, emptyCallNotes, phoneCallAct } from './phone-call.ts'
import { words } from './words.ts'

/** Why somebody rings, and which complaints are asked about then. Ids of complaints are those of the pathway. */
export const callReasons = {
  'early-wear-off': ['early-wear-off'],
  eye: ['red-painful-eye', 'eye-not-closing', 'vision-drop', 'ptosis'],
  droop: ['ptosis', 'facial-weakness'],
  swallowing: ['swallowing', 'breathing', 'speech', 'choking'],
  'after-operation': ['facial-weakness', 'hearing-change', 'clear-fluid', 'fever', 'neck-stiffness', 'eye-not-closing'],
  admin: [],
  other: ['other'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type CallReason = keyof typeof callReasons

type Operated = Readonly<{
  operations: readonly RecordedEntry[]
  today: string
  policy: Readonly<Record<string, number>>
}>

/** The caller is told to ring the emergency number now: the pathway names the complaints, the text is fixed. */
export function isEmergency({ reason, complaints }: Call, { operations, today, policy }: Operated): boolean {
  const isLate = (date: string | null): boolean => {
    const day = date === null ? null : daysBetween(date, today)
    return day !== null && day >= siteNumber('afterSurgeryStage', policy).value
  }
  const afterOperation = reason === 'after-operation' || operations.some(({ date }) => !isLate(date))
  const emergencies: readonly string[] = emergenciesOf(afterOperation)
  return complaints.some((kind) => emergencies.includes(kind))
}

export type Call = CallNotes &
  Readonly<{
    identified: boolean
    reason: string | null
    complaints: readonly string[]
    owner: string
    answerBy: string
  }>

export const emptyCall = (today: string): Call => ({
  identified: false,
  reason: null,
  complaints: [],
  owner: '',
  answerBy: '',
  ...emptyCallNotes(today),
})

/** What still stands between the card and saving it, first things first; null when it can be saved. */
export function openPoint(call: Call, today: string): 'identify' | 'reason' | 'owner' | 'answer-by' | null {
  if (!call.identified) return 'identify'
  if (call.reason === null) return 'reason'
  if (call.owner.trim() === '') return 'owner'
  return answerDay(call, today) === null ? 'answer-by' : null
}

/** Nobody is told to wait longer for an answer: whoever wrote such a day mistyped its year. */
const longestWait = 366

/** Which days an answer may be promised for. */
export function answerLimit(today: string): (date: Span) => string | null {
  const now = parseDate(today)
  return ({ lo, hi }) => {
    if (now === null) return null
    if (hi < now.lo) return words.call.tooEarly(dateWords(today))
    return lo > now.lo + longestWait ? words.call.tooLate : null
  }
}

/** The day an answer is promised for; null while none can be read. */
function answerDay({ answerBy }: Call, today: string): string | null {
  const { value } = readDate(answerBy, { whole: true, limit: answerLimit(today) })
  return typeof value === 'string' ? value : null
}

type CallWords = Readonly<{
  reason: (reason: string) => string
  owner: (owner: string) => string
  answerBy: (date: string) => string
}>

/** The call as one act, with why they rang and who answers by when. */
export const callAct = (call: Call, today: string, say: CallWords): Act =>
  phoneCallAct(call, {
    today,
    complaints: call.complaints,
    note: [
      say.reason(call.reason ?? 'other'),
      call.said.trim(),
      say.owner(call.owner.trim()),
      say.answerBy(answerDay(call, today) ?? ''),
    ],
  })

/** The next day that is no Saturday or Sunday; public holidays are the site's to know. */
export function nextWorkingDay(today: string): string {
  const day = new Date(`${today}T12:00:00Z`)
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6)
  return day.toISOString().slice(0, 10)
}
