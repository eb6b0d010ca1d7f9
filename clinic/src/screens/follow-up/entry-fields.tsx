import type { ReactNode } from 'react'
import { factOf } from '../../pathway.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import type { FieldValue } from '../../pieces/fact-value.ts'
import classes from './follow-up.module.css'
import type { Typed } from './typed.ts'

type EntryFieldsProps = Readonly<{
  ids: readonly string[]
  typed: Typed
  onChange: (id: string, value: FieldValue) => void
  problemAt: (id: string) => string | undefined
  today: string
  note?: (id: string) => ReactNode
  canBeUnknown?: boolean
  /** Another question than the fact's own. */
  question?: (id: string) => string
  /** Side by side where there is room. */
  paired?: boolean
}>

/** Several facts or fields of the pathway as controls, in the order given. */
export const EntryFields = ({
  ids,
  typed,
  onChange,
  problemAt,
  today,
  note,
  canBeUnknown = true,
  question,
  paired = false,
}: EntryFieldsProps) => (
  <div className={paired ? classes.pairs : classes.fields}>
    {ids.map((id) => {
      const fact = factOf(id)
      return fact === null ? null : (
        <FactField
          key={id}
          fact={fact}
          value={typed[id]}
          onChange={(value) => onChange(id, value)}
          problem={problemAt(id)}
          note={note?.(id)}
          question={question?.(id)}
          today={today}
          canBeUnknown={canBeUnknown}
        />
      )
    })}
  </div>
)
