import { CloseButton } from '@mantine/core'
import classes from './segmented-radio.module.css'
import { words } from './words.ts'

type Option = Readonly<{ value: string; label: string }>
type SegmentedRadioProps = Readonly<{
  /** Unique on the page: radios of one name are one group. */
  name: string
  options: readonly Option[]
  /** Null: nothing chosen. */
  value: string | null
  onChange: (value: string | null) => void
  large?: boolean
  /** One bar on one line, where many questions stand under each other. */
  compact?: boolean
}> &
  Cross

/** What takes the answer back, unless one of them must stand: it says of which question, for many stand on a page. */
type Cross = Readonly<{ clearable?: true; asks: string | undefined } | { clearable: false; asks?: never }>

/**
 * Real radio buttons drawn as one bar. The chosen one stays chosen however often it is pressed; only the cross, Delete
 * and Backspace take the answer back. The number keys choose by place.
 */
export const SegmentedRadio = ({
  asks,
  name,
  options,
  value,
  onChange,
  large = false,
  compact = false,
  clearable = true,
}: SegmentedRadioProps) => (
  <div className={classes.bar} data-large={large} data-compact={compact}>
    {options.map((option) => (
      <label key={option.value} className={classes.option} data-checked={option.value === value}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
          onKeyDown={(event) => {
            if (clearable && (event.key === 'Delete' || event.key === 'Backspace')) onChange(null)
            const numbered = event.ctrlKey || event.metaKey || event.altKey ? undefined : options[Number(event.key) - 1]
            if (numbered === undefined) return
            onChange(numbered.value)
            focusOption(event.currentTarget, numbered.value)
          }}
        />
        {option.label}
      </label>
    ))}
    {clearable && !compact && value !== null && (
      <CloseButton
        size="md"
        aria-label={asks === undefined ? words.field.clear : words.field.pressed(words.field.clear, asks)}
        title={words.field.clear}
        onClick={() => onChange(null)}
      />
    )}
  </div>
)

/** The focus stays with what is chosen, as it does with the arrows. */
function focusOption(from: HTMLInputElement, value: string): void {
  const bar = from.closest(`.${classes.bar}`)
  const all = bar?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? []
  for (const one of all) if (one.value === value) one.focus()
}
