import { isNo, isYes, type PlainValue } from '@facialis/wire'
import { triage } from '../pathway.ts'
import { words } from './words.ts'

export type Treated = 'yes' | 'no' | 'unknown' | null
/** Answers by fact: `undefined` not asked, `null` asked and not known. */
export type Answers = Readonly<Record<string, PlainValue | undefined>>

const calls = new Set(triage.call.map(({ id }) => id))

/** The questions that are facts of the pathway, in the order a non-clinician asks them. */
export const triageFacts: readonly string[] = [...triage.call, ...triage.ask].map(({ id }) => id)

/** A "yes" here is answered by telephone on the same day. */
export const isCall = (fact: string, value: PlainValue | undefined): boolean => calls.has(fact) && isYes(value)

export const needsACall = (answers: Answers): boolean => triageFacts.some((fact) => isCall(fact, answers[fact]))

/** How an answer stands on its bar of buttons; a resolved flag was a "yes". */
export const shownAs = (value: PlainValue | undefined): keyof typeof words.options | null =>
  value === null ? 'unknown' : isYes(value) || value === 'yes-resolved' ? 'yes' : isNo(value) ? 'no' : null

const treatedWords = Object.entries(words.treatedAnswers).map(
  ([treated, answer]) => [treated as NonNullable<Treated>, words.treatedLine(answer)] as const,
)

/** What was said last of earlier treatment, which is no fact and stands in words of ours on a line of a note. */
export function treatedSaid(notes: readonly (string | null)[]): Treated {
  for (const note of notes) {
    const lines = note?.split('\n') ?? []
    const said = treatedWords.find(([, line]) => lines.includes(line))
    if (said !== undefined) return said[0]
  }
  return null
}

/** Whether each of the six has an answer, "don't know" among them. */
export const allAnswered = (answers: Answers, treated: Treated): boolean =>
  treated !== null && triageFacts.every((fact) => shownAs(answers[fact]) !== null)
