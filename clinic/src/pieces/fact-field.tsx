import type { SetFact } from '@facialis/language'
import { isUnknown } from '@facialis/wire'
import { Checkbox, Group } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { valueWords } from '../words/clinical.ts'
import classes from './fact-field.module.css'
import { type FactFieldProps, labels } from './fact-field-props.ts'
import { type FieldValue, inOrderOfButtons } from './fact-value.ts'
import { SegmentedRadio } from './segmented-radio.tsx'
import { TextBox } from './text-box.tsx'
import { DateOfFact, QuantityField } from './typed-fact.tsx'
import { words } from './words.ts'

/** Any fact of the pathway as an accessible control, by its type. Nothing is preselected: silence is not an answer. */
export function FactField(props: FactFieldProps) {
  const { fact, value, onChange, canBeUnknown = true } = props
  const unknown = canBeUnknown ? [{ value: unknownOption, label: words.field.unknown }] : []
  switch (fact.type) {
    case 'yes-no':
    case 'choice': {
      // What stands when nothing is said needs no button: not pressing one says it.
      const unsaid = fact.unrecorded !== null && 'word' in fact.unrecorded ? fact.unrecorded.word : null
      const silence = props.withSilence === true ? null : unsaid
      const left = fact.values.filter((word) => word !== silence && !props.without?.includes(word))
      const options = fact.type === 'yes-no' ? ['yes', 'no'] : inOrderOfButtons(left)
      return (
        <Labelled {...props}>
          {(name) => (
            <SegmentedRadio
              asks={props.question ?? fact.question}
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
const chosen = (value: FieldValue): string | null => {
  if (value === undefined) return null
  if (isUnknown(value)) return unknownOption
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
