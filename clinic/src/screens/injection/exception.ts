import { type Fact, formatDay, type Span } from '@facialis/language'
import type { Act } from '@facialis/wire'
import { exceptionKindOf } from '../../pathway.ts'
import { type DayRules, readDate } from '../../pieces/fact-value.ts'
import { daysBetween } from '../../words/dates.ts'
import { words } from './words.ts'

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

/** The last day of an exception: a whole day from today on, within its longest life. */
export function expiryRules(today: string, most: number): DayRules {
  const limit = ({ lo }: Span) => {
    const days = daysBetween(today, formatDay(lo))
    if (days === null) return null
    return days < 0 ? words.exception.over : days > most ? words.exception.tooLong(most) : null
  }
  return { whole: true, limit }
}

/** What this reason has to say; another reason asks something else. */
export const asksFor = (code: string | null): readonly Fact[] => exceptionKindOf(code)?.states ?? []

/** The exception as it is sent; null until it is whole. Who signs, and in which role, is the server's to say. */
export function exceptionAct(form: ExceptionForm, today: string, most: number): Act | null {
  const expires = readDate(form.expires, expiryRules(today, most)).value
  if (form.code === null || !form.told || typeof expires !== 'string') return null
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
          'exception.expires': expires,
          ...Object.fromEntries(said as readonly (readonly [string, string])[]),
        },
      },
    ],
    ...(note === '' ? {} : { note }),
  }
}

const statement = (said: string | boolean | undefined): string | null =>
  said === true ? 'yes' : typeof said === 'string' && said.trim() !== '' ? said.trim() : null
