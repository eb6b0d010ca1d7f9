import type { PolicyNumber } from '@facialis/language'
import { useId } from 'react'
import classes from './what-if.module.css'

type NumberFieldProps = Readonly<{
  number: PolicyNumber
  label: string
  value: string
  fault: string | undefined
  onType: (text: string) => void
}>

/** The browser's own field with its steps: there are nearly two hundred of them on the page. */
export function NumberField({ number: { min, max }, label, value, fault, onType }: NumberFieldProps) {
  const id = useId()
  return (
    <>
      <input
        type="number"
        className={classes.input}
        aria-label={label}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : id}
        min={min}
        max={max}
        step={1}
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
        // Whoever scrolls past does not mean the number.
        onWheel={(event) => event.currentTarget.blur()}
      />
      {fault !== undefined && (
        <div id={id} className={classes.fault}>
          {fault}
        </div>
      )}
    </>
  )
}
