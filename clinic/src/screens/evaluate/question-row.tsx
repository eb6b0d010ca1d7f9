import type { PlainValue } from '@facialis/wire'
import { factOf } from '../../pathway.ts'
import type { FindingOutcome } from '../../patient/finding-outcome.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import { type Sign, SignDrawing } from '../../pieces/sign-drawing.tsx'
import type { Recorded } from '../../recorded.ts'
import { contradictsToday } from './contradicts-today.ts'
import { placeOf } from './focus-question.ts'
import { OutcomeLine } from './outcome-line.tsx'
import { isConclusion } from './procedure.ts'
import type { Standing } from './progress.ts'
import classes from './question-row.module.css'
import { recordNote, recordWords } from './record-note.ts'
import { ReplaceLine } from './replace-line.tsx'
import { SecondConclusionLine } from './second-conclusion-line.tsx'
import { words } from './words.ts'

type QuestionRowProps = Readonly<{
  id: string
  value: PlainValue | undefined
  onAnswer: (value: PlainValue | undefined) => void
  standing: Standing
  recorded: Recorded | null
  problem: string | undefined
  today: string
  side: 'left' | 'right' | 'both' | null
  /** Whether this account may state it; otherwise what is on record is shown. */
  mayState: boolean
  /** That it was there, and what became of it. */
  outcome: FindingOutcome | null
  maySayOutcome: boolean
}>

const drawings: Readonly<Record<string, Sign>> = {
  'ph.otherBabinski': 'brow',
  'ph.synchronous': 'synchronous',
  'ph.onsetOrbicularisOculi': 'lid-onset',
  'ph.downwardSpread': 'downward',
}

/** One question of the procedure on one line, with what the record says and, where it helps, what is meant, drawn. */
export function QuestionRow(row: QuestionRowProps) {
  const { id, value, onAnswer, standing, recorded, problem, today, side, mayState, outcome } = row
  const fact = factOf(id)
  if (fact === null) return null
  const whatBecame = outcome !== null && <OutcomeLine id={id} outcome={outcome} maySay={row.maySayOutcome} />
  if (!mayState)
    return (
      <div id={placeOf(id)} className={classes.row} data-standing={standing} tabIndex={-1}>
        <span className={classes.asked}>{fact.question}</span>
        <span className={classes.told}>{recordWords(recorded, fact)}</span>
        {whatBecame}
      </div>
    )
  const sign = drawings[id]
  // A finding is resolved or related to the spasm in an act of its own; what was examined may be explained at once.
  const without = 'judged' in fact && !id.startsWith('exam.') ? (fact.judged?.words ?? []) : []
  const note = standing === 'by-list' ? words.byList : value === undefined ? recordNote(recorded, fact) : undefined
  return (
    <div id={placeOf(id)} className={classes.row} data-standing={standing}>
      <div data-question>
        <FactField
          line
          fact={fact}
          value={value}
          onChange={onAnswer}
          problem={problem}
          note={note}
          today={today}
          without={without}
          canBeUnknown={!isConclusion(id)}
        />
      </div>
      {whatBecame}
      {contradictsToday({ fact, value, recorded, today }) &&
        (isConclusion(id) ? (
          <SecondConclusionLine isSigned={value === undefined} />
        ) : (
          <ReplaceLine id={id} value={value} onReplaced={() => onAnswer(undefined)} />
        ))}
      {sign !== undefined && <SignDrawing sign={sign} side={side} />}
    </div>
  )
}
