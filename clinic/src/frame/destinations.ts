import type { Role } from '@facialis/wire'
import { words } from './words.ts'

/** Where one can go: the address, its name and, in the clinic, the keys that lead there. */
export type Destination = Readonly<{ to: string; label: string; keys?: string }>

export const clinicDestinations: readonly Destination[] = [
  { to: '/board', label: words.nav.board, keys: 'g b' },
  { to: '/guidance', label: words.nav.guidance, keys: 'g g' },
]

const recalling: readonly Role[] = ['coordinator', 'nurse', 'clinician', 'surgeon']
const recallDestinations: readonly Destination[] = [{ to: '/lots', label: words.nav.lots, keys: 'g l' }]
const administratorDestinations: readonly Destination[] = [{ to: '/accounts', label: words.nav.accounts, keys: 'g a' }]

/** Where somebody in these roles can go when no patient is open. */
export const destinationsOf = (roles: readonly Role[]): readonly Destination[] => [
  ...clinicDestinations,
  ...(roles.some((role) => recalling.includes(role)) ? recallDestinations : []),
  ...(roles.includes('administrator') ? administratorDestinations : []),
]

const caring: readonly Role[] = ['coordinator', 'nurse', 'clinician', 'surgeon', 'imaging-reader']

/** Where somebody begins. Who only administers sees no patients, so no board either. */
export const startOf = (roles: readonly Role[]): string =>
  roles.includes('administrator') && !roles.some((role) => caring.includes(role)) ? '/accounts' : '/board'

export const patientDestinations = (id: string): readonly Destination[] => {
  const base = `/patients/${encodeURIComponent(id)}`
  return [
    { to: base, label: words.nav.overview, keys: 'g p' },
    { to: `${base}/evaluate`, label: words.nav.evaluate, keys: 'g e' },
    { to: `${base}/imaging`, label: words.nav.imaging, keys: 'g m' },
    { to: `${base}/injection`, label: words.nav.injection, keys: 'g i' },
    { to: `${base}/surgery`, label: words.nav.surgery, keys: 'g s' },
    { to: `${base}/letter`, label: words.nav.letter, keys: 'g t' },
    { to: `${base}/follow-up`, label: words.nav.followUp, keys: 'g f' },
  ]
}

export const frontDoorDestinations: readonly Destination[] = [
  { to: '/front-door', label: words.nav.frontDoor },
  { to: '/front-door/appointment', label: words.nav.appointment },
  { to: '/front-door/refer', label: words.nav.refer },
  { to: '/front-door/status', label: words.nav.status },
  { to: '/front-door/team', label: words.nav.team },
]
