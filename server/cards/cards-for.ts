import { randomUUID } from 'node:crypto'
import { type AskedChart, askedChart } from '@facialis/engine'
import { readSummary } from '@facialis/fhir'
import {
  alertCards,
  type Card,
  type Drawing,
  draftOrdersIn,
  lackingCard,
  mayTell,
  readPrefetch,
  type Sent,
  standingCards,
} from '@facialis/fhir/cards/index.ts'
import type { JsonObject } from '@facialis/fhir/json/json.ts'
import { spoken } from '@facialis/knowledge/spoken.ts'
import type { Policy } from '@facialis/language'
import type { PathwayContext } from '../core/core-context.ts'
import { ok, type Result, refuse } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'
import { concerning, isConcerned as isTheirs } from '../gate/concerned.ts'
import type { HookRequest } from './hook-request.ts'
import { type Counted, orderCards } from './judge-orders.ts'
import type { Hook } from './services.ts'

export type HookAnswer = Readonly<{ cards: readonly Card[]; counted: Counted | null }>

/** All that cards are drawn from. */
export type CardsAsked = Readonly<{
  hook: Hook
  asked: Readonly<{
    context: Pick<HookRequest['context'], 'patientId'> & JsonObject
    prefetch?: JsonObject | undefined
  }>
  today: string
  policy: Policy
}>

/** What is said of one person from what was sent, and nothing else. */
export function cardsFor(by: PathwayContext, { hook, asked, today, policy }: CardsAsked): Result<HookAnswer> {
  const { pathway, zone } = by
  const { patientId } = asked.context
  const asOf = dayNumber(today)
  const sent = readPrefetch(pathway, asked.prefetch ?? {}, { patientId, zone, today: asOf })
  if (!sent.ok) return refuse(400, sent.problem.code, sent.problem.sentence, { where: sent.problem.where })
  const orders = hook === 'patient-view' ? null : draftOrdersIn(asked.context, patientId)
  if (orders && !orders.ok)
    return refuse(400, orders.problem.code, orders.problem.sentence, { where: orders.problem.where })

  const { chart, counts, newest, lacking, patient } = sent.value
  const asking = { asOf, policy }
  const told = askedChart(pathway, chart, asking)
  const isConcerned = isTheirs(told, sent.value.mentioned)
  // Most charts that are opened have nothing to do with this pathway, and nothing is worked out about them.
  if (orders === null && !isConcerned && !mayBeConcerned(sent.value, by)) return ok({ cards: [], counted: null })
  const draw = (): Drawing => ({
    pathway,
    // While somebody chooses orders the same chart is sent again and again.
    advice: orders === null ? told.advice() : by.advise(chart, asking, pathway.version, told.advice),
    newest,
    read: counts.resources > 0 ? readSummary(counts, patient.isInUse) : 'Nothing was sent.',
    lacking: lacking.map((one) => one.asked.words),
    spoken,
    newId: randomUUID,
  })
  // Another record is used instead of this one: where the person stands is said there, and not from a part of it.
  if (orders === null && patient.replacedBy.length > 0)
    return ok({ cards: [lackingCard(draw(), isConcerned), ...alertCards(draw(), told.grounds)], counted: null })
  if (orders === null) return ok({ cards: opened(draw(), told, isConcerned), counted: null })
  const judged = orderCards(orders.value, { pathway, sent: sent.value, asking, isConcerned, zone, draw })
  return ok({ cards: judged.cards, counted: judged.counted })
}

function opened(drawing: Drawing, told: AskedChart, isConcerned: boolean): readonly Card[] {
  const standing = isConcerned ? standingCards(drawing, told.grounds) : []
  return drawing.lacking.length === 0 ? standing : [...standing, lackingCard(drawing, isConcerned)]
}

/** Whether something that was not sent whole could say that the pathway is this person's. */
const mayBeConcerned = ({ lacking }: Sent, { pathway }: PathwayContext): boolean =>
  lacking.some(({ asked }) => mayTell(pathway, asked, concerning))
