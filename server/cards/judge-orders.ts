import { askedChart, lackingParts } from '@facialis/engine'
import { indicationOf, lookAt, type Seen } from '@facialis/fhir'
import {
  asIfSigned,
  type Card,
  type DraftOrder,
  type Drawing,
  equalOnce,
  gateCards,
  type Incomplete,
  incompleteCard,
  lackingCard,
  namedCard,
  otherReasonCard,
  requestIn,
  type Sent,
  unnamedCard,
  unresolvedCard,
  unsaidCard,
} from '@facialis/fhir/cards/index.ts'
import { imagingRequest } from '@facialis/knowledge/other-systems.ts'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import { type Asking, type Decision, type EntryRecord, onceFor, type Pathway } from '@facialis/language'
import { gateOf, mayProceed } from '../gate/gate.ts'

export type Judging = Readonly<{
  pathway: Pathway
  sent: Sent
  asking: Asking
  isConcerned: boolean
  zone: string
  /** Works the advice out, which most orders that are signed anywhere do not need. */
  draw: () => Drawing
}>

/** How many of the orders in hand were held, let pass, or are none of the gate's matter. */
export type Counted = Readonly<{
  held: number
  passed: number
  otherReason: number
  noReason: number
  unresolved: number
}>

/** What is said of the orders that are worked on. */
export function orderCards(
  orders: readonly DraftOrder[],
  judging: Judging,
): Readonly<{ cards: readonly Card[]; counted: Counted }> {
  const { pathway, isConcerned } = judging
  const selected = orders.filter(({ isSelected }) => isSelected)
  const seenOf = onceFor((order: DraftOrder) => seenIn(order, judging))
  const treatments = Object.groupBy(selected, (order) => kindOf(order, seenOf(order), judging))
  const { gated = [], 'other-reason': other = [], 'no-reason': unsaid = [], unresolved = [] } = treatments
  // A record is full of medicines that are something else: of one that nobody can name is spoken to whom it may concern.
  const { unnamed = [] } = isConcerned ? treatments : {}
  const inWords = isConcerned ? selected.filter((order) => isInWords(seenOf(order))) : []
  const incomplete = incompleteAmong(selected, orders, judging)
  if ([gated, other, unsaid, unresolved, unnamed, inWords, incomplete].every(({ length }) => length === 0))
    return nothingSaid
  const drawing = judging.draw()
  const gate = pathway.decisions.find(({ id }) => id === gateOf({ kind: 'order' })) as Decision
  const asksGate = [gated, unnamed, inWords].some(({ length }) => length > 0)
  const wouldBeShut = asksGate && wouldBeRefused(drawing, judging)
  const isShut = gated.length > 0 && wouldBeShut
  const mayBeShut = wouldBeShut || drawing.lacking.length > 0
  const cards = [
    ...gateCards(drawing, { gate: gate.id, isShut, orders: gated }),
    ...equalOnce(incomplete.map((one) => incompleteCard(one, imagingRequest, drawing))),
    ...(unresolved.length > 0 && isConcerned ? [unresolvedCard(gate, drawing)] : []),
    ...(unnamed.length > 0 && mayBeShut ? [unnamedCard(gate, drawing)] : []),
    ...(inWords.length > 0 && mayBeShut ? [namedCard(gate, drawing)] : []),
    ...(unsaid.length > 0 ? [unsaidCard(gate, drawing)] : []),
    ...(other.length > 0 && isConcerned ? [otherReasonCard(gate, drawing)] : []),
  ]
  const named = cards.length > 0 && drawing.lacking.length > 0 ? [lackingCard(drawing, isConcerned)] : []
  return {
    cards: [...cards, ...named],
    counted: {
      held: isShut ? gated.length : 0,
      passed: isShut ? 0 : gated.length,
      otherReason: other.length,
      noReason: unsaid.length,
      unresolved: unresolved.length + unnamed.length,
    },
  }
}

const nothingSaid = { cards: [], counted: { held: 0, passed: 0, otherReason: 0, noReason: 0, unresolved: 0 } }

type Kind = 'gated' | 'other-reason' | 'no-reason' | 'unresolved' | 'unnamed' | 'none'

const aboutOrders = ({ sent, asking, zone }: Judging) => ({ today: asking.asOf, zone, find: sent.find })

const seenIn = ({ resource }: DraftOrder, judging: Judging): Seen =>
  lookAt(judging.pathway, facialToxin, asIfSigned(resource), aboutOrders(judging))

/** Without a reason it counts as the face, in somebody whom the pathway concerns or may concern for all that was sent. */
function kindOf({ resource }: DraftOrder, { as }: Seen, judging: Judging): Kind {
  const { pathway, sent, isConcerned } = judging
  switch (as) {
    case 'order':
    case 'prospective': {
      const isFor = indicationOf(pathway, facialToxin, asIfSigned(resource), aboutOrders(judging))
      return isFor === 'unsaid' && !isConcerned && sent.lacking.length === 0 ? 'no-reason' : 'gated'
    }
    case 'other-indication':
      return 'other-reason'
    case 'unresolved':
      return 'unresolved'
    case 'unnamed':
      return 'unnamed'
    default:
      return 'none'
  }
}

/** Words on it name the treatment, or beside another reason the one that the gate stands before: the door of the record has somebody read them. */
const isInWords = ({ isDoubtful, mentioned }: Seen): boolean => isDoubtful || mentioned === 'now'

/** Whether the door of the record itself would refuse such an order. */
const wouldBeRefused = ({ advice }: Drawing, { pathway, sent, asking }: Judging): boolean =>
  !mayProceed([{ kind: 'order' }], sent.chart, { ...asking, pathway, advise: () => advice }).ok

type Request = Readonly<{ order: DraftOrder; record: EntryRecord }>

/** Orders of a scan which the pathway would ask to complete as soon as they were signed. */
function incompleteAmong(
  selected: readonly DraftOrder[],
  all: readonly DraftOrder[],
  judging: Judging,
): readonly Incomplete[] {
  const { pathway, sent, asking, zone } = judging
  const requests = all.flatMap((order): readonly Request[] => {
    const record = requestIn(pathway, imagingRequest, order.resource, { today: asking.asOf, zone })
    return record === null || !isOurs(order, judging) ? [] : [{ order, record }]
  })
  return requests
    .filter(({ order }) => selected.includes(order))
    .flatMap(({ order, record: entry }) => {
      const others = requests.flatMap((one) => (one.order === order ? [] : [one.record]))
      const chart = { ...sent.chart, entries: [...sent.chart.entries, ...others] }
      return pathway.steps
        .filter(({ settles }) => settles.length === 1 && settles[0]?.kind === 'entry' && settles[0].id === entry.kind)
        .flatMap((step) => {
          const parts = lackingParts(step, { pathway, chart, asking, entry, parts: imagingRequest.parts })
          if (parts === null || parts.length === 0) return []
          const signed = askedChart(pathway, { ...chart, entries: [...chart.entries, entry] }, asking)
          return [{ order, step, parts, facts: signed.grounds(step.when) }]
        })
    })
}

/** Ordered for this condition, or for nothing that is said, in somebody whom the pathway concerns. */
function isOurs({ resource }: DraftOrder, { pathway, sent, isConcerned }: Judging): boolean {
  const isFor = indicationOf(pathway, facialToxin, resource, sent)
  return isFor === 'covered' || (isFor === 'unsaid' && isConcerned)
}
