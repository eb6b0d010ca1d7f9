import type { Fact } from '@facialis/language'
import type { ReactNode } from 'react'
import classes from './fact-field.module.css'
import type { FieldValue } from './fact-value.ts'

/** A fact, or a field of an entry, as a screen asks for it. */
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

/** How the words over a control look. */
export const labels = { label: classes.label, description: classes.note }
