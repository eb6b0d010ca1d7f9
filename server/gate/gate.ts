import { labelsOf } from '@facialis/fhir'
import {
  type Advice,
  type Asking,
  type Chart,
  type Day,
  type Decided,
  type DetailValue,
  type ExceptionKind,
  factsOf,
  flaggedText,
  memoiseWeak,
  type Pathway,
  type Span,
} from '@facialis/language'
import { type Refusal, refuse } from '../core/refusal.ts'

/** Who is said to have given something elsewhere; that it was somebody who works here has to be of an earlier day. */
export type Giver = 'others' | 'one-of-us' | 'unsaid'

/** Botulinum toxin that somebody wants to order, or tells was given. Toxin for another indication is not the gate's matter. */
export type Proposal =
  | Readonly<{ kind: 'order' }>
  | Readonly<{
      kind: 'administration'
      /** Null when nobody says when. */
      date: Span | null
      /** Given at this site; unknown counts as here. */
      here: boolean
      /** Who gave it elsewhere. */
      by: Giver
      /** Its author says that it already happened and is written down afterwards. */
      recordedAfter: boolean
      /** It happened, whatever its day: it met the gate before, or a doctor answers for calling it a mistake. */
      over: boolean
      /** Path into what was sent. */
      where: string
    }>

/** What the gate lets pass, and what has to be written with it. */
export type Passed = Readonly<{
  ok: true
  advice: () => Advice
  /** Exceptions that end with this act: ids of their entries. */
  usesUp: readonly string[]
  /** History told while the gate was shut, or of this very day elsewhere: somebody has to look at it. */
  review: boolean
}>

/** `advise` is what the person's version of the pathway says, perhaps remembered. */
export type GateAsking = Asking &
  Readonly<{
    pathway: Pathway
    advise: (chart: Chart, asking: Asking) => Advice
    /** The same answers without their reasons, where they can be had much sooner. */
    answer?: (chart: Chart, asking: Asking) => Readonly<Record<string, string>>
  }>

/**
 * The gate at the record's door. Orders need `botulinum`, our own administrations of today or later need
 * `botulinum.session`, to be other than blocked on the chart as committed before the act, or a standing exception in
 * force that covers all that blocks. History is never refused. Pure.
 */
export function mayProceed(proposed: readonly Proposal[], chartBefore: Chart, asking: GateAsking): Passed | Refusal {
  const { pathway, asOf } = asking
  const advice = once(() => asking.advise(chartBefore, { asOf, policy: asking.policy }))
  const answers = once(() => asking.answer?.(chartBefore, { asOf, policy: asking.policy }) ?? {})
  const usesUp = new Set<string>()
  let review = false
  for (const proposal of proposed) {
    const dated = proposal.kind === 'administration' ? datedWrongly(proposal, asOf) : null
    if (dated) return dated
    if (isHistory(proposal, asOf)) {
      // What was given here had a chair and a list to be asked; what was given elsewhere is asked about the face alone.
      const here = proposal.kind === 'administration' && proposal.here
      const of = here ? 'botulinum.session' : 'botulinum'
      // That it was somebody else, and on this very day, is a word that nobody here can check: somebody asks them.
      if (proposal.kind === 'administration' && !here && proposal.date !== null && proposal.date.lo >= asOf) {
        review = true
        continue
      }
      const said = answers()[of]
      if (said !== undefined && (said !== 'blocked' || hasNoException(pathway, chartBefore))) {
        review ||= said === 'blocked'
        continue
      }
      const gate = decidedOf(advice(), of)
      review ||= gate.answer === 'blocked' && exceptionsOf(gate).length === 0
      continue
    }
    const id = gateOf(proposal)
    const gate = decidedOf(advice(), id)
    if (gate.answer !== 'blocked') continue
    const exceptions = exceptionsOf(gate)
    if (exceptions.length === 0) return shut(id, gate, pathway)
    // An order uses nothing up: what is meant by "once" is a session.
    if (proposal.kind === 'order') continue
    const used = usedBy(exceptions, usesUp, pathway)
    if (used === null) return shut(id, gate, pathway)
    for (const entry of used) usesUp.add(entry)
  }
  return { ok: true, advice, usesUp: [...usesUp], review }
}

function once<T>(work: () => T): () => T {
  let done: Readonly<{ value: T }> | null = null
  return () => {
    done ??= { value: work() }
    return done.value
  }
}

/** The gate that stands before it. */
export const gateOf = ({ kind }: Pick<Proposal, 'kind'>): string =>
  kind === 'order' ? 'botulinum' : 'botulinum.session'

const isHistory = (proposal: Proposal, today: Day): boolean =>
  proposal.kind === 'administration' &&
  !isProspective(proposal, today) &&
  (proposal.date === null || proposal.date.lo <= today)

/**
 * Given here, today or later or on no stated day: what is about to happen or is happening. That it is written down
 * afterwards is no word for what is given here today, whatever the reason; a mistake needs a doctor who says so.
 */
export const isProspective = (proposal: Proposal | null, today: Day): boolean =>
  proposal !== null &&
  proposal.kind === 'administration' &&
  proposal.here &&
  !proposal.over &&
  (!proposal.recordedAfter || proposal.date === null || proposal.date.hi >= today)

function datedWrongly(proposal: Extract<Proposal, { kind: 'administration' }>, today: Day): Refusal | null {
  const { date, here, by, recordedAfter, over, where } = proposal
  if (date === null) return null
  if (date.lo > today) {
    return refuse(422, 'in-the-future', 'Record an injection when it is given; until then it is an order.', {
      where,
    })
  }
  // Some day of this year, elsewhere, is all that many people know.
  if (!here && by === 'unsaid' && !over && date.lo >= today)
    return refuse(422, 'by-whom', 'What was given elsewhere today is told with who gave it there.', { where })
  // Under another name it would be today's injection of this clinic, and past the gate.
  if (!here && by === 'one-of-us' && !over && date.hi >= today) {
    const sentence =
      'Whoever is named works here. What one of us gives today is told as given here; what was given elsewhere before, with its day.'
    return refuse(422, 'by-whom', sentence, { where })
  }
  if (here && !recordedAfter && date.hi < today) {
    const sentence =
      'This injection is dated in the past. If it was given then, record it as history: say that it is recorded afterwards, and why (elsewhere, downtime, mistake or late).'
    return refuse(422, 'backdated', sentence, { where })
  }
  return null
}

function decidedOf(advice: Advice, id: string): Decided {
  const decided = advice.decisions[id]
  if (decided === undefined || typeof decided.answer !== 'string') throw new Error(`The pathway has no gate ${id}.`)
  return decided as Decided
}

type Exception = Readonly<{ code: string; entry: string; covers: readonly string[] }>

/**
 * Which exceptions a session uses up, so that each thing that shuts the gate is covered: standing ones before those
 * good for one session, and of those only what nothing used earlier in the same act. Null when something stays uncovered.
 */
function usedBy(
  exceptions: readonly Exception[],
  spent: ReadonlySet<string>,
  pathway: Pathway,
): readonly string[] | null {
  const used = new Set<string>()
  const lasting = exceptions.filter(({ code }) => !endsWithUse(pathway, code))
  const single = exceptions.filter(({ code, entry }) => endsWithUse(pathway, code) && !spent.has(entry))
  for (const blocker of new Set(exceptions.flatMap(({ covers }) => covers))) {
    const stands = ({ covers }: Exception) => covers.includes(blocker)
    if (lasting.some(stands) || single.some((one) => used.has(one.entry) && stands(one))) continue
    const next = single.find(stands)
    if (!next) return null
    used.add(next.entry)
  }
  return [...used]
}

/** In force, between them covering everything that blocks, and of codes that may still be used today. */
function exceptionsOf({ detail }: Decided): readonly Exception[] {
  const usable = listOf(detail.overridableBy)
  return listOf(detail.exceptions).flatMap((one): readonly Exception[] => {
    if (typeof one !== 'object' || one === null || !('code' in one)) return []
    const { code, entry, covers } = one
    if (typeof code !== 'string' || typeof entry !== 'string' || !usable.includes(code)) return []
    return [{ code, entry, covers: listOf(covers).filter((id) => typeof id === 'string') }]
  })
}

const listOf = (value: DetailValue | undefined): readonly DetailValue[] => (Array.isArray(value) ? value : [])

/** Whether an exception of this code is good for one session: then whether it is in force depends on its being unused. */
const endsWithUse = (pathway: Pathway, code: string): boolean =>
  exceptionKindsOf(pathway).some(
    (kind) => kind.code === code && [...factsOf(kind.inForce)].some((fact) => fact.id === 'exception.used'),
  )

/** Nothing on the chart could let anybody pass a shut gate. */
const hasNoException = (pathway: Pathway, { entries }: Chart): boolean => {
  const kinds = exceptionEntries(pathway)
  return !entries.some(({ kind }) => kinds.size === 0 || kinds.has(kind))
}

/** The kinds of entry that say whether there is an exception. Worked out once: a file brings thousands of injections that are asked this. */
const exceptionEntries = memoiseWeak((pathway: Pathway): ReadonlySet<string> => {
  const asked = new Set(exceptionKindsOf(pathway).flatMap(({ inForce }) => [...factsOf(inForce)].map(({ id }) => id)))
  const telling = pathway.entries.filter(({ fields }) => Object.values(fields).some(({ id }) => asked.has(id)))
  return new Set(telling.map(({ id }) => id))
})

/** Every reason for which a gate of this pathway may be passed. */
export const exceptionKindsOf = (pathway: Pathway): readonly ExceptionKind[] =>
  pathway.decisions.flatMap(({ body }) => (body.kind === 'gate' ? body.exceptions : []))

function shut(id: string, gate: Decided, pathway: Pathway): Refusal {
  const reasons = gate.because.map((one) => ({ rule: one.rule, passage: one.passage, text: flaggedText(one) }))
  const words =
    id === 'botulinum' ? 'Botulinum toxin for the face cannot be ordered' : 'This injection cannot be signed'
  const missing = gate.missing
  const labels = labelsOf(pathway)
  const first = reasons[0] ? `: ${reasons[0].text}` : '.'
  const lacking = missing.length === 0 ? '' : ` Missing: ${missing.map((fact) => labels.get(fact) ?? fact).join(', ')}.`
  return refuse(422, 'gate-shut', `${words}${first}${lacking}`, {
    reasons,
    missing,
    overridableBy: listOf(gate.detail.overridableBy).filter((code) => typeof code === 'string'),
  })
}
