import type { Decision } from '@facialis/language'
import { mostParts } from '../read/products.ts'
import { decisionSystem } from '../terms/systems.ts'
import type { Card, Indicator } from './card.ts'
import { type Drawing, makeCard } from './make-card.ts'

const nothing = { why: [], facts: [], missing: [] }

const notice = (
  said: Readonly<{ indicator: Indicator; summary: string; lead: string }>,
  about: Decision,
  drawing: Drawing,
): Card =>
  makeCard(
    {
      ...said,
      lead: [said.lead],
      topic: { system: decisionSystem, code: about.id, display: about.asks },
      basis: nothing,
    },
    drawing,
  )

/** What was asked for and did not come whole, so that nobody takes the rest for everything. */
export const lackingCard = (drawing: Drawing, isConcerned: boolean): Card =>
  notice(
    {
      indicator: isConcerned ? 'warning' : 'info',
      summary: `Not sent whole: ${drawing.lacking.join(', ')}. What they would say is not known here.`,
      lead: `These were asked for and were not sent, failed or were cut short: ${drawing.lacking.join(', ')}. Nothing is assumed in their place.`,
    },
    drawing.pathway.stage,
    drawing,
  )

/** An order of the treatment for somebody of whom nothing says that this pathway is theirs, and no reason either. */
export const unsaidCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'info',
      summary: `The order does not say what it is for; for this pathway a gate stands before it: ${gate.asks}`,
      lead: `Nothing that was sent says that this person is on the pathway “${drawing.pathway.title}”. If the order is for it, say so in its reason, and the gate will be asked.`,
    },
    gate,
    drawing,
  )

/** The treatment for another reason is held by nothing here, and counts. */
export const otherReasonCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'info',
      summary: 'Ordered for another reason: not held here. Once given, it counts in what is asked about the next.',
      lead: 'The coded reason of this order is none that the gate stands before. What is given for it counts in totals and intervals all the same, so let it be recorded.',
    },
    gate,
    drawing,
  )

/** A medicine that is only referred to, and the reference leads to nothing that was sent, or to more than is read. */
export const unresolvedCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'warning',
      summary:
        'The order names its medicine by a reference that was not sent, or is not read whole: whether a gate stands before it is not known.',
      lead: `Send the medication, and what it is made of, inside the order, or with it, and the order will be judged. Of more than ${mostParts} parts no more are read: order such a one by its name.`,
    },
    gate,
    drawing,
  )

/** Something else is to be carried out, and what it is did not come. */
export const notSentCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'warning',
      summary: 'What the order asks to be carried out was not sent: whether a gate stands before it is not known.',
      lead: 'Send what it refers to inside the order, or with it, and it will be judged.',
    },
    gate,
    drawing,
  )

/** A medicine without a name, by codes alone of which none is read here, or by nothing at all. */
export const unnamedCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'warning',
      summary:
        'The order gives no name of its medicine that is read here: whether a gate stands before it is not known.',
      lead: 'Send the name of the medicine, beside its code where it has one, and the order will be judged.',
    },
    gate,
    drawing,
  )

/** Words on an order that is for something else, or of nothing that is known, say that it may be what the gate stands before. */
export const namedCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'warning',
      summary: `What is written on the order may ask for what a gate stands before: ${gate.asks}`,
      lead: 'Neither the code nor the name of what is ordered says so, but words beside them do. If that is what is ordered, order it by its name and with its reason, and the gate will be asked.',
    },
    gate,
    drawing,
  )
