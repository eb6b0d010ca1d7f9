import type { Act } from '@facialis/wire'
import { emergenciesOf } from '../../pathway.ts'
import { siteNumber } from '../../patient/site-number.ts'
import type { RecordedEntry } from '../../recorded.ts'
import { daysBetween, laterBy } from '../../words/dates.ts'
import { type CallNotes, emptyCallNotes, phoneCallAct } from '../follow-up/phone-call.ts'

/** What the nurse asks, and the complaint that a yes becomes. Ids of complaints are those of the pathway. */
export const script = [
  { id: 'face', kind: 'facial-weakness' },
  { id: 'eye', kind: 'eye-not-closing' },
  { id: 'red-eye', kind: 'red-painful-eye' },
  { id: 'hearing', kind: 'hearing-change' },
  { id: 'swallow', kind: 'swallowing' },
  { id: 'leak', kind: 'clear-fluid' },
  { id: 'headache', kind: 'worst-headache' },
  { id: 'fever', kind: 'fever' },
  { id: 'neck', kind: 'neck-stiffness' },
  { id: 'calf', kind: 'calf-swelling' },
] as const

/** Some of what was said is for the emergency services, as the pathway says it after an operation. */
export const hasEmergency = (call: PostOpCall): boolean => {
  const emergencies: readonly string[] = emergenciesOf(true)
  return yesses(call).some((kind) => emergencies.includes(kind))
}

export type PostOpCall = CallNotes &
  Readonly<{
    /** Complaint by complaint: yes or no; not there means not asked. */
    answers: Readonly<Record<string, string>>
    lowMood: string | null
  }>

export const emptyPostOpCall = (today: string): PostOpCall => ({
  answers: {},
  lowMood: null,
  ...emptyCallNotes(today),
})

export const yesses = ({ answers }: PostOpCall): readonly string[] =>
  script.map(({ kind }) => kind).filter((kind) => answers[kind] === 'yes')

export const unasked = ({ answers }: PostOpCall): number => script.filter(({ kind }) => !(kind in answers)).length

export const nothingFound = (call: PostOpCall): PostOpCall => ({
  ...call,
  answers: { ...Object.fromEntries(script.map(({ kind }) => [kind, 'no'])), ...only(call.answers, 'yes') },
})
const only = (answers: PostOpCall['answers'], value: string) =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer === value))

type CallWords = Readonly<{
  day: (day: number) => string
  denied: (list: string) => string
  lowMood: string
  name: (kind: string) => string
}>

/** The call as one act: each yes is a complaint, each no is told in words. */
export function postOpCallAct(call: PostOpCall, asked: Readonly<{ today: string; day: number; say: CallWords }>): Act {
  const { today, day, say } = asked
  const denied = script.map(({ kind }) => kind).filter((kind) => call.answers[kind] === 'no')
  return phoneCallAct(call, {
    today,
    complaints: yesses(call),
    note: [
      say.day(day),
      denied.length === 0 ? '' : say.denied(denied.map(say.name).join(', ')),
      call.lowMood === 'yes' ? say.lowMood : '',
      call.said.trim(),
    ],
  })
}

export type CallSlot = Readonly<{
  day: number
  due: string
  state: 'done' | 'due' | 'ahead' | 'missed'
  done: string | null
}>

const numbers = ['nurseCallFirst', 'nurseCallSecond', 'nurseCallThird', 'nurseCallFourth'] as const

/** The four calls of the script. A call or a visit after the operation counts for the slot it falls into. */
export function callSlots(
  operation: string,
  today: string,
  visits: readonly RecordedEntry[],
  policy: Readonly<Record<string, number>>,
): readonly CallSlot[] {
  const days = numbers.map((id) => siteNumber(id, policy).value)
  const now = daysBetween(operation, today) ?? 0
  const talks = visits
    .filter(({ fields }) => ['phone', 'post-op', 'follow-up'].includes(String(fields['visit.kind'])))
    .flatMap(({ date }) => {
      const day = date === null ? null : daysBetween(operation, date)
      return date === null || day === null ? [] : [{ date, day }]
    })
  return days.map((day, at) => {
    const until = days[at + 1] ?? day + 45
    const done = talks.find((talk) => talk.day >= day && talk.day < until)
    const due = laterBy(operation, day) ?? ''
    if (done !== undefined) return { day, due, state: 'done', done: done.date }
    return { day, due, state: now < day ? 'ahead' : now < until ? 'due' : 'missed', done: null }
  })
}
