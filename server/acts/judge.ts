import { addToChart, firstUnfit, notReplaced, type Stated, statementsOfAct, whyNotReplaced } from '@facialis/fhir'
import { exceptionMaximum, signedPlanValid } from '@facialis/knowledge/policy/index.ts'
import {
  type Advice,
  type Chart,
  type Decided,
  numberIn,
  type Policy,
  parseDate,
  type Unknown,
  type Value,
} from '@facialis/language'
import { mayRecord, type Role, recorders } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import type { IsOurs } from '../gate/colleagues.ts'
import { exceptionKindsOf, isProspective, mayProceed, type Passed } from '../gate/gate.ts'
import { ok, type Refusal, type Result, refusalOf, refuse } from '../ground/problem.ts'
import { dayNumber } from '../ground/site-day.ts'
import type { SignedIn } from '../identity/account.ts'
import { unlessSeen } from '../patient/as-seen.ts'
import type { OpenRecord } from '../patient/open-chart.ts'
import type { Told } from '../patient/provenance.ts'
import type { SentAct, SentEntry } from './act-shape.ts'
import { bornOtherwise } from './born-otherwise.ts'
import { checkDay } from './complete-act.ts'
import { checkEntries } from './entry-checks.ts'
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
  withdraws: Told | null
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
  const otherwise = bornOtherwise(before.chart, stated.chart, clinic.pathway)
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

/** An act whose entries all say when: an entry that amends an earlier one keeps its day unless it names another. */
export type WholeAct = Omit<SentAct, 'entries'> &
  Readonly<{ entries: readonly (Omit<SentEntry, 'date'> & Readonly<{ date: string | null }>)[] }>

function datedEntries(act: SentAct, { entries: earlier }: Chart): WholeAct {
  const entries = (act.entries ?? []).map((entry) => {
    const amends = earlier.some(({ id, kind }) => entry.id === id && entry.kind === kind)
    const unread = amends && entry.kind === 'study' && act.kind === 'imaging-read'
    return {
      ...entry,
      // What somebody has acknowledged is what it said then: an addendum has to be read again.
      fields: unread ? { 'study.acknowledged': 'no', ...entry.fields } : entry.fields,
      date: entry.date === undefined ? (amends ? null : act.date) : entry.date,
    }
  })
  return { ...act, entries }
}

/** What is recorded already keeps its day, and history adds to it; changing either is a correction. */
function amendedWrongly({ kind, entries }: WholeAct, { entries: recorded }: Chart): Refusal | null {
  if (kind === 'correction') {
    const loose = entries.findIndex(
      (entry) => entry.kind === 'exception' && !recorded.some(({ id }) => id === entry.id),
    )
    if (loose < 0) return null
    return refuse(422, 'out-of-place', 'A new exception is signed in an act of its own.', {
      where: `entries[${loose}]`,
    })
  }
  for (const [index, entry] of entries.entries()) {
    const earlier = recorded.find((one) => one.id === entry.id && one.kind === entry.kind)
    if (!earlier) continue
    const where = `entries[${index}]`
    if (kind === 'history' || kind === 'exception')
      return refuse(422, 'already-recorded', 'This is recorded already. Change it by a correction.', {
        where: `${where}.id`,
      })
    const date = entry.date === null ? null : parseDate(entry.date)
    if (date !== null && (date.lo !== earlier.date?.lo || date.hi !== earlier.date.hi))
      return refuse(422, 'out-of-place', 'The day of what is recorded already is changed by a correction.', {
        where: `${where}.date`,
      })
  }
  return null
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
  ifMatch === null && !kindRules[act.kind].needsVersion ? null : unlessSeen(before, ifMatch)

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

/** An exception may be signed only where it would let something pass: its code stands among those the gate offers. */
function exceptionUnavailable(before: OpenRecord, stated: Stated, { clinic, policy }: Judging): Refusal | null {
  const advice = clinic.advise(before.chart, { asOf: dayNumber(clinic.today()), policy }, before.follows)
  const offered = ['botulinum', 'botulinum.session'].flatMap((id) => {
    const codes = (advice.decisions[id] as Decided | undefined)?.detail.overridableBy
    return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : []
  })
  for (const [index, entry] of stated.chart.entries.entries()) {
    if (
      entry.kind !== 'exception' ||
      before.chart.entries.some(({ id, kind }) => id === entry.id && kind === 'exception')
    )
      continue
    const where = `entries[${index}].fields["exception.code"]`
    const code = entry.fields['exception.code']
    if (!code || !('word' in code))
      return refuse(422, 'incomplete', 'Say for which reason the exception is made.', { where })
    if (!offered.includes(code.word)) {
      const sentence =
        offered.length === 0
          ? 'Nothing that shuts the gate now can be covered by an exception.'
          : `This exception does not cover what shuts the gate now; possible are: ${offered.join(', ')}.`
      return refuse(422, 'exception-not-available', sentence, { where, overridableBy: offered })
    }
    const unstated = exceptionKindsOf(clinic.pathway)
      .find((kind) => kind.code === code.word)
      ?.states.find((field) => !isStated(entry.fields[field.id]))
    if (unstated)
      return refuse(422, 'incomplete', `This exception has to say: ${unstated.question}`, {
        where: `entries[${index}].fields["${unstated.id}"]`,
      })
    const told = entry.fields['exception.patientTold']
    if (!told || !('word' in told) || told.word !== 'yes')
      return refuse(422, 'incomplete', 'The person is told before an exception is signed.', {
        where: `entries[${index}].fields["exception.patientTold"]`,
      })
    const expires = entry.fields['exception.expires']
    const latest = dayNumber(clinic.today()) + numberIn(policy, exceptionMaximum)
    if (!expires || !('date' in expires) || expires.date.hi > latest || expires.date.hi < dayNumber(clinic.today()))
      return refuse(422, 'bad-expiry', 'An exception ends by itself: say on which day, within a year.', {
        where: `entries[${index}].fields["exception.expires"]`,
      })
  }
  return null
}

/** Something is said, and where the question is yes or no, it is yes. */
const isStated = (value: Value | Unknown | undefined): boolean =>
  value !== undefined && ('word' in value ? value.word === 'yes' : 'text' in value && value.text.trim() !== '')
