import { may, type Permission, permissions, type Role } from '@facialis/wire'
import { words } from './words.ts'

/** Where one can go: the address, its name and, in the clinic, the keys that lead there. */
export type Destination = Readonly<{ to: string; label: string; keys?: string }>

type Guarded = Destination & Readonly<{ for: Permission | 'everybody' | 'without-board' | 'emergency' }>
const start = '/home'

/** Every page that is open without a patient, and what one must be allowed there. The server decides; this only leads nobody to a refusal. */
const clinicDestinations: readonly Guarded[] = [
  { to: '/board', label: words.nav.board, keys: 'g b', for: 'board:read' },
  { to: start, label: words.nav.start, keys: 'g h', for: 'without-board' },
  { to: '/guidance', label: words.nav.guidance, keys: 'g g', for: 'everybody' },
  { to: '/lots', label: words.nav.lots, keys: 'g l', for: 'lot:recall' },
  { to: '/emergency', label: words.nav.emergency, keys: 'g y', for: 'emergency' },
  { to: '/audit', label: words.nav.audit, keys: 'g u', for: 'audit:read' },
  { to: '/openings', label: words.nav.openings, keys: 'g o', for: 'emergency:review' },
  { to: '/team', label: words.nav.directory, keys: 'g c', for: 'team:write' },
  { to: '/accounts', label: words.nav.accounts, keys: 'g a', for: 'account:manage' },
]

/** Pages to which a button leads, or a link that somebody was sent. */
const pagesBehind: readonly Guarded[] = [
  { to: '/referrals/new', label: words.nav.newReferral, for: 'patient:create' },
  { to: '/requests', label: words.nav.requests, for: 'request:triage' },
]

const isFor = ({ for: whose }: Guarded, roles: readonly Role[], { emergency }: Rights): boolean => {
  if (whose === 'everybody') return true
  if (whose === 'emergency') return emergency
  if (whose === 'without-board') return !may(roles, 'board:read')
  return may(roles, whose)
}

/** What an account may beside what its roles say. */
type Rights = Readonly<{ emergency: boolean }>

/** Where somebody in these roles can go when no patient is open. */
export const destinationsOf = (roles: readonly Role[], rights: Rights = { emergency: false }): readonly Destination[] =>
  clinicDestinations.filter((one) => isFor(one, roles, rights))

export const mayOpen = (roles: readonly Role[], to: string): boolean =>
  [...clinicDestinations, ...pagesBehind].some((one) => one.to === to && isFor(one, roles, { emergency: false }))

/** The page at an address that is not for somebody in these roles, and for whom it is; null when nothing is in the way. */
export function shutTo(
  roles: readonly Role[],
  path: string,
  rights: Rights,
): Readonly<{ label: string; whose: readonly Role[] }> | null {
  const page = [...clinicDestinations, ...pagesBehind].find(({ to }) => path === to || path.startsWith(`${to}/`))
  // Who has a board has no need of a start, and may look at it all the same; a board leads on to what there is instead.
  if (page === undefined || page.to === start || page.to === '/board' || isFor(page, roles, rights)) return null
  return { label: page.label, whose: page.for in permissions ? permissions[page.for as Permission] : [] }
}

/** Where somebody begins. Who only administers sees no patients, so no board either. */
export const startOf = (roles: readonly Role[]): string =>
  ['/board', '/accounts', '/audit'].find((to) => mayOpen(roles, to)) ?? start

export const patientDestinations = (id: string): readonly Destination[] => {
  const base = `/patients/${encodeURIComponent(id)}`
  return [
    { to: base, label: words.nav.overview, keys: 'g p' },
    { to: `${base}/triage`, label: words.nav.triage, keys: 'g r' },
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
