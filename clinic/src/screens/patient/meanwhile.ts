import type { PatientIdentity } from '@facialis/wire'
import { words } from './words.ts'

type Field = 'name' | 'birthDate' | 'phone' | 'email' | 'interpreter'

export type Opened = Readonly<{
  /** As it was when the form opened. */
  was: PatientIdentity
  /** As it is on record now. */
  now: PatientIdentity
}>

/** What a colleague wrote into a field since the form opened: whoever saves over it has read it. */
export const meanwhile = (
  { was, now }: Opened,
  field: Field,
  said: (value: string) => string = (value) => value,
): string | undefined => {
  const value = now[field]
  if (value === was[field]) return undefined
  return value === null ? words.written.meanwhileNone : words.written.meanwhile(said(value))
}
