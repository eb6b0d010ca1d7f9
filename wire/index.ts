/**
 * The shapes that travel between the server and the clinic, and nothing else. Types and a few closed lists: neither side
 * imports the other, both import this.
 */
import type { Advice, Chart, Jurisdiction } from '@facialis/language'
import type { Reach } from './reach.ts'
import type { Role } from './roles.ts'
import type { SignInOffers } from './sign-in-ways.ts'

export * from './attachable.ts'
export * from './audit-trail.ts'
export * from './birth-date.ts'
export * from './board.ts'
export * from './board-filters.ts'
export * from './emergency.ts'
export * from './fields.ts'
export * from './reach.ts'
export * from './roles.ts'
export * from './sign-in-ways.ts'
export * from './what-if.ts'

/** What went wrong, in one sentence, and where. `where` is a path into what was sent, e.g. `entries[0].session.units`. */
export type Problem = Readonly<{
  code: string
  sentence: string
  where?: string
  /** For a refusal by a gate: its reasons and what would open it. */
  reasons?: readonly Readonly<{ rule: string; passage: string; text: string }>[]
  missing?: readonly string[]
  overridableBy?: readonly string[]
}>
export type Refused = Readonly<{ problem: Problem }>

export type Account = Readonly<{ id: string; name: string; roles: readonly Role[] }>
/** What may be stated in an act: ids, or beginnings of ids that end in a dot. */
export type Stated = Readonly<{ facts: readonly string[]; screens: readonly string[] }>
export const mayState = (allowed: readonly string[], id: string): boolean =>
  allowed.some((one) => (one.endsWith('.') ? id.startsWith(one) : id === one))

/** GET /api/me */
export type Me = Readonly<{
  account: Account | null
  /** The kinds of act this account may record, and what in each, so that screens offer nothing that is refused. */
  records: Readonly<Partial<Record<ActKind, Stated>>>
  /** Whether a video or photo may be added to a record. */
  attaches: boolean
  /** Whether one person's record, otherwise shut to this account, may be opened in an emergency. */
  emergency: boolean
  /** The site's calendar day; every screen evaluates for this day. */
  today: string
  clinic: string
  /** Who stands behind the guidance: signed, or a draft. */
  guidance: string
  /** Where the clinic is, for what labels say there; null when nobody set it. */
  jurisdiction: Jurisdiction | null
  /** The number people ring; null while nobody has entered one. */
  phone: string | null
  demo: boolean
  /** In which ways one may sign in here beside a name and a password. */
  signIn: SignInOffers
  /** Nobody has set the product up yet: show the set-up page. */
  setupNeeded: boolean
}>

/** POST /api/setup – the first administrator, and a demo or an empty clinic. */
export type Setup = Readonly<{
  token: string
  clinic: string
  name: string
  login: string
  password: string
  start: 'demo' | 'empty'
  /** The number the front door tells people to ring. */
  phone?: string
}>

/** A plain value of a fact, as in plain facts JSON. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null is unknown. */
export type PlainValue = string | number | boolean | null | readonly string[] | Readonly<{ unknown: string }>

export type PlainEntry = Readonly<{
  id?: string
  kind: string
  date: string | null
  /** Ids of entries this one replaces. */
  supersedes?: readonly string[]
  withdrawn?: boolean
  fields: Readonly<Record<string, PlainValue>>
}>

export const actKinds = [
  'triage',
  'visit',
  'diagnosis-signed',
  'flag-resolved',
  'imaging-order',
  'imaging-read',
  'imaging-acknowledged',
  'relevance',
  'toxin-order',
  'at-chair',
  'toxin-session',
  'toxin-response',
  'exception',
  'surgery-work-up',
  'operation',
  'spasm-report',
  'score',
  'symptom',
  'call',
  'missed-visit',
  'consent',
  'history',
  'correction',
  'closure',
  'letter',
] as const
export type ActKind = (typeof actKinds)[number]

/** POST /api/patients/:id/acts – something a person recorded: statements, completed screens, entries. */
export type Act = Readonly<{
  kind: ActKind
  date: string
  facts?: Readonly<Record<string, PlainValue>>
  screens?: readonly string[]
  entries?: readonly PlainEntry[]
  note?: string
  /** The second press: an unusual dose, side or product was said twice. */
  confirmed?: true
  /** History: it already happened (elsewhere, on paper, by mistake) and is recorded afterwards. */
  recordedAfter?: Readonly<{ why: 'elsewhere' | 'downtime' | 'mistake' | 'late'; by?: string }>
}>

export type PatientIdentity = Readonly<{
  id: string
  name: string
  birthDate: string | null
  phone: string | null
  email: string | null
  side: 'left' | 'right' | 'both' | null
  interpreter: string | null
  referrer: string | null
}>

/** What was said in an act, in plain values: the screens put it into words. */
export type Said = Readonly<{
  facts: Readonly<Record<string, PlainValue>>
  screens: readonly string[]
  entries: readonly Pick<PlainEntry, 'id' | 'kind' | 'date' | 'withdrawn' | 'fields'>[]
  note: string | null
  /** Why it was recorded afterwards, and by whom it was told. */
  after: NonNullable<Act['recordedAfter']> | null
}>

/** One line of the timeline, newest first. */
export type TimelineItem = Readonly<{
  id: string
  kind: ActKind | 'referral' | 'appointment-request' | 'review' | 'attachment' | 'version' | 'resources'
  date: string
  recordedAt: string
  by: string
  role: string
  said: Said
  recordedAfter: boolean
  withdrawn: boolean
}>

/** A video or photo of the person. Bytes: about a minute from a telephone. */
export const largestClip = 64 * 1024 * 1024
export const clipKinds: readonly string[] = ['video/mp4', 'video/quicktime', 'video/webm', 'image/jpeg', 'image/png']
/**
 * POST /api/patients/:id/attachments – one file as its bytes; `X-Facialis-About` says where it comes from and that the
 * person agreed, in this shape as JSON.
 */
export type AboutClip = Readonly<{ from: 'home' | 'visit'; agreed: true }>

export type AttachmentInfo = Readonly<{ id: string; name: string; mediaType: string; size: number; at: string }>

/** GET /api/patients/:id, and the answer to every accepted act. The screen evaluates `chart` with the same engine. */
export type PatientView = Readonly<{
  patient: PatientIdentity
  chart: Chart
  policy: Readonly<Record<string, number>>
  today: string
  /** The server's answer: the one that counts. */
  advice: Advice
  timeline: readonly TimelineItem[]
  attachments: readonly AttachmentInfo[]
  /** Reviews the server opened, e.g. history recorded while the gate was shut. */
  reviews: readonly Readonly<{ id: string; reason: string; opened: string; owner: string; done: boolean }>[]
  /** As on the board. */
  letterOwed: string | null
  /** The version of the pathway that this episode follows, and the newest there is here; where it is not here, the newest speaks. */
  follows: Readonly<{ version: string; newest: string; isHere: boolean }>
  /** Grows with every act; send it back as `If-Match` to be told when somebody else was quicker. */
  version: number
}>

/** POST /api/lots/recall `{ lot }` – everybody who was given toxin of this lot, with the days, newest first. */
export type LotRecall = Readonly<{
  lot: string
  people: readonly Readonly<{
    id: string
    name: string
    birthDate: string | null
    phone: string | null
    email: string | null
    given: readonly (string | null)[]
  }>[]
}>

export type Attachment = Readonly<{ name: string; mediaType: string /** base64 */; content: string }>

/** POST /api/front-door/appointments */
export type AppointmentRequest = Readonly<{
  name: string
  phone: string
  email?: string
  birthDate?: string
  preferred?: string
  reason: string
  interpreter?: string
}>

/** POST /api/front-door/referrals – and POST /api/patients for a referral entered from paper. */
export type Referral = Readonly<{
  patient: Readonly<{ name: string; birthDate: string | null; phone?: string; email?: string; interpreter?: string }>
  side: 'left' | 'right' | 'both' | 'unknown'
  referrer: Readonly<{ name: string; practice?: string; phone?: string; email?: string }>
  received?: string
  /** Structured findings in plain facts, e.g. `{"ph.unilateral": true, "rf.limbOrSpeech": "no"}`. */
  facts: Readonly<Record<string, PlainValue>>
  screens?: readonly string[]
  message?: string
  attachments?: readonly Attachment[]
}>
/** The status link is shown once; its secret travels after `#`, never in a request line. */
export type ReferralAccepted = Readonly<{ reference: string; statusLink: string; duplicates?: readonly string[] }>

/** How far a request has come, in order. */
export const statusPositions = ['received', 'triaged', 'first-visit', 'scan', 'plan', 'letter'] as const
export type StatusPosition = (typeof statusPositions)[number]

/** Why a request is turned down. The words for each stand in the clinic; whoever asked sees them, never the note. */
export const declineReasons = ['not-the-face', 'seen-elsewhere', 'twice', 'not-reached', 'not-wanted', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]
/** POST /api/requests/:id/decline – the note is for the team and is needed with `other`. */
export type Decline = Readonly<{ reason: DeclineReason; note?: string }>

/** POST /api/front-door/status `{ token }` – positions only, never results. */
export type ReferralStatus = Readonly<{
  kind: 'appointment' | 'referral'
  reference: string
  received: string
  /** `here` is the last position that was reached, with the day where one is known. */
  line: readonly Readonly<{ position: StatusPosition; state: 'done' | 'here' | 'ahead'; on: string | null }>[]
  /** By when the next position is reached as a rule; null where nothing can be said. */
  nextBy: string | null
  /** How whoever sent it can be told what comes next. */
  reach: Reach
  /** A red flag was reported and nobody of the team has taken it on: telephone today. */
  ringToday: boolean
  /** Why it was turned down; null when it was not. */
  declined: DeclineReason | null
  updated: string
}>

/** GET /api/front-door/team */
export type TeamMember = Readonly<{
  name: string
  role: string
  phone: string
  location: string
  languages: readonly string[]
}>

/**
 * PUT /api/drafts/:key keeps what was typed on the server, never in browser storage. Every write names in `If-Match`
 * the version it was typed over, 0 when there was none; another tab's newer draft is never overwritten unseen (412).
 */
export type Draft = Readonly<{ key: string; content: unknown; saved: string; version: number }>
