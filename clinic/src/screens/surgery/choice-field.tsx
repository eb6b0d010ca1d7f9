import type { PlainValue } from '@facialis/wire'
import { factOf } from '../../pathway.ts'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { valueWords } from '../../words/clinical.ts'
import classes from './surgery.module.css'

type ChoiceFieldProps = Readonly<{
  id: string
  /** In the order of this screen: what is most often so comes first. */
  values: readonly string[]
  value: PlainValue | undefined
  onChange: (value: string | undefined) => void
}>

/** A choice in an order of its own. */
export const ChoiceField = ({ id, values, value, onChange }: ChoiceFieldProps) => (
  <fieldset className={classes.plain}>
    <legend className={classes.legend}>{factOf(id)?.question}</legend>
    <SegmentedRadio
      asks={factOf(id)?.question}
      name={id}
      options={values.map((one) => ({ value: one, label: valueWords(one, id) }))}
      value={typeof value === 'string' ? value : null}
      onChange={(one) => onChange(one ?? undefined)}
    />
  </fieldset>
)
