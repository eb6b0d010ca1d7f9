import type { Span } from '@facialis/language'
import type { Act, PlainValue } from '@facialis/wire'
import { dayLimit, factLabel, factOf } from '../../pathway.ts'
import { type FieldValue, readDate } from '../../pieces/fact-value.ts'
import type { Recording } from '../../recorded.ts'
import { capital } from '../../words/capital.ts'
import { dateWords } from '../../words/dates.ts'
import { bare } from '../../words/phrases.ts'
import { plainWords } from '../../words/plain-words.ts'
import { words } from './words.ts'

/** One line of the protocol: sequences that are asked for together. */
export const protocol = [
  { id: 'brain', sequences: ['t2', 'flair', 'dwi'] },
  { id: 'nerve', sequences: ['3d-t2'] },
  { id: 'arteries', sequences: ['tof-mra'] },
  { id: 'contrast', sequences: ['t1', 't1-contrast'] },
] as const
export type ProtocolLine = (typeof protocol)[number]['id']

export const safetyQuestions = ['implant', 'claustrophobia', 'pregnancy', 'reaction'] as const
export type SafetyQuestion = (typeof safetyQuestions)[number]

export type Request = Readonly<{
  lines: readonly ProtocolLine[]
  modality: string
  urgency: string | null
  reason: string
  bookedFor: string
  safety: Readonly<Partial<Record<SafetyQuestion, boolean>>>
  egfr: FieldValue
}>

/** Everything is asked for unless somebody leaves it out. */
export const emptyRequest: Request = {
  lines: protocol.map(({ id }) => id),
  modality: 'mri',
  urgency: null,
  reason: '',
  bookedFor: '',
  safety: {},
  egfr: undefined,
}

/** A stored draft, or null when it is of another shape. */
export function readRequest(stored: unknown): Request | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { lines, reason, bookedFor } = stored as Readonly<Record<string, unknown>>
  if (!Array.isArray(lines) || typeof reason !== 'string' || typeof bookedFor !== 'string') return null
  return { ...emptyRequest, ...stored } as Request
}

/** With an open red flag contrast is part of every request, whatever was left out. */
export const linesOf = (request: Request, contrastNeeded: boolean): readonly ProtocolLine[] =>
  protocol.map(({ id }) => id).filter((id) => request.lines.includes(id) || (id === 'contrast' && contrastNeeded))

export const sequencesOf = (lines: readonly ProtocolLine[]): readonly string[] =>
  protocol.filter(({ id }) => lines.includes(id)).flatMap(({ sequences }) => sequences)

/** What stays true of the person after this request. Pregnancy is asked again at every chair and stands in the note. */
export const standing = {
  implant: 'mri.implant',
  claustrophobia: 'mri.claustrophobia',
  reaction: 'mri.contrastReaction',
} as const
const factBehind = (question: SafetyQuestion): string | null => (question === 'pregnancy' ? null : standing[question])

/** What is asked, as the pathway asks it. */
export function safetyAsked(question: SafetyQuestion): string {
  const fact = factBehind(question)
  return (fact === null ? null : factOf(fact)?.question) ?? words.pregnancyPossible
}
/** What it is about, in few words. */
function safetyLabel(question: SafetyQuestion): string {
  const fact = factBehind(question)
  return fact === null ? words.pregnancyPossible : capital(bare(factLabel(fact)))
}

/** The questions nobody has answered, as they are headed. */
export const unasked = ({ safety }: Request): readonly string[] =>
  safetyQuestions.filter((question) => safety[question] === undefined).map(safetyLabel)

/** What the answers mean for whoever books the scan. */
export const safetyWords = ({ safety }: Pick<Request, 'safety'>, isRecorded = false): readonly string[] =>
  safetyQuestions.map((question) => {
    const answer = safety[question]
    const label = safetyLabel(question)
    // Pregnancy is no standing fact: what was answered when it was asked for stands in the note.
    if (isRecorded && question === 'pregnancy') return words.safetySaid.again(label)
    return answer === undefined
      ? words.safetySaid.open(label)
      : answer
        ? words.safetySaid.yes(label, words.safety[question])
        : words.safetySaid.no(label)
  })

/** The kidneys, for whoever gives the contrast: as typed now, or as on record. */
export function kidneyWords(typed: FieldValue, { fact }: Pick<Recording, 'fact'>): string {
  const label = capital(bare(factLabel('egfr')))
  const asked = factOf('egfr')
  const onRecord = fact('egfr')
  const value = typed === undefined && onRecord?.why === null ? onRecord.value : typed
  if (asked === null || value === undefined) return words.safetySaid.open(label)
  const date = typed === undefined ? dateWords(onRecord?.date ?? '') : ''
  return words.safetySaid.measured(
    label,
    [value === null ? words.safetySaid.unknown : plainWords(asked, value), ...(date === '' ? [] : [date])].join(', '),
  )
}

const safetyFacts = ({ safety }: Request): Readonly<Record<string, PlainValue>> =>
  Object.fromEntries(
    (['implant', 'claustrophobia', 'reaction'] as const).flatMap((question) => {
      const answer = safety[question]
      return answer === undefined ? [] : [[standing[question], answer ? 'yes' : 'no']]
    }),
  )

const bookedIn = ({ bookedFor }: Request, today: string) => readDate(bookedFor, { limit: bookingLimit(today) })

/** What stands in the way of asking for it, in a sentence: the day that cannot be, then what is still to be said. */
export const inTheWayOf = (request: Request, today: string): string | null =>
  bookedIn(request, today).problem ?? (request.urgency === null ? words.request.needs : null)

/** The act that asks for the scan; null while `inTheWayOf` has something to say. */
export function requestAct(request: Request, asked: Readonly<{ today: string; contrastNeeded: boolean }>): Act | null {
  const booked = bookedIn(request, asked.today)
  if (request.urgency === null || booked.problem !== null) return null
  const isMri = request.modality === 'mri'
  const fields: Record<string, PlainValue> = {
    'order.modality': request.modality,
    'order.urgency': request.urgency,
    ...(isMri ? { 'order.sequences': sequencesOf(linesOf(request, asked.contrastNeeded)) } : {}),
    ...(request.reason.trim() === '' ? {} : { 'order.reason': request.reason.trim() }),
    ...(typeof booked.value === 'string' ? { 'order.bookedFor': booked.value } : {}),
  }
  const facts = {
    ...(isMri ? safetyFacts(request) : {}),
    ...(request.egfr === undefined ? {} : { egfr: request.egfr }),
  }
  return {
    kind: 'imaging-order',
    date: asked.today,
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
    entries: [{ kind: 'imaging-order', date: asked.today, fields }],
    ...(isMri ? { note: safetyWords(request).join(' ') } : {}),
  }
}

/** A scan is booked for a day that lies ahead, and not before it was asked for. */
export function bookingLimit(today: string, asked: string | null = today): (date: Span) => string | null {
  const fact = factOf('order.bookedFor')
  return fact?.type === 'date' ? dayLimit(fact, { today, entry: { kind: 'imaging-order', date: asked } }) : () => null
}

/** The day of the scan, once it is known. */
export const bookingAct = (order: Readonly<{ id: string }>, day: string, today: string): Act => ({
  kind: 'imaging-order',
  date: today,
  entries: [{ id: order.id, kind: 'imaging-order', date: null, fields: { 'order.bookedFor': day } }],
})
