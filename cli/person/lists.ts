import { type Advice, byOrSince, type NextStep } from '@facialis/language'
import { type Ink, wrapped } from '../output/paper.ts'
import { cited, type Line, plainWords } from '../output/reasons.ts'
import type { Section } from './standing.ts'

export const steps: Section = (_pathway, { nextSteps }, ink) => [
  ink.heading('NEXT'),
  ...(nextSteps.length === 0 ? ['  Nothing is due.'] : nextSteps.flatMap((step, index) => stepLines(step, index, ink))),
]

function stepLines(
  { label, text, owner, urgency, dueBy, state, anchor, rules, passages }: NextStep,
  index: number,
  ink: Ink,
): readonly Line[] {
  const due =
    dueBy === null
      ? `no due date: ${plainWords(anchor.fact)} is not known (${plainWords(state)})`
      : isLate(state)
        ? `${byOrSince[state]} ${dueBy}`
        : `due ${byOrSince[state]} ${dueBy} (${plainWords(state)})`
  const colour =
    urgency === 'emergency' || state === 'overdue'
      ? ink.bad
      : urgency === 'urgent' || urgency === 'soon'
        ? ink.warning
        : ink.strong
  const number = `  ${index + 1}. `
  return [
    ...wrapped(label, ink.width, number).map((line) => colour(line)),
    ...wrapped(`${plainWords(owner)} · ${urgency} · ${due}`, ink.width, ' '.repeat(number.length)),
    ...cited(text, [...rules, ...passages], ' '.repeat(number.length), ink),
  ]
}

const isLate = (state: NextStep['state']): boolean => state === 'grace' || state === 'overdue'

/** The rest of a long list is for a screen or for `--json`. */
const mostMissing = 8

export const missing: Section = (_pathway, { missing }, ink) => {
  const [best, ...rest] = missing
  if (!best) return [ink.heading('WHAT IS MISSING'), '  Nothing that would change an answer.']
  const shown = rest.slice(0, mostMissing - 1)
  const left = rest.length - shown.length
  return [
    ink.heading('WHAT IS MISSING'),
    ...wrapped(`Best next question: ${best.question}`, ink.width, '  > ').map(ink.strong),
    `    ${ink.faint(`${best.fact} · ${plainWords(best.why)}`)}`,
    ...shown.flatMap(({ fact, question, why }) => [
      ...wrapped(question, ink.width, '  - '),
      `    ${ink.faint(`${fact} · ${plainWords(why)}`)}`,
    ]),
    ...(left > 0 ? [`  … and ${left} more.`] : []),
  ]
}

type Alert = Advice['alerts'][number]
const alertLines = ({ severity, text, rules, passages }: Alert, ink: Ink): readonly Line[] => {
  const colour = severity === 'critical' ? ink.bad : severity === 'warning' ? ink.warning : ink.strong
  const [first = '', ...more] = cited(text, [...rules, ...passages], `  ${severity.toUpperCase()}: `, ink)
  return [colour(first), ...more]
}
const headed = (heading: string, alerts: readonly Alert[], ink: Ink): readonly Line[] =>
  alerts.length === 0 ? [] : [ink.heading(heading), ...alerts.flatMap((alert) => alertLines(alert, ink))]

/** What must be seen before anything else. */
export const alerts: Section = (_pathway, { alerts: raised }, ink) =>
  headed(
    'ALERTS',
    raised.filter(({ severity }) => severity !== 'info'),
    ink,
  )
/** What is worth knowing and calls for nothing. */
export const notes: Section = (_pathway, { alerts: raised }, ink) =>
  headed(
    'GOOD TO KNOW',
    raised.filter(({ severity }) => severity === 'info'),
    ink,
  )

export const disagreements: Section = (_pathway, { conflicts, ignored }, ink) => {
  const lines = [
    ...conflicts.flatMap(({ fact, text }) => wrapped(`${fact}: ${text}`, ink.width, '  - ')),
    ...ignored.flatMap(({ what, why }) => wrapped(`${what}: not used, ${why}`, ink.width, '  - ')),
  ]
  return lines.length === 0 ? [] : [ink.heading('TO BE CLEARED UP'), ...lines]
}
