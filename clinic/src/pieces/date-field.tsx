import { dateWords } from '@facialis/language'
import { Button, Group, Input, TextInput, type TextInputProps } from '@mantine/core'
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import classes from './date-field.module.css'
import { type DayRules, readDate } from './fact-value.ts'
import { onceReleased } from './once-released.ts'
import { words } from './words.ts'

type DateFieldProps = DayRules &
  Pick<
    TextInputProps,
    'label' | 'aria-label' | 'description' | 'placeholder' | 'size' | 'maw' | 'readOnly' | 'autoComplete'
  > &
  Readonly<{
    /** As typed; `readDate` says what it means. */
    text: string
    onChange: (text: string) => void
    /** What the pathway has against it, told as soon as it is typed to its end. */
    against?: string | undefined
    /** What the server said about it. */
    problem?: string | undefined
    /** The site's day: adds a "today" button. */
    today?: string | undefined
    /** How wide the box and what is said of it are together, where they stand in a line with others. */
    width?: string | undefined
    /** What may be pressed instead, beside "today". */
    children?: ReactNode
  }>

/**
 * The one box for a date that is typed. What is typed stays as typed; what it was read as stands below it, a day that
 * cannot be meant is said at once, and where day and month could change places it asks which one is meant.
 */
export function DateField(props: DateFieldProps) {
  const { text, onChange, against, problem, today, limit, whole, width, children, ...box } = props
  const id = useId()
  const asked = typeof box.label === 'string' ? box.label : box['aria-label']
  // Text that is there from the start, such as that of a draft, is not being typed.
  const [left, setLeft] = useState(true)
  const { value, problem: wrong, either, isDay } = readDate(text, { limit, whole })
  // Half a date is no mistake yet; a whole one that does not fit is.
  const told = (left || isDay ? (wrong ?? against) : null) ?? problem
  const shown = either === null ? told : undefined
  const said = [
    ...(box.description === undefined || box.description === null ? [] : [`${id}-description`]),
    ...(shown === undefined ? [] : [`${id}-wrong`]),
    `${id}-read`,
  ].join(' ')
  const typed = useRef<HTMLInputElement>(null)
  // The library takes for what is said of a box only what stands inside its own frame: what is wrong would not be read with it.
  useLayoutEffect(() => typed.current?.setAttribute('aria-describedby', said))
  const read = typeof value === 'string' && value !== text.trim() ? dateWords(value) : ''
  return (
    <div className={classes.field} data-wrong={either !== null} {...(width === undefined ? {} : { style: { width } })}>
      <TextInput
        placeholder={words.field.dateHint}
        {...box}
        ref={typed}
        id={id}
        inputWrapperOrder={['label', 'description', 'input']}
        value={text}
        error={shown !== undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onFocus={() => setLeft(false)}
        onBlur={() => onceReleased(() => setLeft(true))}
        onKeyDown={({ key }) => key === 'Enter' && setLeft(true)}
      />
      <div className={classes.instead}>
        {today !== undefined && (
          <Button
            variant="default"
            size="xs"
            aria-label={asked === undefined ? undefined : words.field.pressed(words.field.today, asked)}
            onClick={() => onChange(dateWords(today))}
          >
            {words.field.today}
          </Button>
        )}
        {children}
      </div>
      {/* Below both: within the box it would push what stands beside it down. */}
      {shown !== undefined && (
        <Input.Error id={`${id}-wrong`} className={classes.wrong}>
          {shown}
        </Input.Error>
      )}
      <span id={`${id}-read`} className={classes.read} aria-live="polite">
        {read !== '' && read !== text.trim() && words.field.readAs(read)}
        {either !== null && words.field.which(text.trim())}
      </span>
      {either !== null && (
        <Group gap={4} className={classes.which}>
          {either.map((date) => (
            <Button key={date} variant="default" size="xs" onClick={() => onChange(dateWords(date))}>
              {dateWords(date)}
            </Button>
          ))}
        </Group>
      )}
    </div>
  )
}
