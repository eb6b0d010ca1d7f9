import type { Act, PlainValue } from '@facialis/wire'
import type { FieldValue } from '../../pieces/fact-value.ts'
import type { Recording } from '../../recorded.ts'
import { askedFurther, conclusion, flags } from './procedure.ts'

/** What one visit has recorded so far; kept as a draft until it is saved. */
export type Evaluation = Readonly<{
  facts: Readonly<Record<string, PlainValue>>
  /** Screens completed with one press. */
  screens: readonly string[]
  visitKind: string
  note: string
}>

export const emptyEvaluation = (visitKind: string): Evaluation => ({ facts: {}, screens: [], visitKind, note: '' })

/** A stored draft, or null when it is of another shape. */
export function readEvaluation(stored: unknown): Evaluation | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { facts, screens, visitKind, note } = stored as Readonly<Record<string, unknown>>
  if (typeof facts !== 'object' || facts === null || !Array.isArray(screens)) return null
  if (typeof visitKind !== 'string' || typeof note !== 'string') return null
  return {
    facts: facts as Evaluation['facts'],
    screens: screens.filter((id) => typeof id === 'string'),
    visitKind,
    note,
  }
}

/** Sets one answer; `undefined` takes it back. */
export function answered(evaluation: Evaluation, fact: string, value: FieldValue): Evaluation {
  const { [fact]: _, ...others } = evaluation.facts
  return { ...evaluation, facts: value === undefined ? others : { ...others, [fact]: value } }
}

/** Whether a flag is there, so that more is asked below it. A “no” after a “yes” on record settles nothing. */
export const isThere = (flag: string, { facts }: Evaluation, recorded: Recording): boolean =>
  facts[flag] === 'yes' || recorded.fact(flag)?.value === 'yes'

/** What stands on the page: what was said of a palsy that is not there after all is not seen there, and not saved. */
export function asSeen(evaluation: Evaluation, recorded: Recording): Evaluation {
  const unseen = flags.filter((flag) => !isThere(flag, evaluation, recorded)).flatMap(askedFurther)
  return { ...evaluation, facts: part(evaluation.facts, (fact) => !unseen.includes(fact)) }
}

export const toggled = (evaluation: Evaluation, screen: string): Evaluation => ({
  ...evaluation,
  screens: evaluation.screens.includes(screen)
    ? evaluation.screens.filter((id) => id !== screen)
    : [...evaluation.screens, screen],
})

const isConclusion = (fact: string): boolean => fact.startsWith('dx.')

const part = (facts: Evaluation['facts'], wanted: (fact: string) => boolean) =>
  Object.fromEntries(Object.entries(facts).filter(([fact]) => wanted(fact)))

/** Everything recorded, as one act to evaluate before saving; null when there is nothing. */
export function unsavedAct(evaluation: Evaluation, today: string): Act | null {
  if (Object.keys(evaluation.facts).length === 0 && evaluation.screens.length === 0) return null
  return {
    kind: 'visit',
    date: today,
    facts: evaluation.facts,
    screens: evaluation.screens,
    entries: [visitEntry(evaluation, today)],
  }
}

const visitEntry = ({ visitKind }: Evaluation, today: string) => ({
  kind: 'visit',
  date: today,
  fields: { 'visit.kind': visitKind },
})

/** The findings as a visit; null when nothing but a conclusion was recorded. */
export function visitAct(evaluation: Evaluation, today: string): Act | null {
  const facts = part(evaluation.facts, (fact) => !isConclusion(fact))
  const note = evaluation.note.trim()
  if (Object.keys(facts).length === 0 && evaluation.screens.length === 0 && note === '') return null
  return {
    kind: 'visit',
    date: today,
    facts,
    screens: evaluation.screens,
    entries: [visitEntry(evaluation, today)],
    ...(note === '' ? {} : { note }),
  }
}

/**
 * The conclusion, and with it everything found that day: one act, so that neither is saved without the other. Who
 * signs is taken from the account by the server. Null until the conclusion is whole.
 */
export function signingAct(evaluation: Evaluation, today: string): Act | null {
  if (conclusion.some((fact) => typeof evaluation.facts[fact] !== 'string')) return null
  const visit = visitAct(evaluation, today)
  return { ...(visit ?? { date: today }), kind: 'diagnosis-signed', facts: evaluation.facts }
}

/** A colleague elsewhere concluded this, and a clinician here agrees; or it is one's own conclusion. */
export const concludedElsewhere = (evaluation: Evaluation): boolean =>
  evaluation.facts[signer] === elsewhere && evaluation.facts[agreement] === 'yes'

export const withElsewhere = (evaluation: Evaluation, agreed: boolean): Evaluation =>
  answered(answered(evaluation, signer, agreed ? elsewhere : undefined), agreement, agreed ? 'yes' : undefined)

const signer = 'dx.signedBy'
const agreement = 'dx.agreed'
const elsewhere = 'specialist-elsewhere'

export const withoutFindings = (evaluation: Evaluation): Evaluation => ({
  ...evaluation,
  facts: part(evaluation.facts, isConclusion),
  screens: [],
  note: '',
})
