import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import classes from './follow-up.module.css'
import type { Told } from './phone-call.ts'
import { statusOptions } from './spasm-report.tsx'
import { words } from './words.ts'

type ToldFieldsProps = Readonly<{
  /** Names the group of buttons on a page with several. */
  name: string
  told: Told
  onChange: (part: Partial<Told>) => void
  /** Since when is asked only of a complaint. */
  hasComplaint: boolean
  problem?: string | undefined
  labels?: Readonly<{ status: string; said: string }>
  /** What the complaints lead to, shown where they are dated. */
  children?: ReactNode
}>

/** What every call ends with: since when, how the spasm is, what was said. */
export const ToldFields = ({
  name,
  told,
  onChange,
  hasComplaint,
  problem,
  labels = words.call,
  children,
}: ToldFieldsProps) => (
  <>
    {hasComplaint && (
      <TextInput
        label={words.call.began}
        value={told.began}
        maw="16rem"
        error={problem}
        onChange={(event) => onChange({ began: event.currentTarget.value })}
      />
    )}
    {children}
    <fieldset className={classes.plain}>
      <legend className={classes.legend}>{labels.status}</legend>
      <SegmentedRadio
        name={`${name}-status`}
        options={statusOptions}
        value={told.status}
        onChange={(status) => onChange({ status })}
      />
    </fieldset>
    <Textarea
      label={labels.said}
      autosize
      minRows={1}
      value={told.said}
      onChange={(event) => onChange({ said: event.currentTarget.value })}
    />
  </>
)
