import type { Fact } from '@facialis/language'
import type { Act } from '@facialis/wire'
import { exceptionKindOf } from '../../pathway.ts'
import { daysBetween } from '../../words/dates.ts'

/** What its reason asks to be said, by field: words, or that it was ticked. */
export type Statements = Readonly<Record<string, string | boolean>>
export type ExceptionForm = Readonly<{
  code: string | null
  said: Statements
  told: boolean
  expires: string
  note: string
}>
export const emptyException: ExceptionForm = { code: null, said: {}, told: false, expires: '', note: '' }

/** How the last day of an exception lies: within its longest life, beyond it, or no day to come. */
export function expiryOf(expires: string, today: string, most: number): 'good' | 'too-long' | 'none' {
  const days = daysBetween(today, expires.trim())
  if (days === null || days < 0) return 'none'
  return days > most ? 'too-long' : 'good'
}

/** What this reason has to say; another reason asks something else. */
export const asksFor = (code: string | null): readonly Fact[] => exceptionKindOf(code)?.states ?? []

/** The exception as it is sent; null until it is whole. Who signs, and in which role, is the server's to say. */
export function exceptionAct(form: ExceptionForm, today: string, most: number): Act | null {
  if (form.code === null || !form.told || expiryOf(form.expires, today, most) !== 'good') return null
  const said = asksFor(form.code).map(({ id }) => [id, statement(form.said[id])] as const)
  if (said.some(([, value]) => value === null)) return null
  const note = form.note.trim()
  return {
    kind: 'exception',
    date: today,
    entries: [
      {
        kind: 'exception',
        date: today,
        fields: {
          'exception.code': form.code,
          'exception.patientTold': 'yes',
          'exception.expires': form.expires.trim(),
          ...Object.fromEntries(said as readonly (readonly [string, string])[]),
        },
      },
    ],
    ...(note === '' ? {} : { note }),
  }
}

const statement = (said: string | boolean | undefined): string | null =>
  said === true ? 'yes' : typeof said === 'string' && said.trim() !== '' ? said.trim() : null
