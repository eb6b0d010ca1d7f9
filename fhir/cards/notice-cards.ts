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
      summary: `Not sent completely: ${drawing.lacking.join(', ')}. What they contain is not known here.`,
      lead: `Requested, but not sent, failed or incomplete: ${drawing.lacking.join(', ')}. Nothing is assumed in their place.`,
    },
    drawing.pathway.stage,
    drawing,
  )

/** An order of the treatment for somebody of whom nothing says that this pathway is theirs, and no reason either. */
export const unsaidCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'info',
      summary: `The order gives no reason. If it is for this pathway, a gate applies: ${gate.asks}`,
      lead: `Nothing that was sent says that this person is on the pathway “${drawing.pathway.title}”. If the order is for it, say so in its reason, and the gate will be checked.`,
    },
    gate,
    drawing,
  )

/** The treatment for another reason is held by nothing here, and counts. */
export const otherReasonCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'info',
      summary: 'Ordered for another reason, so not blocked here. Once given, it counts towards the next treatment.',
      lead: 'The gate does not apply to the coded reason of this order. What is given still counts towards totals and intervals, so please have it recorded.',
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
        'The medicine this order refers to was not sent, or was not read completely, so it is not known whether a gate applies.',
      lead: `Send the medication and its ingredients inside the order or along with it, and the order will be checked. No more than ${mostParts} parts are read; order a larger one by its name.`,
    },
    gate,
    drawing,
  )

/** Something else is to be carried out, and what it is did not come. */
export const notSentCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'warning',
      summary: 'What this order asks for was not sent, so it is not known whether a gate applies.',
      lead: 'Send what it refers to inside the order or along with it, and it will be checked.',
    },
    gate,
    drawing,
  )

/** A medicine without a name, by codes alone of which none is read here, or by nothing at all. */
export const unnamedCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'warning',
      summary: 'The order gives no medicine name that can be read here, so it is not known whether a gate applies.',
      lead: 'Send the name of the medicine, along with its code if there is one, and the order will be checked.',
    },
    gate,
    drawing,
  )

/** Words on an order that is for something else, or of nothing that is known, say that it may be what the gate stands before. */
export const namedCard = (gate: Decision, drawing: Drawing): Card =>
  notice(
    {
      indicator: 'warning',
      summary: `The words on this order may ask for something a gate applies to: ${gate.asks}`,
      lead: 'Neither the code nor the name of the order says so, but other words on it do. If that is what is meant, order it by its name and with its reason, and the gate will be checked.',
    },
    gate,
    drawing,
  )
