import type { Act, PlainEntry } from '@facialis/wire'

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

/** Complaints for which the caller is told to ring the emergency number now; the text is fixed, not computed. */
export const emergencies: readonly string[] = [
  'breathing',
  'choking',
  'speech',
  'limb-weakness',
  'drowsiness',
  'worst-headache',
  'vomiting',
  'calf-swelling',
  'swallowing',
]

export type Call = Readonly<{
  identified: boolean
  reason: string | null
  complaints: readonly string[]
  began: string
  said: string
  owner: string
  answerBy: string
  status: string | null
}>

export const emptyCall = (today: string): Call => ({
  identified: false,
  reason: null,
  complaints: [],
  began: today,
  said: '',
  owner: '',
  answerBy: '',
  status: null,
})

/** What still stands between the card and saving it, first things first; null when it can be saved. */
export function openPoint(call: Call): 'identify' | 'reason' | 'owner' | 'answer-by' | null {
  if (!call.identified) return 'identify'
  if (call.reason === null) return 'reason'
  if (call.owner.trim() === '') return 'owner'
  return call.answerBy === '' ? 'answer-by' : null
}

type CallWords = Readonly<{
  reason: (reason: string) => string
  owner: (owner: string) => string
  answerBy: (date: string) => string
}>

/** The call as one act: the talk, each complaint with the day it began, the spasm if it was spoken of. */
export function callAct(call: Call, today: string, say: CallWords): Act {
  const entries: PlainEntry[] = [
    { kind: 'visit', date: today, fields: { 'visit.kind': 'phone' } },
    ...call.complaints.map((kind) => ({
      kind: 'symptom',
      date: call.began === '' ? today : call.began,
      fields: { 'symptom.kind': kind, 'symptom.settled': false },
    })),
    ...(call.status === null ? [] : [{ kind: 'spasm-report', date: today, fields: { 'spasm.status': call.status } }]),
  ]
  const note = [
    say.reason(call.reason ?? 'other'),
    call.said.trim(),
    say.owner(call.owner.trim()),
    say.answerBy(call.answerBy),
  ]
  return { kind: 'call', date: today, entries, note: note.filter((line) => line !== '').join('\n') }
}

/** The next day that is no Saturday or Sunday; public holidays are the site's to know. */
export function nextWorkingDay(today: string): string {
  const day = new Date(`${today}T12:00:00Z`)
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6)
  return day.toISOString().slice(0, 10)
}
