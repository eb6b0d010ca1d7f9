import { asWords, valueWords } from '@facialis/knowledge/spoken.ts'
import type { UnknownReason } from '@facialis/language'
import { type ActKind, type Role, recorders } from '@facialis/wire'

export { answerWords, decisionTitle, muscleNames, valueWords } from '@facialis/knowledge/spoken.ts'

/** How sure one is, beside the kind. Beside what is no kind of it the condition is named: it is not the mimic that is unlikely. */
export const certaintyWords = (kind: string, certainty: string): string => {
  const sure = valueWords(certainty).toLowerCase()
  return kind === 'mimic' || kind === 'undetermined' ? `hemifacial spasm ${sure}` : sure
}

/** How something is meant before it is read: colours and icons follow it. */
export type Tone = 'blocked' | 'caution' | 'permitted' | 'notice'

const gateTones: Readonly<Record<string, Tone>> = { blocked: 'blocked', caution: 'caution', permitted: 'permitted' }
export const gateTone = (answer: string): Tone => gateTones[answer] ?? 'notice'

const ruleOutTones: Readonly<Record<string, Tone>> = { open: 'caution', cleared: 'permitted', positive: 'blocked' }
export const ruleOutTone = (answer: string): Tone => ruleOutTones[answer] ?? 'notice'

const states: Readonly<Record<string, string>> = {
  early: 'Not yet due',
  due: 'Due',
  grace: 'Late, within grace',
  overdue: 'Overdue',
  'unknown-anchor': 'The date to count from is unknown',
}
export const stateWords = (state: string): string => states[state] ?? asWords(state)

const urgencies: Readonly<Record<string, string>> = {
  emergency: 'Emergency',
  urgent: 'Urgent',
  soon: 'Soon',
  routine: 'Routine',
}
export const urgencyWords = (urgency: string): string => urgencies[urgency] ?? asWords(urgency)

export const roleWords: Readonly<Record<Role, string>> = {
  coordinator: 'Coordinator',
  nurse: 'Nurse',
  clinician: 'Clinician',
  surgeon: 'Surgeon',
  'imaging-reader': 'Imaging reader',
  referrer: 'Referrer',
  patient: 'Patient',
  researcher: 'Researcher',
  'pathway-author': 'Pathway author',
  'privacy-officer': 'Privacy officer',
  administrator: 'Administrator',
}
/** Whoever has one of these roles: "A nurse, clinician or surgeon". */
function anyOf(roles: readonly Role[]): string {
  const names = roles.map((role) => roleWords[role].toLowerCase())
  const last = names.at(-1) ?? ''
  const all = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last
  return `${/^[aeiou]/.test(all) ? 'An' : 'A'} ${all}`
}
/** Who records acts of a kind, at the beginning of a sentence. */
export const whoRecords = (kind: ActKind): string => anyOf(recorders[kind])

/** Owners of steps are roles or other desks (an eye doctor, MRI safety). */
export const ownerWords = (owner: string): string =>
  (roleWords as Readonly<Record<string, string>>)[owner] ?? asWords(owner)

export const unknownWords: Readonly<Record<UnknownReason, string>> = {
  'not-asked': 'not asked yet',
  'asked-unanswered': 'asked, not known',
  pending: 'result pending',
  'too-old': 'too old',
  conflicting: 'sources disagree',
  'inadequate-study': 'the study does not answer it',
  'not-permitted': 'not permitted to see',
}

/** Left and right are the person's own, and always written out. */
export const sideWords: Readonly<Record<'left' | 'right' | 'both', string>> = {
  left: 'Left side of the face',
  right: 'Right side of the face',
  both: 'Both sides of the face',
}
