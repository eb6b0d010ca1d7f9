import type { DateFact, Fact, QuantityFact, SetFact } from '@facialis/language'
import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { dayLimit } from '../pathway.ts'
import { valueWords } from '../words/clinical.ts'
import { unitWords } from '../words/plain-words.ts'
import { useBorn } from './born.ts'
import { DateField } from './date-field.tsx'
import classes from './fact-field.module.css'
import { type FieldValue, readDate, readQuantity, typedValue } from './fact-value.ts'
import { onceReleased } from './once-released.ts'
import { SegmentedRadio } from './segmented-radio.tsx'
import { TextBox } from './text-box.tsx'
import { words } from './words.ts'

export type FactFieldProps = Readonly<{
  fact: Fact
  value: FieldValue
  onChange: (value: FieldValue) => void
  /** Shown at the field, read out with it. */
  problem?: string | undefined
  /** A line under the question: what is on record, why it is asked. */
  note?: ReactNode
  /** Another question than the fact's own, in words for this screen's readers. */
  question?: string | undefined
  /** Whether "don't know" may be said; true unless the value is the screen's own. */
  canBeUnknown?: boolean
  /** The site's day: adds a "today" button to dates, and says which days they may name. */
  today?: string | undefined
  /** For a field: the kind and day of the entry it belongs to. */
  entry?: Readonly<{ kind: string; date: string | null }> | undefined
  /** Larger targets, for the public pages. */
  large?: boolean
  /** Question left, answers right, on one line: where many questions stand under each other. */
  line?: boolean
  /** Words of the fact that are not said here. */
  without?: readonly string[]
  /** What stands when nothing is said may be said, too: it is an answer, and without it another would be pressed in its place. */
  withSilence?: boolean
}>

/** Any fact of the pathway as an accessible control, by its type. Nothing is preselected: silence is not an answer. */
export function FactField(props: FactFieldProps) {
  const { fact, value, onChange, canBeUnknown = true } = props
  const unknown = canBeUnknown ? [{ value: unknownOption, label: words.field.unknown }] : []
  switch (fact.type) {
    case 'yes-no':
    case 'choice': {
      // "Yes" comes first where people expect it; the other values keep the order of the fact.
      // What stands when nothing is said needs no button: not pressing one says it.
      const unsaid = fact.unrecorded !== null && 'word' in fact.unrecorded ? fact.unrecorded.word : null
      const silence = props.withSilence === true ? null : unsaid
      const left = fact.values.filter((word) => word !== silence && !props.without?.includes(word))
      const options = fact.type === 'yes-no' ? ['yes', 'no'] : left
      return (
        <Labelled {...props}>
          {(name) => (
            <SegmentedRadio
              name={name}
              large={props.large ?? false}
              compact={props.line ?? false}
              options={[...options.map((word) => ({ value: word, label: valueWords(word, fact.id) })), ...unknown]}
              value={chosen(value)}
              onChange={(word) => onChange(word === null ? undefined : word === unknownOption ? null : word)}
            />
          )}
        </Labelled>
      )
    }
    case 'set':
      return <Labelled {...props}>{() => <SetChoice {...props} fact={fact} canBeUnknown={canBeUnknown} />}</Labelled>
    case 'quantity':
      return <QuantityField {...props} fact={fact} />
    case 'date':
      return <DateOfFact {...props} fact={fact} canBeUnknown={canBeUnknown} />
    case 'text':
      return (
        <TextBox
          label={props.question ?? fact.question}
          classNames={labels}
          description={props.note}
          error={props.problem}
          minRows={1}
          kept={fact}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => onChange(text === '' ? undefined : text)}
        />
      )
    default:
      return fact satisfies never
  }
}

const unknownOption = '?'
const aboveTheField = ['label', 'description', 'input', 'error'] as ('label' | 'description' | 'input' | 'error')[]
const labels = { label: classes.label, description: classes.note }

const chosen = (value: FieldValue): string | null => {
  if (value === undefined) return null
  if (value === null || (typeof value === 'object' && 'unknown' in value)) return unknownOption
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** A question over a group of controls, with its note and its problem. */
function Labelled({
  fact,
  question,
  note,
  problem,
  large = false,
  line = false,
  children,
}: FactFieldProps & Readonly<{ children: (name: string) => ReactNode }>) {
  const name = useId()
  if (line)
    return (
      // A legend cannot stand beside what it names.
      // biome-ignore lint/a11y/useSemanticElements: see above
      <div
        role="group"
        className={classes.line}
        aria-labelledby={`${name}-question`}
        aria-describedby={problem ? `${name}-problem` : undefined}
      >
        <div className={classes.asked}>
          <span id={`${name}-question`}>{question ?? fact.question}</span>
          {fact.unverified && <span className={classes.unverified}> {words.field.unverified}</span>}
          {note !== undefined && note !== null && <div className={classes.note}>{note}</div>}
          {problem !== undefined && (
            <p id={`${name}-problem`} className={classes.problem} role="alert">
              {problem}
            </p>
          )}
        </div>
        {children(name)}
      </div>
    )
  return (
    <fieldset
      className={classes.group}
      data-large={large}
      data-wrong={problem !== undefined}
      aria-describedby={problem ? `${name}-problem` : undefined}
    >
      <legend className={classes.question}>
        {question ?? fact.question}
        {fact.unverified && !large && <span className={classes.unverified}> ({words.field.unverified})</span>}
      </legend>
      {note !== undefined && note !== null && <div className={classes.note}>{note}</div>}
      {children(name)}
      {problem !== undefined && (
        <p id={`${name}-problem`} className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  )
}

type SetChoiceProps = FactFieldProps & Readonly<{ fact: SetFact; canBeUnknown: boolean }>

function SetChoice({ fact, value, onChange, canBeUnknown }: SetChoiceProps) {
  const members: readonly string[] = Array.isArray(value) ? (value as readonly string[]) : []
  const ownNone = fact.values.includes('none')
  return (
    <Checkbox.Group value={[...members]} onChange={(next) => onChange(next.length === 0 ? undefined : next)}>
      <Group gap="xs" mt={4}>
        {fact.values.map((word) => (
          <Checkbox key={word} value={word} label={valueWords(word, fact.id)} className={classes.check} />
        ))}
        {!ownNone && (
          <Checkbox
            checked={Array.isArray(value) && value.length === 0}
            onChange={(event) => onChange(event.currentTarget.checked ? [] : undefined)}
            label={words.field.nothingOf}
            className={classes.check}
          />
        )}
        {canBeUnknown && (
          <Checkbox
            checked={value === null}
            onChange={(event) => onChange(event.currentTarget.checked ? null : undefined)}
            label={words.field.unknown}
            className={classes.check}
          />
        )}
      </Group>
    </Checkbox.Group>
  )
}

type OfFact<F extends Fact> = FactFieldProps & Readonly<{ fact: F }>

/** A number that is typed. What is typed stays as typed; its meaning is read when leaving the field. */
function QuantityField(props: OfFact<QuantityFact>) {
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
function DateOfFact(props: OfFact<DateFact>) {
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
const NotKnown = ({ value, onChange, canBeUnknown = true }: FactFieldProps) =>
  canBeUnknown && (
    <Button
      variant={value === null ? 'light' : 'default'}
      size="xs"
      aria-pressed={value === null}
      onClick={() => onChange(value === null ? undefined : null)}
    >
      {words.field.unknown}
    </Button>
  )

const written = (value: FieldValue): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
