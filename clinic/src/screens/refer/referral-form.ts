import { parseDate, type Span } from '@facialis/language'
import { type Attachment, notToBeReached, type PlainValue, type Referral, reachOf } from '@facialis/wire'
import { birthLimit, factOf, limitOf } from '../../pathway.ts'
import { readDate, whyUnread } from '../../pieces/fact-value.ts'
import { notReachable } from '../../pieces/reach.ts'
import type { Treated } from '../../triage/questions.ts'
import { words as triageWords } from '../../triage/words.ts'
import { words } from './words.ts'

/** What the form holds. Answers: `undefined` not said, `null` don't know. */
export type ReferralForm = Readonly<{
  name: string
  birthDate: string
  phone: string
  email: string
  interpreter: string
  side: Referral['side'] | null
  referrerName: string
  practice: string
  referrerPhone: string
  referrerEmail: string
  received: string
  facts: Readonly<Record<string, PlainValue | undefined>>
  treated: Treated
  message: string
  attachments: readonly Attachment[]
}>

export const emptyForm: ReferralForm = {
  name: '',
  birthDate: '',
  phone: '',
  email: '',
  interpreter: '',
  side: null,
  referrerName: '',
  practice: '',
  referrerPhone: '',
  referrerEmail: '',
  received: '',
  facts: {},
  treated: null,
  message: '',
  attachments: [],
}

/** What is kept while it is typed: the form, and the key under which it is sent once. Files are too large, and chosen again. */
export type KeptForm = Omit<ReferralForm, 'attachments'> & Readonly<{ key: string }>
export function keptForm(key: string): KeptForm {
  const { attachments: _, ...form } = emptyForm
  return { ...form, key }
}

export type FormProblems = Readonly<Partial<Record<keyof ReferralForm, string>>>

type Asked = Readonly<{
  /** Says which days there may be. */
  today?: string | undefined
  /** From paper: what is not on it cannot be asked for now. */
  staff?: boolean
}>

/** Everything that is missing or cannot be meant, by field. */
export function problemsOf(form: ReferralForm, { today, staff = false }: Asked = {}): FormProblems {
  const wrong = (field: keyof ReferralForm, problem: string | null): FormProblems =>
    problem === null ? {} : { [field]: problem }
  return {
    ...(form.name.trim() === '' ? { name: words.needed(words.name) } : {}),
    ...wrong('birthDate', readDate(form.birthDate, { limit: birthLimit(today) }).problem),
    ...wrong('received', readDate(form.received, { limit: limitOf('referral.received', today), whole: true }).problem),
    ...wrong('phone', notReachable('phone', form.phone) ?? (staff ? null : unreached(form))),
    ...wrong('email', notReachable('email', form.email)),
    ...wrong('referrerPhone', notReachable('phone', form.referrerPhone)),
    ...wrong('referrerEmail', notReachable('email', form.referrerEmail)),
    ...wrong('facts', unreadAnswer(form, today)),
    ...(form.side === null ? { side: words.neededSide } : {}),
    ...(form.referrerName.trim() === ''
      ? { referrerName: words.needed(words.referrers[staff ? 'paper' : 'own'].name) }
      : {}),
  }
}

const unreached = (form: ReferralForm): string | null =>
  reachOf(form, { phone: form.referrerPhone, email: form.referrerEmail }) === 'none' ? notToBeReached : null

/** Why the first answer that cannot be read is none; its field says the same. */
function unreadAnswer(form: ReferralForm, today: string | undefined): string | null {
  const born = birthIn(form)
  for (const [id, value] of Object.entries(form.facts)) {
    const fact = factOf(id)
    const why = fact === null ? null : whyUnread(fact, value, { limit: limitOf(id, today, born) })
    if (why !== null) return why
  }
  return null
}

/** The form as it travels. What was not said is left out; "don't know" travels as null. */
export function referralOf(form: ReferralForm): Referral {
  const facts = Object.fromEntries(
    Object.entries(form.facts).filter((said): said is [string, PlainValue] => said[1] !== undefined),
  )
  const message = [
    form.message.trim(),
    form.treated === null ? '' : triageWords.treatedLine(triageWords.treatedAnswers[form.treated]),
  ]
    .filter((part) => part !== '')
    .join('\n')
  return {
    patient: {
      name: form.name.trim(),
      birthDate: dated(form.birthDate) || null,
      ...given({ phone: form.phone, email: form.email, interpreter: form.interpreter }),
    },
    side: form.side ?? 'unknown',
    referrer: {
      name: form.referrerName.trim(),
      ...given({ practice: form.practice, phone: form.referrerPhone, email: form.referrerEmail }),
    },
    ...given({ received: dated(form.received) }),
    facts,
    ...given({ message }),
    ...(form.attachments.length === 0 ? {} : { attachments: form.attachments }),
  }
}

/** When the person is said to have been born, as far as it can be read. */
export const birthIn = ({ birthDate }: Pick<ReferralForm, 'birthDate'>): Span | null => parseDate(dated(birthDate))

const dated = (text: string): string => String(readDate(text).value ?? '')

/** What was filled in; an empty text is no answer and is left out. */
export const given = <K extends string>(texts: Record<K, string>): Partial<Record<K, string>> =>
  Object.fromEntries(
    Object.entries<string>(texts)
      .map(([key, text]) => [key, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  ) as Partial<Record<K, string>>
