import { answersOf, askedChart } from '@facialis/engine'
import { mentionedIn } from '@facialis/fhir/orders/problems-mentioned.ts'
import { type Advice, type Asking, type Chart, emptyChart, type Policy } from '@facialis/language'
import { canonical, type Decision } from '@facialis/record'
import { withoutPlan } from '../../acts/judge.ts'
import { checkSession } from '../../acts/session-checks.ts'
import { ok, type Refusal, type Result, refuse, refusedAt } from '../../core/refusal.ts'
import { dayNumber } from '../../core/site-day.ts'
import { isConcerned } from '../../gate/concerned.ts'
import { type GateAsking, isProspective, mayProceed } from '../../gate/gate.ts'
import type { OpenRecord } from '../../patient/open-chart.ts'
import { reviewsIn } from '../../patient/reviews.ts'
import type { DoorContext, Met, Review, ReviewReason } from './door-context.ts'
import { type Held, inspectResource } from './inspect-resource.ts'
import type { Target } from './targets.ts'

/** Resources that the gate admits, and what has to be written with them. */
export type Admitted = Readonly<{
  /** As they will be written: history is marked as such. */
  targets: readonly Target[]
  /** People about whom somebody has to look at what happened. */
  reviews: readonly Review[]
  decision: (Decision & Readonly<{ patientId: string }>) | null
}>

/**
 * The gate at the door of the record, for whatever comes in as a resource: the same gate that acts meet, judged on the
 * chart as committed before everything that comes with it.
 */
export async function admitResources(targets: readonly Target[], door: DoorContext): Promise<Result<Admitted>> {
  const done: Target[] = []
  const held: Held[] = []
  const toLookAt: Readonly<{ why: ReviewReason; whose: string | null }>[] = []
  for (const target of targets) {
    const brought = await inspectResource(target, door)
    if (!brought.ok) return brought
    done.push(brought.value.target)
    held.push(...brought.value.held)
    for (const why of brought.value.looks)
      toLookAt.push({ why, whose: target.resource === null ? null : door.patientOf(target.resource) })
  }
  // Nearly all that comes meets no gate, and says nothing that anybody has to look at.
  if (held.length === 0 && toLookAt.length === 0) return ok({ targets: done, reviews: [], decision: null })

  const looks = (why: ReviewReason): readonly Review[] =>
    [...new Set(toLookAt.flatMap((one) => (one.why === why ? (one.whose ?? []) : [])))].map((patientId) => ({
      patientId,
      reason: door.says[why],
    }))
  const reviews: Review[] = [...looks('named'), ...looks('doubtful')]
  const decisions: NonNullable<Admitted['decision']>[] = []
  for (const [patientId, met] of Map.groupBy(held, ({ whose }) => whose)) {
    const judged = await judgedFor(met, await door.open(patientId), door)
    if (!judged.ok) return judged
    if (judged.value.review) reviews.push({ patientId, reason: door.says.given })
    if (judged.value.decision) decisions.push({ ...judged.value.decision, patientId })
  }
  for (const why of ['unnamed', 'said', 'elsewhere'] as const)
    for (const review of looks(why)) if (await isToBeRead(review, door)) reviews.push(review)
  const [decision = null, another] = decisions
  // One advice is logged with one act.
  if (another)
    return refuse(422, 'one-person', 'What the gate has to open for is sent for one person at a time.', {
      where: 'Bundle',
    })
  return ok({ targets: done, reviews, decision })
}

/** Once, for somebody whose pathway this is, while toxin could not be ordered: a record is full of medicines that are something else. */
async function isToBeRead({ patientId, reason }: Review, door: DoorContext): Promise<boolean> {
  const { clinic, policy } = door
  const open = await door.open(patientId)
  if (open === null || reviewsIn(open.resources).some((one) => !one.done && one.reason === reason)) return false
  const told = askedChart(clinic.pathway, open.chart, { asOf: dayNumber(clinic.today()), policy })
  if (!isConcerned(told, mentionedIn(open.resources, clinic.pathway))) return false
  return !mayProceed([{ kind: 'order' }], open.chart, askingOf(open, door)).ok
}

type Judged = Readonly<{ review: boolean; decision: Decision | null }>

async function judgedFor(met: readonly Met[], before: OpenRecord | null, door: DoorContext): Promise<Result<Judged>> {
  const { policy } = door
  const chart: Chart = before?.chart ?? emptyChart
  const asking = askingOf(before, door)
  const { asOf } = asking
  const passed = mayProceed(
    met.map(({ proposal }) => proposal),
    chart,
    asking,
  )
  const meets = met.filter(({ proposal }) => proposal.kind === 'order' || isProspective(proposal, asOf))
  // History is never what is refused.
  const where = (meets[0] ?? met[0])?.where ?? ''
  if (!passed.ok) return { ...passed, problem: { where, ...passed.problem } }
  if (passed.usesUp.length > 0)
    return refuse(
      422,
      'by-an-act',
      'What opens the gate here is good for one session and is used up by an act: record this injection as an act.',
      { where },
    )
  const prospective = meets.filter(({ proposal }) => proposal.kind === 'administration')
  const wrong = sessionWrong(prospective, before, { ...door, chart })
  if (wrong) return wrong
  return ok({ review: passed.review, decision: meets.length > 0 ? decisionOf(passed.advice(), chart, policy) : null })
}

/** How the gate is asked for somebody, by the version of the pathway that they follow. */
function askingOf(before: OpenRecord | null, { clinic, policy }: DoorContext): GateAsking {
  const follows = before?.follows ?? clinic.pathway.version
  return {
    pathway: clinic.pathway,
    advise: (of, asked) => clinic.advise(of, asked, follows),
    // An earlier version's answers are held against the newest's: that takes the advice of both.
    ...(clinic.versions.newest === clinic.pathway && follows === clinic.pathway.version
      ? { answer: (of: Chart, asked: Asking) => answersOf(clinic.pathway, of, asked) }
      : {}),
    asOf: dayNumber(clinic.today()),
    policy,
  }
}

/** What a session of ours meets beside the gate, as an act does. */
function sessionWrong(
  prospective: readonly Met[],
  before: OpenRecord | null,
  { clinic, who, policy, chart, confirmed = false }: DoorContext & Readonly<{ chart: Chart }>,
): Refusal | null {
  const [first, second] = prospective
  if (first === undefined || first.seen.given === null) return null
  const { where } = first
  if (second)
    return refuse(422, 'one-session', 'One session is signed at a time; both sides of a face are one session.', {
      where,
    })
  const unplanned = before === null ? null : withoutPlan(before, { clinic, who, policy })
  if (unplanned) return refusedAt(unplanned, where)
  const checked = checkSession(first.seen.given, {
    pathway: clinic.pathway,
    chart,
    today: dayNumber(clinic.today()),
    policy,
    confirmed,
    where,
  })
  if (checked === null) return null
  const { sentence, code } = checked.problem
  const how = code === 'confirm' ? ' To confirm, send it again with the header X-Facialis-Confirmed: 1.' : ''
  return { ...checked, problem: { ...checked.problem, sentence: sentence + how, where } }
}

const decisionOf = (advice: Advice, chart: Chart, policy: Policy): Decision => ({
  pathway: advice.pathway,
  pathwayVersion: advice.version,
  input: canonical({ asOf: advice.asOf, basis: 'before', chart }),
  policy: canonical(policy),
  advice: JSON.stringify(advice),
})
