import { isYes, type LikePatient, type PlainValue, type SentRequest } from '@facialis/wire'
import { factLabel, factOf } from '../../pathway.ts'
import { capital } from '../../words/capital.ts'
import { dateWords } from '../../words/dates.ts'
import { plainWords } from '../../words/plain-words.ts'
import { words } from './words.ts'

/** Who it is about, as the server is asked whether they are known. */
export function personOf(request: SentRequest): Omit<LikePatient, 'id'> {
  const { name, birthDate, phone } = request.kind === 'referral' ? request.sent.patient : request.sent
  return { name, birthDate: birthDate ?? null, phone: phone ?? null }
}

export type Line = Readonly<{ label: string; value: string; alarm?: boolean }>

const line = (label: string, value: string | null | undefined): readonly Line[] =>
  value === undefined || value === null || value.trim() === '' ? [] : [{ label, value }]

/** The person, and how to reach them. */
export function personLines(request: SentRequest): readonly Line[] {
  const person = request.kind === 'referral' ? request.sent.patient : request.sent
  return [
    ...line(words.name, person.name),
    ...line(words.birthDate, person.birthDate ? dateWords(person.birthDate) : words.unknown),
    ...(request.kind === 'referral' ? line(words.side, words.sides[request.sent.side]) : []),
    ...line(words.phone, person.phone),
    ...line(words.email, person.email),
    ...line(words.interpreter, person.interpreter),
  ]
}

/** What they want, or who sends them. */
export function askedLines(request: SentRequest): readonly Line[] {
  if (request.kind === 'appointment')
    return [...line(words.reason, request.sent.reason), ...line(words.preferred, request.sent.preferred)]
  const { referrer, message } = request.sent
  return [
    ...line(words.referrer, referrer.name),
    ...line(words.practice, referrer.practice),
    ...line(words.phone, referrer.phone),
    ...line(words.email, referrer.email),
    ...line(words.message, message),
  ]
}

/** What was seen or reported; a red flag that is there comes first. */
export function findingLines(facts: Readonly<Record<string, PlainValue>>): readonly Line[] {
  const lines = Object.entries(facts).map(([id, value]): Line => {
    const fact = factOf(id)
    return {
      label: capital(factLabel(id)),
      value: fact === null ? String(value) : plainWords(fact, value),
      alarm: id.startsWith('rf.') && isYes(value),
    }
  })
  return [...lines.filter(({ alarm }) => alarm), ...lines.filter(({ alarm }) => !alarm)]
}
