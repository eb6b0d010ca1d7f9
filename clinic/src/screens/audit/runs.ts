import type { AuditLine } from '@facialis/wire'
import { dayOfInstant } from '../../words/dates.ts'

/** What somebody did again and again without anything between, such as a board that refreshes itself. */
export type Run = Readonly<{ line: AuditLine; count: number; since: string }>

const said = ({ who, action, outcome, people, others, reason, what, problem }: AuditLine): string =>
  JSON.stringify([who.id, action, outcome, people.map(({ id }) => id), others, reason, what, problem])

/** Lines, newest first, with what repeats itself told once. */
export function runsOf(lines: readonly AuditLine[], zone: string): readonly Run[] {
  const dayOf = ({ at }: AuditLine) => dayOfInstant(at, zone)
  const runs: Run[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last && dayOf(last.line) === dayOf(line) && said(last.line) === said(line))
      runs[runs.length - 1] = { line: last.line, count: last.count + 1, since: line.at }
    else runs.push({ line, count: 1, since: line.at })
  }
  return runs
}
