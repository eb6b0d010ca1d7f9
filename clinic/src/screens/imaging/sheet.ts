import type { RecordedEntry, Recording } from '../../recorded.ts'
import { valueWords } from '../../words/clinical.ts'
import {
  kidneyWords,
  type ProtocolLine,
  protocol,
  type Request,
  safetyQuestions,
  safetyWords,
  standing,
} from './request.ts'
import { words } from './words.ts'

/** What stands on the sheet of paper of one request. */
export type Sheet = Readonly<{
  modality: string
  urgency: string | null
  reason: string
  /** What is asked for, line by line; null of what is no MRI. */
  asked: readonly Readonly<{ label: string; why: string | null }>[] | null
  safety: readonly string[]
  bookedFor: string | null
  /** The day on which it was asked for, and by whom; null when nobody noted it. */
  date: string | null
  by: string | null
}>

const lineOf = (id: ProtocolLine) => ({ label: words.request.lines[id].label, why: words.request.lines[id].why })

type OfDraft = Readonly<{
  lines: readonly ProtocolLine[]
  today: string
  by: string | null
  recorded: Pick<Recording, 'fact'>
}>

/** A request that is being filled in. */
export const sheetOfDraft = (request: Request, { lines, today, by, recorded }: OfDraft): Sheet => ({
  modality: request.modality,
  urgency: request.urgency,
  reason: request.reason.trim(),
  asked: request.modality === 'mri' ? lines.map(lineOf) : null,
  safety:
    request.modality === 'mri'
      ? [...safetyWords(request), ...(lines.includes('contrast') ? [kidneyWords(request.egfr, recorded)] : [])]
      : [],
  bookedFor: null,
  date: today,
  by,
})

/** A request as it is on record, with what is on record today of the person's safety in a scanner. */
export function sheetOfRecorded(order: RecordedEntry, recorded: Pick<Recording, 'fact'>): Sheet {
  const text = (id: string) => {
    const value = order.fields[id]
    return typeof value === 'string' ? value : null
  }
  const modality = text('order.modality') ?? ''
  const isMri = modality === 'mri'
  return {
    modality,
    urgency: text('order.urgency'),
    reason: text('order.reason') ?? '',
    asked: isMri ? askedIn(order.fields['order.sequences']) : null,
    safety: isMri
      ? [
          ...safetyWords({ safety: safetyOn(recorded) }, true),
          ...(withContrast(order.fields['order.sequences']) ? [kidneyWords(undefined, recorded)] : []),
        ]
      : [],
    bookedFor: text('order.bookedFor'),
    date: order.date,
    by: order.by,
  }
}

const withContrast = (sequences: unknown): boolean => Array.isArray(sequences) && sequences.includes('t1-contrast')

/** The lines of the protocol whose sequences were all asked for, and every other sequence by its name. */
function askedIn(sequences: unknown): Sheet['asked'] {
  const wanted = Array.isArray(sequences) ? sequences.filter((one) => typeof one === 'string') : []
  const whole = protocol.filter((line) => line.sequences.every((one) => wanted.includes(one)))
  const named = new Set<string>(whole.flatMap((line) => line.sequences))
  const others = wanted.filter((one) => !named.has(one))
  return [...whole.map(({ id }) => lineOf(id)), ...others.map((one) => ({ label: valueWords(one), why: null }))]
}

const safetyOn = ({ fact }: Pick<Recording, 'fact'>): Request['safety'] =>
  Object.fromEntries(
    safetyQuestions.flatMap((question) => {
      const value = question === 'pregnancy' ? null : fact(standing[question])?.value
      return value === 'yes' || value === 'no' ? [[question, value === 'yes'] as const] : []
    }),
  )
