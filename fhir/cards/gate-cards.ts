import type { Decided, Decision, DetailValue, Pathway } from '@facialis/language'
import { decisionSystem, exceptionSystem } from '../terms/systems.ts'
import type { Card, Coding, Suggestion } from './card.ts'
import type { DraftOrder } from './drafts.ts'
import { type Drawing, makeCard } from './make-card.ts'
import { reasonsOf } from './standing-cards.ts'

/** How the door of the record judges the orders: whether it would refuse them. */
export type AtTheDoor = Readonly<{ gate: string; isShut: boolean; orders: readonly DraftOrder[] }>

/** What is said of orders that a gate stands before. A gate that is wide open says nothing. */
export function gateCards(drawing: Drawing, { gate: id, isShut, orders }: AtTheDoor): readonly Card[] {
  const { pathway, advice, lacking, spoken } = drawing
  const gate = pathway.decisions.find((decision) => decision.id === id)
  const decided = advice.decisions[id] as Decided | undefined
  if (gate === undefined || decided === undefined || orders.length === 0) return []
  const topic = { system: decisionSystem, code: id, display: gate.asks }
  const basis = reasonsOf(decided, advice)
  if (isShut) {
    return [
      makeCard(
        {
          indicator: 'critical',
          summary: `Not yet: ${decided.because[0]?.text ?? gate.asks}`,
          lead: [
            `${gate.asks} **${spoken.answer(decided.answer)}**`,
            ...howToPass(decided, pathway),
            'This card does not stop the order: the person who signs decides.',
          ],
          topic,
          basis,
          suggestions: orders.flatMap((order) => takenBack(order, drawing)),
          overrideReasons: exceptionReasons(decided, pathway),
        },
        drawing,
      ),
    ]
  }
  // What was not sent may be what shuts it: nothing is taken for complete because nobody said otherwise.
  if (lacking.length > 0) {
    const lead = `From what was sent, the answer is: ${spoken.answer(decided.answer)}. Something that was not sent may shut the gate.`
    return [
      makeCard(
        {
          indicator: 'critical',
          summary: `Cannot tell whether the gate is open. Not sent completely: ${lacking.join(', ')}`,
          lead: [lead],
          topic,
          basis,
          suggestions: orders.flatMap((order) => takenBack(order, drawing)),
        },
        drawing,
      ),
    ]
  }
  const standing = inForce(decided)
  if (isWideOpen(gate, decided) && standing.length === 0) return []
  const lead = standing.map((label) => `A standing exception is in force: ${label}.`)
  const summary = lead[0] ?? `With caution: ${decided.because[0]?.text ?? gate.asks}`
  return [makeCard({ indicator: 'warning', summary, lead, topic, basis }, drawing)]
}

/** The boldest answer there is. */
const isWideOpen = ({ answers, boldness }: Decision, { answer }: Decided): boolean =>
  boldness === null ? answer === answers.at(-1) : (boldness.at(-1)?.includes(answer) ?? false)

function howToPass({ detail }: Decided, pathway: Pathway): readonly string[] {
  const opens = typeof detail.opensOn === 'string' ? [`It opens on ${detail.opensOn}.`] : []
  const ways = kindsUsable(detail.overridableBy, pathway).map(
    ({ label }) => `A standing exception may let it pass: ${label}.`,
  )
  return [...opens, ...ways]
}

const kindsUsable = (codes: DetailValue | undefined, { decisions }: Pathway) => {
  const usable = Array.isArray(codes) ? codes : []
  const kinds = decisions.flatMap(({ body }) => (body.kind === 'gate' ? body.exceptions : []))
  return kinds.filter(({ code }) => usable.includes(code))
}

/** The reasons for which the pathway itself knows a way past this gate, now. Naming one opens nothing. */
const exceptionReasons = ({ detail }: Decided, pathway: Pathway): readonly Coding[] =>
  kindsUsable(detail.overridableBy, pathway).map(({ code, label }) => ({
    system: exceptionSystem,
    code,
    display: label,
  }))

const inForce = ({ detail: { exceptions } }: Decided): readonly string[] =>
  Array.isArray(exceptions)
    ? exceptions.flatMap((one) =>
        typeof one === 'object' && one !== null && 'label' in one ? [String(one.label)] : [],
      )
    : []

const takenBack = ({ reference }: DraftOrder, { newId }: Drawing): readonly Suggestion[] =>
  reference === null
    ? []
    : [
        {
          label: 'Remove this order for now',
          uuid: newId(),
          actions: [{ type: 'delete', description: 'Remove the unsigned order', resourceId: reference }],
        },
      ]
