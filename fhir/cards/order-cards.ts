import type { DecidingFact, Step } from '@facialis/language'
import { citeId } from '@facialis/language'
import { stepSystem } from '../terms/systems.ts'
import type { Card } from './card.ts'
import type { DraftOrder } from './drafts.ts'
import { type Drawing, makeCard } from './make-card.ts'
import { type Requested, withParts } from './requested.ts'

/** An order that lacks parts: the step that would ask for them once it is signed. */
export type Incomplete = Readonly<{
  order: DraftOrder
  step: Step
  parts: readonly string[]
  facts: readonly DecidingFact[]
}>

/** An order that asks for too little, and the same order with what is missing, for whoever signs to take or leave. */
export function incompleteCard(
  { order, step, parts, facts }: Incomplete,
  requested: Requested,
  drawing: Drawing,
): Card {
  const says = parts.map((part) => requested.words.find(({ word }) => word === part)?.says ?? part)
  const completed = withParts(order.resource, parts, requested)
  return makeCard(
    {
      indicator: 'warning',
      summary: `This order lacks: ${says.join('; ')}`,
      lead: [`The order does not include:\n\n${says.map((one) => `- ${one}`).join('\n')}`],
      topic: { system: stepSystem, code: step.id, display: step.label },
      basis: {
        why: [{ text: `${step.label}: ${step.text}`, rules: step.rules, passages: step.because.map(citeId) }],
        facts,
        missing: [],
      },
      // Without an id nobody could tell which order is meant.
      suggestions:
        order.reference === null
          ? []
          : [
              {
                label: step.label,
                uuid: drawing.newId(),
                actions: [
                  { type: 'update', description: `Adds to the order: ${says.join('; ')}`, resource: completed },
                ],
              },
            ],
    },
    drawing,
  )
}
