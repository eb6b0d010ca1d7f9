/**
 * What a session, the slowing of guesses and an opening in an emergency are meant to do, of one account at one screen, and
 * nothing of how it is done. Time is in seconds.
 */
export const minute = 60
export const hour = 60 * minute

export type Person = 'ada' | 'ben'
/** A researcher and an author of the pathway may open a record in an emergency; to a clinician records are open anyhow. */
export type Role = 'researcher' | 'pathway-author' | 'clinician'

export type State = Readonly<{
  role: Role
  shut: boolean
  /** `number` tells one session from the next; `seen` is when it was last noted, each as seconds ago. */
  session: Readonly<{ number: number; seen: number; age: number }> | null
  sessions: number
  /** `changed`: the account was made another since. */
  glass: Readonly<{ of: Person; age: number; session: number; changed: boolean }> | null
  /** Seconds since each wrong try of the last minute. */
  signIns: readonly number[]
  stepUps: readonly number[]
}>

export type Command =
  | Readonly<{ do: 'wait' | 'clock-goes-back'; seconds: number }>
  | Readonly<{ do: 'sign-in'; right: boolean }>
  | Readonly<{ do: 'sign-out' | 'end' | 'elsewhere' | 'look' | 'look-by-timer' | 'shut' | 'reopen' }>
  | Readonly<{ do: 'open'; of: Person; right: boolean }>
  | Readonly<{ do: 'become'; role: Role }>

/** What is answered: a status of HTTP, and whose record is seen. */
export type Answer = Readonly<{ status: number; sees?: Person }> | null

export const atFirst: State = {
  role: 'researcher',
  shut: false,
  session: null,
  sessions: 0,
  glass: null,
  signIns: [],
  stepUps: [],
}

const idle = 15 * minute
const longest = 12 * hour
const glassLasts = 4 * hour
const notedEvery = 30
const tries = 5

const isLive = ({ session, shut }: State): boolean =>
  session !== null && !shut && session.seen < idle && session.age < longest
const mayInEmergency = ({ role }: State): boolean => role !== 'clinician'

/** Whose record can be looked at in this state; null for nobody's. */
export const readable = (state: State): Person | null => {
  const { glass, session } = state
  if (!isLive(state) || !mayInEmergency(state) || glass === null || glass.session !== session?.number) return null
  return glass.age < glassLasts ? glass.of : null
}

/** Asking is a sign that somebody is there. */
const seen = (state: State): State =>
  isLive(state) && state.session !== null && state.session.seen >= notedEvery
    ? { ...state, session: { ...state.session, seen: 0 } }
    : state

export function step(state: State, command: Command): readonly [State, Answer] {
  switch (command.do) {
    case 'wait':
      return [later(state, command.seconds), null]
    case 'clock-goes-back':
      // No time has passed by it: sessions and wrong tries are as old as they were.
      return [{ ...state, glass: null }, null]
    case 'sign-in':
      return signIn(state, command.right)
    case 'sign-out':
      return [{ ...state, session: null, glass: null }, { status: 204 }]
    case 'shut':
      return [changed({ ...state, shut: true, session: null, glass: null }), null]
    case 'reopen':
      return [{ ...state, shut: false }, null]
    case 'become':
      return [command.role === state.role ? state : changed({ ...state, role: command.role, glass: null }), null]
    case 'elsewhere':
      if (!isLive(state)) return [state, { status: 401 }]
      return [seen(state), { status: state.role === 'clinician' ? 200 : 404 }]
    case 'look':
    case 'look-by-timer':
      return look(state, command.do === 'look' ? seen(state) : state)
    case 'end':
      if (!isLive(state)) return [state, { status: 401 }]
      if (!mayInEmergency(state)) return [seen(state), { status: 404 }]
      return [{ ...seen(state), glass: null }, { status: 204 }]
    case 'open':
      return open(state, command)
    default:
      throw command satisfies never
  }
}

function later(state: State, seconds: number): State {
  const { session, glass } = state
  const recent = (wrong: readonly number[]) => wrong.map((ago) => ago + seconds).filter((ago) => ago < minute)
  return {
    ...state,
    session: session && { ...session, seen: session.seen + seconds, age: session.age + seconds },
    glass: glass && { ...glass, age: glass.age + seconds },
    signIns: recent(state.signIns),
    stepUps: recent(state.stepUps),
  }
}

const changed = (state: State): State => ({ ...state, glass: state.glass && { ...state.glass, changed: true } })

function signIn(state: State, right: boolean): readonly [State, Answer] {
  if (state.signIns.length >= tries) return [state, { status: 429 }]
  if (!right || state.shut) return [{ ...state, signIns: [...state.signIns, 0] }, { status: 401 }]
  const number = state.sessions + 1
  return [
    { ...state, signIns: [], sessions: number, session: { number, seen: 0, age: 0 }, glass: null },
    { status: 200 },
  ]
}

function look(before: State, after: State): readonly [State, Answer] {
  if (!isLive(before)) return [before, { status: 401 }]
  if (!mayInEmergency(before)) return [after, { status: 404 }]
  const sees = readable(before)
  return [after, sees === null ? { status: 409 } : { status: 200, sees }]
}

function open(state: State, { of, right }: Readonly<{ of: Person; right: boolean }>): readonly [State, Answer] {
  if (!isLive(state)) return [state, { status: 401 }]
  const after = seen(state)
  if (!mayInEmergency(state)) return [after, { status: 404 }]
  if (state.stepUps.length >= tries) return [after, { status: 429 }]
  if (!right) return [{ ...after, stepUps: [...after.stepUps, 0] }, { status: 422 }]
  if (readable(state) !== null) return [after, { status: 409 }]
  const session = state.session?.number ?? 0
  return [{ ...after, glass: { of, age: 0, session, changed: false } }, { status: 201 }]
}
