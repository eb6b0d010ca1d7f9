import type { Act } from '@facialis/wire'
import { daysBetween } from '../../words/dates.ts'

export type ExceptionForm = Readonly<{ code: string | null; told: boolean; expires: string; note: string }>
export const emptyException: ExceptionForm = { code: null, told: false, expires: '', note: '' }

/** How the last day of an exception lies: within its longest life, beyond it, or no day to come. */
export function expiryOf(expires: string, today: string, most: number): 'good' | 'too-long' | 'none' {
  const days = daysBetween(today, expires.trim())
  if (days === null || days < 0) return 'none'
  return days > most ? 'too-long' : 'good'
}

/** The exception as it is sent; null until it is whole. Who signs, and in which role, is the server's to say. */
export function exceptionAct(form: ExceptionForm, today: string, most: number): Act | null {
  if (form.code === null || !form.told || expiryOf(form.expires, today, most) !== 'good') return null
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
        },
      },
    ],
    ...(note === '' ? {} : { note }),
  }
}
