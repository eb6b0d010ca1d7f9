import type { SmartIssuer, SmartSetting } from '@facialis/wire'
import { send } from '../api/client.ts'
import { type Arrival, arrivalAt } from './arrival.ts'
import { keepAway, takeAway } from './away.ts'
import { comeBack, type Pass } from './come-back.ts'
import { discover } from './discover.ts'
import { issuerAt, placeOf } from './issuer.ts'
import { leaveFor } from './leave.ts'
import { type Look, look } from './look.ts'
import type { Stopped } from './outcome.ts'
import { words } from './words.ts'

/** What the page shows at a moment. */
export type Showing =
  | Readonly<{ what: 'working'; words: string }>
  | Readonly<{ what: 'choosing'; issuers: readonly SmartIssuer[]; choose: (issuer: SmartIssuer) => void }>
  | Readonly<{ what: 'stopped'; why: Stopped }>
  | Readonly<{ what: 'look'; look: Look; again: () => void }>

type Show = (showing: Showing) => void
type Place = Pick<Window, 'location' | 'history' | 'sessionStorage'>

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
      const away = takeAway(place.sessionStorage, Date.now())
      const issuer = away && issuerAt(away.iss, issuers)
      if (away === null || issuer === null) return stop({ stop: 'not-of-this-tab' })
      show({ what: 'working', words: words.steps.returning(issuer.name) })
      const known = await discover(issuer)
      if (!known.ok) return stop(known.stop)
      const pass = await comeBack(known.value, arrival.answer, { away, origin: place.location.origin })
      return pass.ok ? read(issuer, pass.value, going) : stop(pass.stop)
    }
    default:
      arrival satisfies never
  }
}

type By = Readonly<{ iss: string; launch: string | null }>

/** Goes to sign in; this page then ends. */
async function leave(issuer: SmartIssuer, { iss, launch }: By, { place, show }: Going): Promise<void> {
  show({ what: 'working', words: words.steps.discovering(issuer.name) })
  const known = await discover(issuer)
  if (!known.ok) return show({ what: 'stopped', why: known.stop })
  const { address, away } = await leaveFor(known.value, { iss, launch, origin: place.location.origin, now: Date.now() })
  keepAway(place.sessionStorage, away)
  show({ what: 'working', words: words.steps.leaving(issuer.name) })
  place.location.replace(address)
}

async function read(issuer: SmartIssuer, pass: Pass, going: Going): Promise<void> {
  const { show, setting } = going
  show({ what: 'working', words: words.steps.reading(issuer.name) })
  const seen = await look(issuer, pass, setting)
  if (!seen.ok) return show({ what: 'stopped', why: seen.stop })
  const again = async () => {
    // Another day may have begun, or another number be in force.
    const fresh = await send('GET', '/api/smart')
    return fresh.ok
      ? read(issuer, pass, { ...going, setting: fresh.value })
      : show({ what: 'stopped', why: { stop: 'no-setting' } })
  }
  show({ what: 'look', look: seen.value, again: () => void again() })
}
