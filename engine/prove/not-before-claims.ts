import {
  all,
  any,
  atMost,
  type Condition,
  type DateTerm,
  type Day,
  dayOf,
  daysBetween,
  established,
  factsOf,
  latestOf,
  lessThan,
  type NotBefore,
  type NumberTerm,
  nodesOf,
  not,
  type Pathway,
  type Step,
  shifted,
} from '@facialis/language'
import type { Witness } from '../symbolic/decode-model.ts'
import { type DeadEndResult, deadEnds, type Impasse } from './dead-ends.ts'
import type { Claim, Proof } from './proof.ts'

/**
 * That no step's time surely comes too early; of days known by their month only, it may still do so. It hangs on days and
 * how many lie between them, of which a diagram knows only what is compared; so somebody of whom it is not so is looked for
 * among everybody there could be, as somebody who is stuck is.
 */
export const notBeforeClaims = (pathway: Pathway): readonly Claim[] =>
  (pathway.toProve.notBefore ?? []).map((one) => ({ id: one.id, prove: () => proofOf(pathway, one) }))

function proofOf(pathway: Pathway, promise: NotBefore): Proof {
  const early = tooEarly(pathway, promise, anyDay)
  return {
    id: promise.id,
    text: promise.text,
    holds: early.length === 0,
    states: null,
    counter: early.length === 0 ? null : { state: early.map(({ impasse }) => impasse.text), change: null },
    example: ({ asOf }) => {
      for (const { impasse, found } of tooEarly(pathway, promise, asOf))
        if (found !== null && typeof found !== 'string')
          return { chart: found.chart, afterwards: null, shows: `${impasse.text}${withNumbers(found)}` }
      return null
    },
  }
}

/** The numbers of a site with which it is so. */
function withNumbers({ asking: { policy } }: Witness): string {
  const numbers = Object.entries(policy).map(([id, number]) => `${id} ${number}`)
  return numbers.length === 0 ? '' : `, where a site has ${numbers.join(', ')}`
}

/** What is told of somebody is told as on this day; whether there is anybody does not hang on it. */
const anyDay: Day = dayOf(2026, 1, 1)
const never: Condition = any()
/** A number that is made of the numbers of a site alone. */
const isAlwaysTold = (term: NumberTerm): boolean =>
  [...nodesOf(term)].every(({ kind }) => !['latest-date', 'first-date', 'provided'].includes(kind)) &&
  factsOf(term).size === 0
/** Days that are more than any wait. */
const longest = 1_000_000

/** Each step of which somebody's time comes too early, or of which nobody found out that it does not. */
const tooEarly = (pathway: Pathway, { steps, ...promise }: NotBefore, asOf: Day): readonly DeadEndResult[] =>
  [
    ...deadEnds(
      pathway,
      steps.map((one) => tooEarlyImpasse(one, promise)),
      asOf,
    ),
  ].filter(({ found }) => found !== 'nobody')

const tooEarlyImpasse = (step: Step, { since, least }: Omit<NotBefore, 'steps'>): Impasse => {
  const [only, ...others] = step.anchors.map(({ date }) => date)
  if (only === undefined) throw new Error(`${step.id} counts from nothing.`)
  const anchor = others.length === 0 ? only : latestOf(only, ...others)
  const { opens } = step.window
  const isEarly = (day: DateTerm): Condition => lessThan(daysBetween(since, day), least)
  // For what nobody can tell nobody waits: the time comes with the anchor.
  const isUntold = isAlwaysTold(opens) ? never : not(established(atMost(opens, longest)))
  return {
    id: step.id,
    text: `the time for ${step.id} has come too early`,
    isOpen: all(step.when, any(isEarly(shifted(anchor, opens)), all(isUntold, isEarly(anchor)))),
    leadsOn: never,
    given: [],
  }
}
