import type { ReactNode } from 'react'
import { entryLimit } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import classes from './follow-up.module.css'
import type { CallNotes } from './phone-call.ts'
import { statusOptions } from './spasm-report.tsx'
import { words } from './words.ts'

type ToldFieldsProps = Readonly<{
  /** Names the group of buttons on a page with several. */
  name: string
  told: CallNotes
  onChange: (part: Partial<CallNotes>) => void
  /** Since when is asked only of a complaint. */
  hasComplaint: boolean
  problem?: string | undefined
  labels?: Readonly<{ status: string; said: string }>
  /** What the complaints lead to, shown where they are dated. */
  children?: ReactNode
}>

/** What every call ends with: since when, how the spasm is, what was said. */
export function ToldFields({
  name,
  told,
  onChange,
  hasComplaint,
  problem,
  labels = words.call,
  children,
}: ToldFieldsProps) {
  const { view, born } = useOpenPatient()
  return (
    <>
      {hasComplaint && (
        <DateField
          label={words.call.began}
          text={told.began}
          limit={entryLimit('symptom', { today: view.today, born })}
          problem={problem}
          onChange={(began) => onChange({ began })}
        />
      )}
      {children}
      <fieldset className={classes.plain}>
        <legend className={classes.legend}>{labels.status}</legend>
        <SegmentedRadio
          asks={labels.status}
          name={`${name}-status`}
          options={statusOptions}
          value={told.status}
          onChange={(status) => onChange({ status })}
        />
      </fieldset>
      <TextBox label={labels.said} minRows={1} value={told.said} onChange={(said) => onChange({ said })} />
    </>
  )
}
