import { askedChart, lackingParts } from '@facialis/engine'
import { type Classified, classify, hiddenOrders, indicationOf, isToDo, type Resource } from '@facialis/fhir'
import {
  asIfSigned,
  type Card,
  type DraftOrder,
  type Drawing,
  deduplicateCards,
  findAmong,
  gateCards,
  type Incomplete,
  incompleteCard,
  lackingCard,
  namedCard,
  notSentCard,
  otherReasonCard,
  requestIn,
  type Sent,
  unnamedCard,
  unresolvedCard,
  unsaidCard,
} from '@facialis/fhir/cards/index.ts'
import { imagingRequest } from '@facialis/knowledge/other-systems.ts'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import type { Asking, Decision, EntryRecord, Pathway } from '@facialis/language'
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
  const { pathway, isConcerned, sent } = judging
  const beside = findAmong(orders)
  const by = { ...judging, find: (reference: string) => beside(reference) ?? sent.find(reference) }
  const selected = orders.filter(({ isSelected }) => isSelected)
  const drafts = selected.map((draft) => ({ draft, hidden: hiddenIn(draft, by) }))
  const asked = drafts.flatMap(({ draft, hidden }) => askedIn(draft, hidden.orders, by))
  const treatments = Object.groupBy(asked, (one) => kindOf(one, by))
  const draftsOf = (kind: Kind): readonly DraftOrder[] => [
    ...new Set((treatments[kind] ?? []).map(({ draft }) => draft)),
  ]
  const gated = draftsOf('gated')
  const [other, unsaid, unresolved] = [draftsOf('other-reason'), draftsOf('no-reason'), draftsOf('unresolved')]
  // A record is full of medicines that are something else: of one that nobody can name is spoken to whom it may concern.
  const unnamed = isConcerned ? draftsOf('unnamed') : []
  // Words beside what is held add nothing.
  const inWords = isConcerned ? asked.filter(({ draft, seen }) => isInWords(seen) && !gated.includes(draft)) : []
  const notSent = isConcerned ? drafts.filter(({ hidden }) => hidden.unread.length > 0).map(({ draft }) => draft) : []
  const incomplete = incompleteAmong(selected, orders, judging)
  const all = [gated, other, unsaid, unresolved, unnamed, inWords, notSent, incomplete]
  if (all.every(({ length }) => length === 0)) return nothingSaid
  const drawing = judging.draw()
  const gate = pathway.decisions.find(({ id }) => id === gateOf({ kind: 'order' })) as Decision
  const asksGate = [gated, unnamed, inWords, notSent].some(({ length }) => length > 0)
  const wouldBeShut = asksGate && wouldBeRefused(drawing, judging)
  const isShut = gated.length > 0 && wouldBeShut
  const mayBeShut = wouldBeShut || drawing.lacking.length > 0
  const cards = [
    ...gateCards(drawing, { gate: gate.id, isShut, orders: gated }),
    ...deduplicateCards(incomplete.map((one) => incompleteCard(one, imagingRequest, drawing))),
    ...(unresolved.length > 0 && isConcerned ? [unresolvedCard(gate, drawing)] : []),
    ...(notSent.length > 0 && mayBeShut ? [notSentCard(gate, drawing)] : []),
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
      unresolved: new Set([...unresolved, ...unnamed, ...notSent]).size,
    },
  }
}

const nothingSaid = { cards: [], counted: { held: 0, passed: 0, otherReason: 0, noReason: 0, unresolved: 0 } }

type Kind = 'gated' | 'other-reason' | 'no-reason' | 'unresolved' | 'unnamed' | 'none'

/** Judging, with the orders in progress and what was sent to follow references in. */
type By = Judging & Readonly<{ find: Sent['find'] }>

/** Something that a draft asks for: itself, or what stands in it, or is asked to be carried out by it. */
type Asked = Readonly<{ draft: DraftOrder; order: Resource; seen: Classified; isAnything: boolean }>

const aboutOrders = ({ asking, zone, find }: By) => ({ today: asking.asOf, zone, find })

const hiddenIn = ({ resource }: DraftOrder, { find }: By) =>
  // What was signed elsewhere was judged by nobody here, and what lies inside is signed with the rest.
  hiddenOrders(asIfSigned(resource), { find, isOpen: isToDo, meant: asIfSigned })

function askedIn(draft: DraftOrder, hidden: ReturnType<typeof hiddenIn>['orders'], by: By): readonly Asked[] {
  const itself = asIfSigned(draft.resource)
  const about = aboutOrders(by)
  const seenOf = (order: Resource, isDraft: boolean): Classified =>
    classify(by.pathway, facialToxin, order, { ...about, isDraft })
  return [
    { draft, order: itself, seen: seenOf(itself, true), isAnything: false },
    ...hidden.map(({ order, isAnything }) => ({
      draft,
      order,
      seen: seenOf(order, false),
      isAnything,
    })),
  ]
}

/** Without a reason it counts as the face, in somebody whom the pathway concerns or may concern for all that was sent. */
function kindOf({ order, seen: { as }, isAnything }: Asked, by: By): Kind {
  const { pathway, sent, isConcerned } = by
  switch (as) {
    case 'order':
    case 'prospective': {
      const isFor = indicationOf(pathway, facialToxin, order, aboutOrders(by))
      return isFor === 'unsaid' && !isConcerned && sent.lacking.length === 0 ? 'no-reason' : 'gated'
    }
    case 'other-indication':
      return 'other-reason'
    case 'unresolved':
      return isAnything ? 'none' : 'unresolved'
    case 'unnamed':
      return isAnything ? 'none' : 'unnamed'
    default:
      return 'none'
  }
}

/** Words on it name the treatment, or beside another reason the one that the gate stands before: the door of the record has somebody read them. */
const isInWords = ({ isDoubtful, mentioned }: Classified): boolean => isDoubtful || mentioned === 'now'

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
