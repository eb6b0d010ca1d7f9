/** When a step is called for: the words all steps share. */
import {
  all,
  any,
  asOf,
  atLeast,
  type Condition,
  type DateTerm,
  dateOf,
  daysBetween,
  daysSince,
  decided,
  earliest,
  established,
  type Fact,
  firstDate,
  latestOf,
  memoise,
  type NumberTerm,
  not,
  onOrAfter,
  provided,
  shifted,
  some,
  unanswered,
} from '@facialis/language'
import { stage } from '../decisions/stage.ts'
import { visit } from '../entries/index.ts'
import { referralReceived, referralTriaged } from '../facts/index.ts'

/** Nobody has closed the journey. */
const open = not(decided(stage, 'closed'))
/** Neither closed nor in the hands of another team. */
const here = not(decided(stage, 'closed', 'other-pathway'))

/**
 * Known to be called for and not known to be done. What is not known neither calls for a step nor makes one vanish.
 * Needed even while another team leads: complaints, flags, lesions.
 */
export const whileOpen = (needed: Condition, done: Condition): Condition => all(open, calledFor(needed, done))
/** Needed on this pathway only. */
export const onPathway = (needed: Condition, done: Condition): Condition => all(here, calledFor(needed, done))

const notDone = memoise((done: Condition): Condition => not(established(done)))
const calledFor = (needed: Condition, done: Condition): Condition => all(established(needed), notDone(done))
/** For steps that are done when what calls for them is gone. */
export const untilGone: Condition = any()

export const anyUnanswered = (...facts: readonly Fact[]): Condition => any(...facts.map((fact) => unanswered(fact)))
/** Nobody knows whether it is so: what is on record says neither. */
export const isOpen = (condition: Condition): Condition =>
  all(not(established(condition)), not(established(not(condition))))
export const answered = (fact: Fact): Condition => not(unanswered(fact))

/** An entry of the kind on or after a day. */
export const since = (entry: Parameters<typeof some>[0], day: DateTerm, where: Condition = all()): Condition =>
  some(entry, all(where, onOrAfter({ kind: 'entry-date', entry }, day)))

/** The later of two windows. */
export const laterOf = (one: NumberTerm, other: NumberTerm): NumberTerm =>
  daysBetween(asOf, latestOf(shifted(asOf, one), shifted(asOf, other)))
/** The shortest of the windows that apply; the first always does. */
export const soonest = (usual: NumberTerm, ...shorter: readonly (readonly [Condition, NumberTerm])[]): NumberTerm =>
  daysBetween(
    asOf,
    earliest(shifted(asOf, usual), ...shorter.map(([when, days]) => provided(established(when), shifted(asOf, days)))),
  )
/** Where somebody gave a day: what is not dated does not hold back what is. */
export const whereDated = (date: DateTerm): DateTerm => provided(established(atLeast(daysSince(date), 0)), date)
/** So many days ahead of the anchor. */
export const ahead = (days: NumberTerm): NumberTerm => daysBetween(shifted(asOf, days), asOf)

const clinicVisit = any(
  ...(['first', 'follow-up', 'injection', 'pre-op', 'post-op'] as const).map(
    (kind): Condition => ({ kind: 'is', fact: visit.fields.kind, values: [kind] }),
  ),
)
export const received = { name: 'referral.received', date: dateOf(referralReceived) }
export const triaged = { name: 'referral.triaged', date: dateOf(referralTriaged) }
export const firstSeen = { name: 'visit', date: firstDate(visit, clinicVisit) }
