import type { PlainValue } from '@facialis/wire'
import { factOf } from '../../pathway.ts'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import classes from './surgery.module.css'

type ChoiceFieldProps = Readonly<{
  id: string
  /** The values in the order and words of this screen. */
  labels: Readonly<Record<string, string>>
  value: PlainValue | undefined
  onChange: (value: string | undefined) => void
}>

/** A choice whose words would mean something else elsewhere ("both" of two techniques, not of two sides). */
export const ChoiceField = ({ id, labels, value, onChange }: ChoiceFieldProps) => (
  <fieldset className={classes.plain}>
    <legend className={classes.legend}>{factOf(id)?.question}</legend>
    <SegmentedRadio
      name={id}
      options={Object.entries(labels).map(([one, label]) => ({ value: one, label }))}
      value={typeof value === 'string' ? value : null}
      onChange={(one) => onChange(one ?? undefined)}
    />
  </fieldset>
)
