import type { Act, PlainValue } from '@facialis/wire'
import { type Answers, type Treated, triageFacts } from './questions.ts'
import { words } from './words.ts'

export type Triaging = Readonly<{
  answers: Answers
  treated: Treated
  /** What the person was referred for, where nobody has said it yet. */
  reason: string | null
  note: string
}>

/** What "Triage done" records: the day, the answers, and in words what is no fact. */
export function triageAct({ answers, treated, reason, note }: Triaging, today: string): Act {
  const said = triageFacts.flatMap((fact): readonly (readonly [string, PlainValue])[] => {
    const value = answers[fact]
    // A flag that was resolved stays so: asking again is not raising it again.
    return value === undefined || value === 'yes-resolved' ? [] : [[fact, value]]
  })
  const notes = [note.trim(), treated === null ? '' : words.treatedLine(words.treatedAnswers[treated])]
  const text = notes.filter((part) => part !== '').join('\n')
  return {
    kind: 'triage',
    date: today,
    facts: {
      ...Object.fromEntries(said),
      ...(reason === null ? {} : { 'referral.reason': reason }),
      'referral.triaged': today,
    },
    ...(text === '' ? {} : { note: text }),
  }
}
