/** Stages in the order of the journey, which is the order of the board. */
export const journey = [
  'referred',
  'evaluating',
  'ruling-out',
  'choosing-treatment',
  'toxin-series',
  'surgical-work-up',
  'after-surgery',
  'follow-up',
  'other-pathway',
  'closed',
] as const

export type BoardRow = Readonly<{
  id: string
  name: string
  birthDate: string | null
  side: 'left' | 'right' | 'both' | null
  stage: string
  also: readonly string[]
  since: string | null
  /** Answer of the toxin gate and, when shut, the first missing thing in words. */
  gate: string
  blockedOn: string | null
  /** The day on which a shut gate opens by itself. */
  opensOn: string | null
  /** The day until which a standing exception lets a shut gate be passed. */
  exceptionUntil: string | null
  /** Nobody here has seen the person yet. */
  awaitsVisit: boolean
  next: Readonly<{ label: string; owner: string; urgency: string; dueBy: string | null; state: string }> | null
  overdue: number
  critical: readonly string[]
  /** The day since which whoever referred waits for a letter; null when none is owed. */
  letterOwed: string | null
  interpreter: string | null
  /** The row is of this day and does not hold any more; it is being worked out. Null when it holds. */
  behindSince: string | null
}>

export const shows = ['all', 'blocked', 'overdue', 'due', 'alert', 'letter'] as const
export type Show = (typeof shows)[number]

/** Whom somebody wants to see. A search is somebody's name: it travels in a body, never in an address. */
export type BoardFilters = Readonly<{ search: string; stage: string | null; show: Show; owner: string | null }>
export const noFilters: BoardFilters = { search: '', stage: null, show: 'all', owner: null }

/** POST /api/board – the first rows of those who fulfil every filter. */
export type BoardAsked = BoardFilters & Readonly<{ most: number }>
/** How many rows are sent where nobody asks for more, and how many at the most. */
export const rowsSent = { first: 200, most: 2000 } as const

/** How many of those who need the reader are named. */
export const mostNamed = 4
/** Why somebody needs the reader today. */
export type NeedReason = 'call' | 'alert' | 'overdue' | 'due'
export type Needing = Readonly<{ id: string; name: string; why: NeedReason }>

/** What arrived at the front door and waits. */
export type BoardRequest = Readonly<{
  id: string
  kind: 'appointment' | 'referral'
  name: string
  received: string
  /** When it arrived here. */
  arrived: string
  state: string
  /** Red flags that were answered with "yes", by the ids of their facts. */
  redFlags: readonly string[]
  /** One of them is answered by telephone on the same day. */
  call: boolean
}>

/** GET /api/board, and the answer to POST /api/board */
export type Board = Readonly<{
  today: string
  /** The present as an instant, by the clock that wrote the others. */
  now: string
  /** By stage, within a stage whoever needs somebody first. */
  rows: readonly BoardRow[]
  /** How many fulfil every filter, of whom `rows` are the first. */
  matching: number
  /** How many are treated here. */
  everybody: number
  /** In the order of the journey: how many of those who fulfil every filter are at a stage; how many would with this filter for the stage. */
  stages: readonly Readonly<{ stage: string; standing: number; counted: number }>[]
  /** How many fulfil every filter but that for the stage. */
  atAnyStage: number
  /** Everybody, counted by the stages they stand at and the answer of the toxin gate. */
  groups: readonly Readonly<{ stages: readonly string[]; gate: string; count: number }>[]
  /** Whose step is next for anybody. */
  owners: readonly string[]
  /** Who needs the reader today: how many, and the first few. */
  needing: Readonly<{ count: number; first: readonly Needing[] }>
  /** How many of how many rows are worked out, while some are not. */
  working: Readonly<{ done: number; of: number }> | null
  requests: readonly BoardRequest[]
}>
