/** Why somebody opens a record that is not theirs to open. */
export const emergencyCauses = ['threat-to-life', 'cannot-answer', 'called-to-help', 'other'] as const
export type EmergencyCause = (typeof emergencyCauses)[number]

/** What whoever watches over privacy says of it afterwards. */
export const openingVerdicts = ['justified', 'not-justified'] as const
export type OpeningVerdict = (typeof openingVerdicts)[number]

/** POST /api/emergency/open. Beside it: the present password as `current`, or a `passkey` that was used just now. */
export type EmergencyAsked = Readonly<{ name: string; birthDate: string; cause: EmergencyCause; words: string }>

export type OpenEmergency = Readonly<{
  /** Of the person whose record it is. */
  name: string
  cause: EmergencyCause
  words: string
  opened: string
  secondsLeft: number
}>
/** GET /api/emergency – what this session has open. */
export type Emergency = Readonly<{ open: OpenEmergency | null }>

/** How an opening ended: by the button, with the session, when other rights came, by another opening, or by its time. */
export const openingEnds = ['closed', 'signed-out', 'account-changed', 'opened-elsewhere', 'time'] as const
export type OpeningEnd = (typeof openingEnds)[number]

export type OpeningLine = Readonly<{
  id: string
  who: Readonly<{ id: string; name: string }>
  patient: Readonly<{ id: string; name: string }>
  cause: EmergencyCause
  words: string
  opened: string
  /** Null while it is open; `at` is null where the session was merely left. */
  ended: Readonly<{ at: string | null; by: OpeningEnd }> | null
  review: Readonly<{ verdict: OpeningVerdict; note: string; at: string; by: string }> | null
}>
/** GET /api/emergency/openings – those that wait for a review, all of them; then the newest of the others. */
export type OpeningsPage = Readonly<{ waiting: readonly OpeningLine[]; reviewed: readonly OpeningLine[] }>

/** POST /api/emergency/openings/:id/review */
export type OpeningReviewed = Readonly<{ verdict: OpeningVerdict; note: string }>
/** GET /api/emergency/waiting */
export type OpeningsWaiting = Readonly<{ count: number }>
