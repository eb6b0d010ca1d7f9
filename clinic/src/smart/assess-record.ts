import { askedChart } from '@facialis/engine'
import { identityIn, readSummary } from '@facialis/fhir'
import { ownGatesOf, reasonsOf, stepBasis, together } from '@facialis/fhir/cards/index.ts'
import { type Gap, readRecord, writesIn } from '@facialis/fhir/smart/index.ts'
import { type Advice, type Chart, type DecidingFact, parseDate } from '@facialis/language'
import type { SmartIssuer, SmartSetting } from '@facialis/wire'
import { assess, concerned, pathway } from '../pathway.ts'
import { decidedOf } from '../patient/decided.ts'
import { type Outcome, stopped } from './outcome.ts'
import { recordFetch } from './record-fetch.ts'
import type { RenewableGrant } from './renewable-grant.ts'
import type { Stop } from './words.ts'

/** One person's record: what was read, and what the pathway says of it. It lives as long as the page. */
export type RecordAssessment = Readonly<{
  issuer: SmartIssuer
  person: Readonly<{ name: string | null; birthDate: string | null }>
  chart: Chart
  advice: Advice
  policy: SmartSetting['policy']
  today: string
  zone: string
  /** When it was read, as an instant. */
  at: string
  /** The day of the newest dated fact. */
  newest: string | null
  gaps: readonly Gap[]
  /** Whether anything read says that the pathway is this person's. */
  isConcerned: boolean
  /** The facts behind where they stand, what is held back, and what is next. */
  facts: readonly DecidingFact[]
  /** What became of the resources, in one sentence. */
  read: string
  mayWrite: boolean
}>

/** Something was not read because the sign-in was not taken for it, or not any more. */
export const isSignedOut = ({ why }: Pick<Gap, 'why'>): boolean => why === 'signed out'

/** Why nothing came at all. Where nobody answered, the access is not what to look at. */
export function whyNothingRead(gaps: readonly Pick<Gap, 'why'>[]): Stop {
  if (gaps.some(isSignedOut)) return 'signed-out'
  const asked = gaps.filter(({ why }) => why !== 'not granted')
  return asked.length > 0 && asked.every(({ why }) => why === 'no answer') ? 'no-answer' : 'nothing-read'
}

/** Reads the record and works out, here, where the person stands. */
export async function assessRecord(
  issuer: SmartIssuer,
  grant: RenewableGrant,
  { today, zone, policy }: SmartSetting,
): Promise<Outcome<RecordAssessment>> {
  const asOf = parseDate(today)?.hi ?? 0
  const about = { zone, today: asOf, base: issuer.iss, get: recordFetch(issuer.iss, grant) }
  const { patientId, scopes: given } = grant.now()
  const first = await readRecord(pathway, { ...about, patientId, scopes: given })
  const { scopes } = grant.now()
  // Renewed on the way, the grant may open less: what came after that was not what the first one would have shown.
  const read = scopes === given ? first : await readRecord(pathway, { ...about, patientId, scopes })
  const at = new Date().toISOString()
  if (!read.ok)
    return stopped(
      ['two-patients', 'another-patient'].includes(read.problem.code) ? 'two-people' : 'unreadable',
      issuer.name,
    )
  const { sent, gaps } = read.value
  if (sent.counts.resources === 0) return stopped(whyNothingRead(gaps), issuer.name)
  const live = assess({ chart: sent.chart, today, policy })
  if (!live.ok) return stopped('unreadable', issuer.name)
  const { advice, chart } = live
  const asked = askedChart(pathway, chart, { asOf, policy })
  const [next] = advice.nextSteps
  const basis = together(
    ...[pathway.stage.id, ...ownGatesOf(pathway).map(({ id }) => id)].flatMap((id) => {
      const decided = decidedOf(advice, id)
      return decided === null ? [] : [reasonsOf(decided, advice)]
    }),
    ...(next === undefined ? [] : [stepBasis(next, pathway, asked.grounds)]),
  )
  return {
    ok: true,
    value: {
      issuer,
      person: identityIn(sent.patient),
      chart,
      advice,
      policy,
      today,
      zone,
      at,
      newest: sent.newest,
      gaps,
      isConcerned: asked.truth(concerned) === 'yes',
      facts: basis.facts,
      read: readSummary(sent.counts, sent.patient.isInUse),
      mayWrite: scopes !== null && writesIn(scopes),
    },
  }
}
