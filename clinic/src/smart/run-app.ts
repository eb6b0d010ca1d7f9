import type { SmartIssuer, SmartSetting } from '@facialis/wire'
import { send } from '../api/client.ts'
import { assessRecord, isSignedOut, type RecordAssessment } from './assess-record.ts'
import { authorizationRequest } from './authorization-request.ts'
import { discover } from './discover.ts'
import { type EntryPoint, entryPointOf } from './entry-point.ts'
import { exchangeCode } from './exchange-code.ts'
import { isFramedByAnother, storageOf } from './framing.ts'
import { issuerAt, shownOrigin } from './issuer.ts'
import type { Stopped } from './outcome.ts'
import { storePendingSignIn, takePendingSignIn } from './pending-sign-in.ts'
import { type RenewableGrant, renewableGrant } from './renewable-grant.ts'
import { type Stop, words } from './words.ts'

/** What the page shows at a moment. */
export type PageState =
  | Readonly<{ what: 'working'; words: string }>
  | Readonly<{ what: 'choosing'; issuers: readonly SmartIssuer[]; choose: (issuer: SmartIssuer) => void }>
  | Readonly<{ what: 'stopped'; why: Stopped }>
  | Readonly<{ what: 'assessed'; assessment: RecordAssessment; reload: Reload }>

/** How the record may be read again, and what became of that while what was read before stands. */
export type Reload = Readonly<{ read: () => void; isReading: boolean; failed: Stopped | null }>

type Show = (state: PageState) => void
type Place = Pick<Window, 'location' | 'history' | 'sessionStorage' | 'self' | 'top'>

/** The whole app, from the address it was opened by to what is shown. */
export async function runApp(place: Place, show: Show): Promise<void> {
  const entry = entryPointOf(place.location.href)
  // Neither the code nor the launch stays in the address bar or in the history.
  place.history.replaceState(null, '', place.location.pathname)
  show({ what: 'working', words: words.steps.setting })
  const setting = await send('GET', '/api/smart')
  if (!setting.ok) return show({ what: 'stopped', why: { stop: 'no-setting' } })
  return continueFrom(entry, { place, show, setting: setting.value })
}

type AppContext = Readonly<{ place: Place; show: Show; setting: SmartSetting }>

async function continueFrom(entry: EntryPoint, context: AppContext): Promise<void> {
  const { place, show, setting } = context
  const { issuers } = setting
  const stop = (why: Stopped) => show({ what: 'stopped', why })
  if (issuers.length === 0) return stop({ stop: 'no-issuers' })
  switch (entry.how) {
    case 'standalone':
      return show({
        what: 'choosing',
        issuers,
        choose: (issuer) => void redirectToSignIn(issuer, { iss: issuer.iss, launch: null }, context),
      })
    case 'launched': {
      const issuer = issuerAt(entry.iss, issuers)
      return issuer === null
        ? stop({ stop: 'other-issuer', about: shownOrigin(entry.iss) })
        : redirectToSignIn(issuer, entry, context)
    }
    case 'redirected': {
      const storage = storageOf(place)
      const pending = storage && takePendingSignIn(storage, Date.now())
      const issuer = pending && issuerAt(pending.iss, issuers)
      if (pending === null || issuer === null) return stop({ stop: 'not-of-this-tab' })
      if (isFramedByAnother(place, issuer)) return stop({ stop: 'in-a-frame', about: issuer.name })
      show({ what: 'working', words: words.steps.returning(issuer.name) })
      const known = await discover(issuer)
      if (!known.ok) return stop(known.stop)
      const granted = await exchangeCode(known.value, entry.answer, { pending, origin: place.location.origin })
      return granted.ok ? read(issuer, renewableGrant(known.value, granted.value), context) : stop(granted.stop)
    }
    default:
      entry satisfies never
  }
}

type Launch = Readonly<{ iss: string; launch: string | null }>

/** Goes to sign in; this page then ends. */
async function redirectToSignIn(
  issuer: SmartIssuer,
  { iss, launch }: Launch,
  { place, show }: AppContext,
): Promise<void> {
  const stop = (why: Stopped) => show({ what: 'stopped', why })
  if (isFramedByAnother(place, issuer)) return stop({ stop: 'in-a-frame', about: issuer.name })
  const storage = storageOf(place)
  if (storage === null) return stop({ stop: 'keeps-nothing' })
  show({ what: 'working', words: words.steps.discovering(issuer.name) })
  const known = await discover(issuer)
  if (!known.ok) return stop(known.stop)
  const { address, pending } = await authorizationRequest(known.value, {
    iss,
    launch,
    origin: place.location.origin,
    now: Date.now(),
  })
  storePendingSignIn(storage, pending)
  show({ what: 'working', words: words.steps.leaving(issuer.name) })
  place.location.replace(address)
}

async function read(issuer: SmartIssuer, grant: RenewableGrant, { show, setting }: AppContext): Promise<void> {
  show({ what: 'working', words: words.steps.reading(issuer.name) })
  const first = await assessRecord(issuer, grant, setting)
  if (!first.ok) return show({ what: 'stopped', why: first.stop })
  const stand = (standing: RecordAssessment, { isReading = false, failed = null }: Partial<Reload> = {}): void =>
    show({ what: 'assessed', assessment: standing, reload: { read: () => void reload(standing), isReading, failed } })
  const reload = async (standing: RecordAssessment) => {
    stand(standing, { isReading: true })
    const next = await readAgain(issuer, grant, standing)
    if (next.ok) return stand(next.value)
    return next.keeps ? stand(standing, { failed: next.stop }) : show({ what: 'stopped', why: next.stop })
  }
  stand(first.value)
}

type ReadAgain =
  | Readonly<{ ok: true; value: RecordAssessment }>
  | Readonly<{ ok: false; stop: Stopped; keeps: boolean }>

/** Reads the record once more. Where that comes to nothing, what was read before stays, unless it may not be shown any more. */
async function readAgain(issuer: SmartIssuer, grant: RenewableGrant, standing: RecordAssessment): Promise<ReadAgain> {
  const failed = (stop: Stopped, keeps: boolean) => ({ ok: false, stop, keeps }) as const
  // Another day may have begun, or another number be in force.
  const fresh = await send('GET', '/api/smart')
  if (!fresh.ok) return failed({ stop: 'no-setting' }, true)
  const isSameDay = fresh.value.today === standing.today
  const next = await assessRecord(issuer, grant, fresh.value)
  if (!next.ok) return failed(next.stop, isSameDay && !hides.has(next.stop.stop))
  // A sign-in that ended half-way would take away what is here.
  const isLess = next.value.gaps.some(isSignedOut) && !standing.gaps.some(isSignedOut)
  return isLess && isSameDay ? failed({ stop: 'signed-out', about: issuer.name }, true) : next
}

/** After these nothing of the record is shown, whatever was read before. */
const hides: ReadonlySet<Stop> = new Set(['two-people', 'unreadable', 'fault'])
