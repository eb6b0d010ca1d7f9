import { addToChart, firstUnfit, notReplaced, type Stated, statementsOfAct, whyNotReplaced } from '@facialis/fhir'
import { signedPlanValid } from '@facialis/knowledge/policy/index.ts'
import { type Advice, numberIn, type Policy } from '@facialis/language'
import { mayRecord, type Role, recorders } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Refusal, type Result, refusalOf, refuse } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'
import type { IsOurs } from '../gate/colleagues.ts'
import { isProspective, mayProceed, type Passed } from '../gate/gate.ts'
import type { SignedIn } from '../identity/account.ts'
import type { OpenRecord } from '../patient/open-chart.ts'
import type { ActProvenance } from '../patient/provenance.ts'
import { staleVersionRefusal } from '../patient/stale-version.ts'
import type { SentAct } from './act-shape.ts'
import { amendedWrongly, datedEntries, type WholeAct } from './amended.ts'
import { birthDateConflict } from './birth-date-conflict.ts'
import { checkDay } from './complete-act.ts'
import { checkEntries } from './entry-checks.ts'
import { exceptionUnavailable } from './exception-signed.ts'
import { kindRules } from './kinds.ts'
import { proposalsOf } from './proposals.ts'
import { checkSession } from './session-checks.ts'
import { standingOrders, withdrawnOrder } from './withdrawal.ts'

export type Judging = Readonly<{
  clinic: Clinic
  act: SentAct
  who: SignedIn
  policy: Policy
  ifMatch: number | null
  isOurs: IsOurs
  newId: () => string
}>

/** An act that may be written: as it will be, what it rests on, and what has to be written with it. */
export type Judged = Readonly<{
  act: WholeAct
  /** The advice the gate relied on, given on the chart before the act; null when the act does not meet the gate. */
  relied: Advice | null
  usesUp: Passed['usesUp']
  review: boolean
  /** The order it withdraws. */
  withdraws: ActProvenance | null
}>

/** Everything that depends on the day and on the chart as committed before the act. Pure but for new ids. */
export function judge(before: OpenRecord, judging: Judging): Result<Judged> {
  const { clinic, who, policy } = judging
  const stale = staleOr428(before, judging)
  if (stale) return stale
  const dayed = checkDay(judging.act, clinic.today())
  if (!dayed.ok) return dayed
  const act = datedEntries(dayed.value, before.chart)
  const withdraws = withdrawnOrder(act, before)
  if (!withdraws.ok) return withdraws
  const amended = amendedWrongly(act, before.chart)
  if (amended) return amended
  const read = statementsOfAct(clinic.pathway, act, { by: who.name, role: roleFor(act, who), newId: judging.newId })
  if (!read.ok) return refusalOf(read.problem)
  const stated = read.value
  const asOf = dayNumber(clinic.today())
  const unfit = firstUnfit(clinic.pathway, stated, { today: asOf, before: before.chart })
  if (unfit) return refusalOf(unfit)
  const otherwise = birthDateConflict(before.chart, stated.chart, clinic.pathway)
  if (otherwise) return otherwise
  const unlike = besideTheOther(before, stated, clinic)
  if (unlike) return unlike

  const proposed = proposalsOf(act, stated.chart.entries, { before: before.chart, who, isOurs: judging.isOurs })
  if (!proposed.ok) return proposed
  const { orders, sessions } = proposed.value
  const meetsGate = [...orders, ...sessions.flatMap(({ proposal }) => proposal ?? [])]
  const passed =
    meetsGate.length === 0
      ? null
      : mayProceed(meetsGate, before.chart, {
          pathway: clinic.pathway,
          advise: (chart, asked) => clinic.advise(chart, asked, before.follows),
          asOf,
          policy,
        })
  if (passed && !passed.ok) return passed

  const ours = sessions.filter(({ proposal }) => isProspective(proposal, asOf))
  const [, second] = ours
  // The gate was asked on the chart before the act: a second session would not count the first one's day or units.
  if (second)
    return refuse(422, 'one-session', 'One session is signed at a time; both sides of a face are one session.', {
      where: second.where,
    })
  if (ours.length > 0) {
    const unplanned = withoutPlan(before, judging)
    if (unplanned) return unplanned
  }
  // Consent may be given in the act that injects.
  const beside = addToChart(before.chart, { ...stated, chart: { ...stated.chart, entries: [] } })
  for (const { record, where } of ours) {
    const asking = {
      pathway: clinic.pathway,
      chart: beside,
      today: asOf,
      policy,
      confirmed: act.confirmed === true,
      where,
    }
    const wrong = checkSession(record, asking)
    if (wrong) return wrong
  }
  const unsaid = checkEntries(act, stated, before.chart, { pathway: clinic.pathway, asOf, policy })
  if (unsaid) return unsaid
  const unavailable = act.kind === 'exception' ? exceptionUnavailable(before, stated, judging) : null
  if (unavailable) return unavailable

  return ok({
    act,
    relied: passed?.advice() ?? null,
    usesUp: passed?.usesUp ?? [],
    review: passed?.review ?? false,
    withdraws: withdraws.value,
  })
}

/** What takes the place of a study may: the same scan, signed later, by a name. */
function besideTheOther({ chart }: OpenRecord, stated: Stated, { pathway }: Clinic): Refusal | null {
  const after = addToChart(chart, stated).entries
  for (const [index, { id: own, kind, supersedes }] of stated.chart.entries.entries()) {
    const entry = pathway.entries.find(({ id }) => id === kind)
    const later = after.find((one) => one.id === own && one.kind === kind)
    for (const id of supersedes) {
      const earlier = after.find((one) => one.id === id && one !== later)
      const why = entry && later && earlier ? whyNotReplaced(entry, later, earlier) : null
      if (why !== null)
        return refuse(422, 'not-replaced', notReplaced(own, id, why), { where: `entries[${index}].supersedes` })
    }
  }
  return null
}

const staleOr428 = (before: OpenRecord, { act, ifMatch }: Judging): Refusal | null =>
  ifMatch === null && !kindRules[act.kind].needsVersion ? null : staleVersionRefusal(before, ifMatch)

/** The first role of the account that may record this. */
export const roleFor = (act: Pick<SentAct, 'kind'>, who: SignedIn): Role =>
  [...recorders[act.kind]].reverse().find((role) => who.roles.includes(role)) ?? 'clinician'

/** A nurse injects under a plan that a doctor signed within the year and nobody took back; doctors carry their own. */
export function withoutPlan(
  before: OpenRecord,
  { who, policy, clinic }: Pick<Judging, 'who' | 'policy' | 'clinic'>,
): Refusal | null {
  if (mayRecord(who.roles, 'toxin-order')) return null
  const oldest = dayNumber(clinic.today()) - numberIn(policy, signedPlanValid)
  if (standingOrders(before).some(({ date }) => dayNumber(date) >= oldest)) return null
  return refuse(
    422,
    'no-plan',
    'A nurse injects under an order that a doctor signed within the last year. Ask for one.',
    { where: 'kind' },
  )
}
