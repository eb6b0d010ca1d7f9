import { factLabel } from '../pathway.ts'
import { dateWords } from '../words/dates.ts'
import { useMayRecord } from './for-who-records.tsx'
import { useOpenPatient } from './open-patient.ts'
import { ReasonForm } from './reason-form.tsx'
import { type Struck, strikeAct } from './strike-act.ts'
import { words } from './words.ts'

/** Whether whoever looks may take back what is recorded: that is a correction. */
export const useMayStrike = (): boolean => useMayRecord('correction')

type StrikeProps = Readonly<{ entry: Struck; onDone: () => void }>

/** Wrong person, wrong side, wrong day, did not happen: struck with a reason, never deleted. */
export function Strike({ entry, onDone }: StrikeProps) {
  const { today } = useOpenPatient().view
  return (
    <ReasonForm
      of={entry.id}
      title={words.strike.title(factLabel(entry.kind), entry.date === null ? '' : dateWords(entry.date))}
      text={words.strike.text}
      press={words.strike.press}
      saved={words.strike.saved}
      actFor={(reason) => strikeAct(entry, reason, today)}
      onDone={onDone}
    />
  )
}
