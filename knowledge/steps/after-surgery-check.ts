import {
  all,
  type Cites,
  type Condition,
  type DateTerm,
  is,
  lessThan,
  type NumberTerm,
  not,
  type Step,
  shifted,
  step,
  unanswered,
} from '@facialis/language'
import { anyDecompression, lastDecompression, sinceDecompression } from '../decisions/course.ts'
import { spasmReport, visit } from '../entries/index.ts'
import { onPathway, since } from './calling.ts'

const surgery = { name: 'operation', date: lastDecompression }
export const day = (days: NumberTerm): DateTerm => shifted(lastDecompression, days)
export const seenAfter = (days: NumberTerm): Condition =>
  since(visit, day(days), is(visit.fields.kind, 'post-op', 'follow-up', 'first', 'injection'))
export const spokenAfter = (days: NumberTerm): Condition =>
  since(visit, day(days), is(visit.fields.kind, 'post-op', 'follow-up', 'phone'))
export const reportedAfter = (days: NumberTerm): Condition =>
  since(spasmReport, day(days), not(unanswered(spasmReport.fields.status)))

type Check = Readonly<{
  id: string
  label: string
  text: string
  owner: string
  opens: NumberTerm
  due: NumberTerm
  overdue: NumberTerm
  /** The next check takes its place from this day on: an old operation asks for no ward round. The last has none. */
  until?: NumberTerm
  done: Condition
  settles: Step['settles']
  rules: readonly string[]
  because: Cites
}>

export const check = ({
  id,
  label,
  text,
  owner,
  opens,
  due,
  overdue,
  until,
  done,
  settles,
  rules,
  because,
}: Check): Step =>
  step(
    id,
    {
      label,
      text,
      when: onPathway(all(anyDecompression, ...(until ? [lessThan(sinceDecompression, until)] : [])), done),
      owner,
      anchor: surgery,
      window: { opens, due, overdue },
      settles,
      rules,
    },
    ...because,
  )
