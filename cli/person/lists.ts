import { type Advice, byOrSince, type NextStep } from '@facialis/language'
import { cited, type Line, plainWords } from '../output/reasons.ts'
import { type TextStyle, wrapped } from '../output/styled-output.ts'
import type { Section } from './standing.ts'

export const steps: Section = (_pathway, { nextSteps }, style) => [
  style.heading('NEXT'),
  ...(nextSteps.length === 0
    ? ['  Nothing is due.']
    : nextSteps.flatMap((step, index) => stepLines(step, index, style))),
]

function stepLines(
  { label, text, owner, urgency, dueBy, state, anchor, rules, passages }: NextStep,
  index: number,
  style: TextStyle,
): readonly Line[] {
  const due =
    dueBy === null
      ? `no due date: ${plainWords(anchor.fact)} is not known (${plainWords(state)})`
      : isLate(state)
        ? `${byOrSince[state]} ${dueBy}`
        : `due ${byOrSince[state]} ${dueBy} (${plainWords(state)})`
  const colour =
    urgency === 'emergency' || state === 'overdue'
      ? style.bad
      : urgency === 'urgent' || urgency === 'soon'
        ? style.warning
        : style.strong
  const number = `  ${index + 1}. `
  return [
    ...wrapped(label, style.width, number).map((line) => colour(line)),
    ...wrapped(`${plainWords(owner)} · ${urgency} · ${due}`, style.width, ' '.repeat(number.length)),
    ...cited(text, [...rules, ...passages], ' '.repeat(number.length), style),
  ]
}

const isLate = (state: NextStep['state']): boolean => state === 'grace' || state === 'overdue'

/** The rest of a long list is for a screen or for `--json`. */
const mostMissing = 8

export const missing: Section = (_pathway, { missing }, style) => {
  const [best, ...rest] = missing
  if (!best) return [style.heading('WHAT IS MISSING'), '  Nothing that would change an answer.']
  const shown = rest.slice(0, mostMissing - 1)
  const left = rest.length - shown.length
  return [
    style.heading('WHAT IS MISSING'),
    ...wrapped(`Best next question: ${best.question}`, style.width, '  > ').map(style.strong),
    `    ${style.faint(`${best.fact} · ${plainWords(best.why)}`)}`,
    ...shown.flatMap(({ fact, question, why }) => [
      ...wrapped(question, style.width, '  - '),
      `    ${style.faint(`${fact} · ${plainWords(why)}`)}`,
    ]),
    ...(left > 0 ? [`  … and ${left} more.`] : []),
  ]
}

type Alert = Advice['alerts'][number]
const alertLines = ({ severity, text, rules, passages }: Alert, style: TextStyle): readonly Line[] => {
  const colour = severity === 'critical' ? style.bad : severity === 'warning' ? style.warning : style.strong
  const [first = '', ...more] = cited(text, [...rules, ...passages], `  ${severity.toUpperCase()}: `, style)
  return [colour(first), ...more]
}
const headed = (heading: string, alerts: readonly Alert[], style: TextStyle): readonly Line[] =>
  alerts.length === 0 ? [] : [style.heading(heading), ...alerts.flatMap((alert) => alertLines(alert, style))]

/** What must be seen before anything else. */
export const alerts: Section = (_pathway, { alerts: raised }, style) =>
  headed(
    'ALERTS',
    raised.filter(({ severity }) => severity !== 'info'),
    style,
  )
/** What is worth knowing and calls for nothing. */
export const notes: Section = (_pathway, { alerts: raised }, style) =>
  headed(
    'GOOD TO KNOW',
    raised.filter(({ severity }) => severity === 'info'),
    style,
  )

export const disagreements: Section = (_pathway, { conflicts, ignored }, style) => {
  const lines = [
    ...conflicts.flatMap(({ fact, text }) => wrapped(`${fact}: ${text}`, style.width, '  - ')),
    ...ignored.flatMap(({ what, why }) => wrapped(`${what}: not used, ${why}`, style.width, '  - ')),
  ]
  return lines.length === 0 ? [] : [style.heading('TO BE CLEARED UP'), ...lines]
}
