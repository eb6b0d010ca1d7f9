import type { SmartIssuer, SmartSetting } from '@facialis/wire'
import { send } from '../api/client.ts'
import { type Arrival, arrivalAt } from './arrival.ts'
import { keepAway, takeAway } from './away.ts'
import { comeBack } from './come-back.ts'
import { discover } from './discover.ts'
import { type HeldPass, holdPass } from './held-pass.ts'
import { isFramedByAnother, storageOf } from './in-frame.ts'
import { issuerAt, placeOf } from './issuer.ts'
import { leaveFor } from './leave.ts'
import { isSignedOut, type Look, look } from './look.ts'
import type { Stopped } from './outcome.ts'
import { type Stop, words } from './words.ts'

/** What the page shows at a moment. */
export type Showing =
  | Readonly<{ what: 'working'; words: string }>
  | Readonly<{ what: 'choosing'; issuers: readonly SmartIssuer[]; choose: (issuer: SmartIssuer) => void }>
  | Readonly<{ what: 'stopped'; why: Stopped }>
  | Readonly<{ what: 'look'; look: Look; again: Again }>

/** How a look may be taken again, and what became of that while what was read before stands. */
export type Again = Readonly<{ read: () => void; isReading: boolean; failed: Stopped | null }>

type Show = (showing: Showing) => void
type Place = Pick<Window, 'location' | 'history' | 'sessionStorage' | 'self' | 'top'>

/** One visit, from the address somebody came by to what is shown. */
export async function visit(place: Place, show: Show): Promise<void> {
  const arrival = arrivalAt(place.location.href)
  // Neither the code nor the launch stays in the address bar or in the history.
  place.history.replaceState(null, '', place.location.pathname)
  show({ what: 'working', words: words.steps.setting })
  const setting = await send('GET', '/api/smart')
  if (!setting.ok) return show({ what: 'stopped', why: { stop: 'no-setting' } })
  return goOn(arrival, { place, show, setting: setting.value })
}

type Going = Readonly<{ place: Place; show: Show; setting: SmartSetting }>

async function goOn(arrival: Arrival, going: Going): Promise<void> {
  const { place, show, setting } = going
  const { issuers } = setting
  const stop = (why: Stopped) => show({ what: 'stopped', why })
  if (issuers.length === 0) return stop({ stop: 'no-issuers' })
  switch (arrival.how) {
    case 'alone':
      return show({
        what: 'choosing',
        issuers,
        choose: (issuer) => void leave(issuer, { iss: issuer.iss, launch: null }, going),
      })
    case 'launched': {
      const issuer = issuerAt(arrival.iss, issuers)
      return issuer === null
        ? stop({ stop: 'other-issuer', about: placeOf(arrival.iss) })
        : leave(issuer, arrival, going)
    }
    case 'back': {
      const storage = storageOf(place)
      const away = storage && takeAway(storage, Date.now())
      const issuer = away && issuerAt(away.iss, issuers)
      if (away === null || issuer === null) return stop({ stop: 'not-of-this-tab' })
      if (isFramedByAnother(place, issuer)) return stop({ stop: 'in-a-frame', about: issuer.name })
      show({ what: 'working', words: words.steps.returning(issuer.name) })
      const known = await discover(issuer)
      if (!known.ok) return stop(known.stop)
      const pass = await comeBack(known.value, arrival.answer, { away, origin: place.location.origin })
      return pass.ok ? read(issuer, holdPass(known.value, pass.value), going) : stop(pass.stop)
    }
    default:
      arrival satisfies never
  }
}

type By = Readonly<{ iss: string; launch: string | null }>

/** Goes to sign in; this page then ends. */
async function leave(issuer: SmartIssuer, { iss, launch }: By, { place, show }: Going): Promise<void> {
  const stop = (why: Stopped) => show({ what: 'stopped', why })
  if (isFramedByAnother(place, issuer)) return stop({ stop: 'in-a-frame', about: issuer.name })
  const storage = storageOf(place)
  if (storage === null) return stop({ stop: 'keeps-nothing' })
  show({ what: 'working', words: words.steps.discovering(issuer.name) })
  const known = await discover(issuer)
  if (!known.ok) return stop(known.stop)
  const { address, away } = await leaveFor(known.value, { iss, launch, origin: place.location.origin, now: Date.now() })
  keepAway(storage, away)
  show({ what: 'working', words: words.steps.leaving(issuer.name) })
  place.location.replace(address)
}

async function read(issuer: SmartIssuer, held: HeldPass, { show, setting }: Going): Promise<void> {
  show({ what: 'working', words: words.steps.reading(issuer.name) })
  const first = await look(issuer, held, setting)
  if (!first.ok) return show({ what: 'stopped', why: first.stop })
  const stand = (standing: Look, { isReading = false, failed = null }: Partial<Again> = {}): void =>
    show({ what: 'look', look: standing, again: { read: () => void again(standing), isReading, failed } })
  const again = async (standing: Look) => {
    stand(standing, { isReading: true })
    const next = await readAgain(issuer, held, standing)
    if (next.ok) return stand(next.value)
    return next.keeps ? stand(standing, { failed: next.stop }) : show({ what: 'stopped', why: next.stop })
  }
  stand(first.value)
}

type ReadAgain = Readonly<{ ok: true; value: Look }> | Readonly<{ ok: false; stop: Stopped; keeps: boolean }>

/** One more look. Where it comes to nothing, what was read before stays, unless it may not be shown any more. */
async function readAgain(issuer: SmartIssuer, held: HeldPass, standing: Look): Promise<ReadAgain> {
  const failed = (stop: Stopped, keeps: boolean) => ({ ok: false, stop, keeps }) as const
  // Another day may have begun, or another number be in force.
  const fresh = await send('GET', '/api/smart')
  if (!fresh.ok) return failed({ stop: 'no-setting' }, true)
  const isSameDay = fresh.value.today === standing.today
  const next = await look(issuer, held, fresh.value)
  if (!next.ok) return failed(next.stop, isSameDay && !hides.has(next.stop.stop))
  // A sign-in that ended half-way would take away what is here.
  const isLess = next.value.gaps.some(isSignedOut) && !standing.gaps.some(isSignedOut)
  return isLess && isSameDay ? failed({ stop: 'signed-out', about: issuer.name }, true) : next
}

/** After these nothing of the record is shown, whatever was read before. */
const hides: ReadonlySet<Stop> = new Set(['two-people', 'unreadable', 'fault'])
