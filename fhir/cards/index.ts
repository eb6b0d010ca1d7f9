/** Advice as cards for other systems (CDS Hooks 2.0): what is asked for, what was sent, and what is said. Pure. */

export type { Basis, Spoken, Standing } from './basis.ts'
export type { Card, Coding } from './card.ts'
export { deduplicateCards } from './deduplicate-cards.ts'
export { asIfSigned, type DraftOrder, draftOrdersIn, findAmong } from './drafts.ts'
export { type AtTheDoor, gateCards } from './gate-cards.ts'
export type { Drawing } from './make-card.ts'
export { mayBeForbidden } from './may-be-forbidden.ts'
export {
  lackingCard,
  namedCard,
  notSentCard,
  otherReasonCard,
  unnamedCard,
  unresolvedCard,
  unsaidCard,
} from './notice-cards.ts'
export { type Incomplete, incompleteCard } from './order-cards.ts'
export { type AskedFor, type Lacking, mayTell, prefetchOf, readPrefetch, type Sent } from './prefetch.ts'
export { type Requested, requestIn } from './requested.ts'
export {
  alertCards,
  type Grounds,
  ownGatesOf,
  reasonsOf,
  standingCards,
  stepBasis,
  together,
} from './standing-cards.ts'
