import {
  type Advice,
  byOrSince,
  type Condition,
  type Decided,
  type DecidingFact,
  type Decision,
  flaggedText,
  type NextStep,
  type Pathway,
  type RaisedAlert,
} from '@facialis/language'
import { alertSystem, decisionSystem } from '../terms/systems.ts'
import type { Basis } from './basis.ts'
import type { Card, Indicator } from './card.ts'
import { type Drawing, makeCard } from './make-card.ts'
import { mayBeForbidden } from './may-be-forbidden.ts'

/** The facts behind a condition of the pathway, as they stand. */
export type Grounds = (condition: Condition) => readonly DecidingFact[]

/** What somebody sees who opens the chart: what cannot wait, then where the person stands and what is next. */
export const standingCards = (drawing: Drawing, grounds: Grounds): readonly Card[] => [
  ...alertCards(drawing, grounds),
  stageCard(drawing, grounds),
]

/** What cannot wait, whatever else is known. */
export const alertCards = (drawing: Drawing, grounds: Grounds): readonly Card[] =>
  drawing.advice.alerts.filter(({ severity }) => severity !== 'info').map((alert) => alertCard(alert, drawing, grounds))

function alertCard(alert: RaisedAlert, drawing: Drawing, grounds: Grounds): Card {
  const written = drawing.pathway.alerts.find(({ id }) => id === alert.id)
  const { text, rules, passages, severity } = alert
  return makeCard(
    {
      indicator: severity,
      summary: text,
      topic: { system: alertSystem, code: alert.id, display: plain(alert.id) },
      basis: { why: [{ text, rules, passages }], facts: written ? grounds(written.when) : [], missing: [] },
    },
    drawing,
  )
}

function stageCard(drawing: Drawing, grounds: Grounds): Card {
  const { pathway, advice, spoken } = drawing
  const stage = advice.decisions[pathway.stage.id] as Decided
  const [next] = advice.nextSteps
  const where = capital(spoken.answer(stage.answer))
  return makeCard(
    {
      indicator: indicatorOf(next),
      summary: next === undefined ? `${where}: nothing is due.` : `${where}. Next: ${next.label}${dueWords(next)}`,
      lead: [...gateLines(drawing), ...stepLines(advice.nextSteps), ...questionLine(drawing)],
      topic: { system: decisionSystem, code: pathway.stage.id, display: pathway.stage.asks },
      basis: together(reasonsOf(stage, advice), next === undefined ? nothing : stepBasis(next, pathway, grounds)),
    },
    drawing,
  )
}

const indicatorOf = (next: NextStep | undefined): Indicator =>
  next && (next.urgency === 'emergency' || next.urgency === 'urgent' || next.state === 'overdue') ? 'warning' : 'info'

const dueWords = ({ dueBy, state }: NextStep): string => (dueBy === null ? '' : ` (${byOrSince[state]} ${dueBy})`)

/** Further steps are for the one who works with the pathway itself. */
const mostSteps = 3

const stepLines = (steps: readonly NextStep[]): readonly string[] =>
  steps.length === 0
    ? []
    : [
        [
          '**Next**',
          '',
          ...steps
            .slice(0, mostSteps)
            .map((step) => `- ${step.label}${dueWords(step)}, ${plain(step.owner)}, ${step.urgency}: ${step.text}`),
          ...(steps.length > mostSteps ? [`- and ${steps.length - mostSteps} more`] : []),
        ].join('\n'),
      ]

/** Gates that stand for themselves, behind no other. */
export const ownGatesOf = ({ decisions }: Pathway): readonly Decision[] =>
  decisions.filter(({ body }) => body.kind === 'gate' && body.behind === null)

/** Each of them, and what holds it. */
const gateLines = ({ pathway, advice, lacking, spoken }: Drawing): readonly string[] =>
  ownGatesOf(pathway).flatMap((decision) => {
    const { id, asks } = decision
    const gate = advice.decisions[id] as Decided | undefined
    if (gate === undefined) return []
    const answer = spoken.answer(gate.answer)
    if (mayBeForbidden(decision, gate, lacking))
      return [
        `${asks} **Cannot tell**: ${answer} from what was sent, but something that was not sent may shut the gate.`,
      ]
    const [first, ...others] = gate.because
    const held = first === undefined ? '' : `: ${flaggedText(first)}`
    const more = others.length === 0 ? '' : ` And ${others.length} more.`
    return [`${asks} **${capital(answer)}**${gate.answer === 'permitted' ? '.' : `${held}${more}`}`]
  })

const questionLine = ({ advice: { missing } }: Drawing): readonly string[] =>
  missing[0] === undefined ? [] : [`**Best next question**: ${missing[0].question}`]

const nothing: Basis = { why: [], facts: [], missing: [] }

/** The reasons of a decision, as what a card rests on: with the facts behind the decisions that it rests on in turn. */
export const reasonsOf = ({ because, missing }: Decided, advice: Advice): Basis => ({
  why: because.map((one) => ({ text: flaggedText(one), rules: [one.rule], passages: one.passages })),
  facts: eachOnce(groundsOf(because, advice, new Set())),
  missing,
})

function groundsOf(because: Decided['because'], advice: Advice, told: Set<string>): readonly DecidingFact[] {
  return because.flatMap(({ from }) =>
    from.flatMap((fact): readonly DecidingFact[] => {
      const decided = advice.decisions[fact.fact]
      if (decided === undefined || told.has(fact.fact)) return [fact]
      told.add(fact.fact)
      return [fact, ...groundsOf(decided.because, advice, told)]
    }),
  )
}

export function stepBasis(
  { id, label, text, rules, passages, missing }: NextStep,
  pathway: Pathway,
  grounds: Grounds,
): Basis {
  const written = pathway.steps.find((step) => step.id === id)
  return {
    why: [{ text: `${label}: ${text}`, rules, passages }],
    facts: written ? grounds(written.when) : [],
    missing,
  }
}

export const together = (...parts: readonly Basis[]): Basis => ({
  why: parts.flatMap(({ why }) => why),
  facts: eachOnce(parts.flatMap(({ facts }) => facts)),
  missing: [...new Set(parts.flatMap(({ missing }) => missing))],
})

const eachOnce = (facts: readonly DecidingFact[]): readonly DecidingFact[] => [
  ...new Map(facts.map((fact) => [`${fact.fact}|${fact.source}`, fact])).values(),
]

const plain = (id: string): string => id.replaceAll('-', ' ')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
