import type { DateFact, Fact, QuantityFact } from '@facialis/language'
import { Button, TextInput } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { dayLimit } from '../pathway.ts'
import { unitWords } from '../words/plain-words.ts'
import { useBorn } from './born.ts'
import { DateField } from './date-field.tsx'
import classes from './fact-field.module.css'
import { type FactFieldProps, labels } from './fact-field-props.ts'
import { type FieldValue, readDate, readQuantity, typedValue } from './fact-value.ts'
import { onceReleased } from './once-released.ts'
import { words } from './words.ts'

const aboveTheField = ['label', 'description', 'input', 'error'] as ('label' | 'description' | 'input' | 'error')[]

type OfFact<F extends Fact> = FactFieldProps & Readonly<{ fact: F }>

/** A number that is typed. What is typed stays as typed; its meaning is read when leaving the field. */
export function QuantityField(props: OfFact<QuantityFact>) {
  const { fact, value, onChange, note, problem, question } = props
  const [text, setText] = useEcho(value, (typed) => typedValue(readQuantity(fact, typed).value, typed))
  const [wrong, setWrong] = useState(() => readQuantity(fact, text).problem)
  const unit = unitWords(fact)
  const type = (next: string) => {
    setText(next)
    const { value: read, problem: why } = readQuantity(fact, next)
    if (why === null) setWrong(null)
    const meant = typedValue(read, next)
    if (meant !== value) onChange(meant)
  }
  return (
    <div className={props.line ? classes.typedLine : classes.typed}>
      <TextInput
        label={question ?? fact.question}
        classNames={labels}
        description={note}
        inputWrapperOrder={aboveTheField}
        error={wrong ?? problem}
        value={text}
        inputMode={fact.decimals === 0 ? 'numeric' : 'decimal'}
        rightSection={unit === '' ? undefined : <span className={classes.unit}>{unit}</span>}
        rightSectionWidth={unit === '' ? undefined : Math.max(36, unit.length * 8 + 16)}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={({ currentTarget: box }) => onceReleased(() => setWrong(readQuantity(fact, box.value).problem))}
        onKeyDown={({ key }) => key === 'Enter' && setWrong(readQuantity(fact, text).problem)}
        size={props.large === true ? 'md' : 'sm'}
        className={classes.input}
      />
      <NotKnown {...props} />
    </div>
  )
}

/** A date of the pathway: which days it may name is said by the fact. */
export function DateOfFact(props: OfFact<DateFact>) {
  const { fact, value, onChange, note, problem, question, today, entry } = props
  const born = useBorn()
  const limit = useMemo(
    () => (today === undefined ? undefined : dayLimit(fact, { today, entry: entry ?? null, born })),
    [fact, today, entry, born],
  )
  const [text, setText] = useEcho(value, (typed) => typedValue(readDate(typed, { limit }).value, typed))
  return (
    <DateField
      label={question ?? fact.question}
      description={note}
      text={text}
      limit={limit}
      problem={problem}
      today={today}
      size={props.large === true ? 'md' : 'sm'}
      onChange={(next) => {
        setText(next)
        const meant = typedValue(readDate(next, { limit }).value, next)
        if (meant !== value) onChange(meant)
      }}
    >
      <NotKnown {...props} />
    </DateField>
  )
}

/** The text of a field that is typed into. A value from outside (a draft, a copied session) replaces it; our own echo does not. */
function useEcho(value: FieldValue, read: (text: string) => FieldValue) {
  const state = useState(written(value))
  const [text, setText] = state
  const last = useRef(value)
  useEffect(() => {
    if (last.current === value) return
    last.current = value
    if (read(text) !== value) setText(written(value))
  })
  return state
}

/** "Don't know" beside a field that is typed into. */
const NotKnown = ({ fact, question, value, onChange, canBeUnknown = true }: FactFieldProps) =>
  canBeUnknown && (
    <Button
      variant={value === null ? 'light' : 'default'}
      size="xs"
      aria-pressed={value === null}
      aria-label={words.field.pressed(words.field.unknown, question ?? fact.question)}
      onClick={() => onChange(value === null ? undefined : null)}
    >
      {words.field.unknown}
    </Button>
  )

const written = (value: FieldValue): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
