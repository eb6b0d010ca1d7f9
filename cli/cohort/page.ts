import type { Question } from '@facialis/engine'
import { formatDay } from '@facialis/language'
import { titleOfVersion } from '../input/versions.ts'
import { singleLine } from '../output/single-line.ts'
import { type TextStyle, wrapped } from '../output/styled-output.ts'
import type { CohortOptions } from './options.ts'
import type { Tally } from './tally.ts'
import { countRows } from './write-rows.ts'

/** What came out, as a table to read. */
/** @param status who stands behind the rules, in words */
export function cohortPage(
  { questions, status }: Readonly<{ questions: readonly Question[]; status: string }>,
  tally: Tally,
  asked: CohortOptions,
  style: TextStyle,
): string {
  const { against, asking } = asked
  const rows = countRows(questions, tally, asked)
  const day = formatDay(asking.asOf)
  const title =
    against === null
      ? `${counted(tally.people, 'person', 'people')} on ${day}`
      : `Of ${counted(tally.people, 'person', 'people')} on ${day}, whose answers change ${otherwise(asked)}`
  const widest = Math.max(0, ...rows.map(({ people }) => grouped(people as number).length))
  const ofVersions = isOfVersions(asked)
  const lines = [style.strong(title), style.faint(status), ...(ofVersions ? [style.faint(onlyDecisions)] : []), '']
  if (against !== null && rows.length === 0) lines.push('Nobody.')
  let before = ''
  for (const { decision, answer, from, to, people } of rows) {
    if (decision !== before) lines.push(...(before === '' ? [] : ['']), style.heading(String(decision)))
    before = String(decision)
    const share = tally.people === 0 ? 0 : ((people as number) / tally.people) * 100
    const what = against === null ? String(answer) : `${from} → ${to}`
    lines.push(
      `  ${grouped(people as number).padStart(widest)}  ${style.faint(`${share.toFixed(1).padStart(5)} %`)}  ${what}`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** Two versions are asked the very same. */
const isOfVersions = ({ asking, against }: Pick<CohortOptions, 'asking' | 'against'>): boolean =>
  against?.asking === asking

/** A step that changes moves nobody here, and "nobody" must not sound as if it did not change. */
const onlyDecisions = 'Decisions only; for the example people, changed steps and alerts are listed too.'

const otherwise = ({ asking, against }: CohortOptions): string => {
  if (against !== null && isOfVersions({ asking, against })) return `by ${titleOfVersion(against.version)}`
  return against !== null && against.asking.asOf !== asking.asOf
    ? `on ${formatDay(against.asking.asOf)}`
    : 'with the other numbers'
}

/** How much was read, and everything that was not used, with why. */
export function readingPage(
  tally: Tally,
  { lines, unused }: Readonly<{ lines: number; unused: Readonly<Record<string, number>> }>,
  style: TextStyle,
): string {
  const out = [
    `Read ${counted(lines, 'line', 'lines')}: ${counted(tally.resources, 'resource', 'resources')} of ${counted(tally.people, 'person', 'people')}, ${grouped(tally.understood)} of them understood.`,
  ]
  for (const [why, count] of Object.entries(unused)) out.push(`${counted(count, 'line', 'lines')}: ${why}; not used.`)
  for (const [why, { kind, count, first }] of Object.entries(tally.faults)) {
    const what = kind === 'line' ? counted(count, 'line', 'lines') : counted(count, 'person', 'people')
    const places = `${first.join('; ')}${count > first.length ? '; …' : ''}`
    out.push(style.warning(`${what} left out: ${singleLine(why)}`))
    out.push(...wrapped(singleLine(places), style.width, '    '))
  }
  return `${out.join('\n')}\n`
}

export const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ' ')
const counted = (number: number, one: string, many: string): string => `${grouped(number)} ${number === 1 ? one : many}`
