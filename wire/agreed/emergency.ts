/** Why somebody opens a record that is not theirs to open. */
export const emergencyCauses = ['threat-to-life', 'cannot-answer', 'called-to-help', 'other'] as const
export type EmergencyCause = (typeof emergencyCauses)[number]

/** What whoever watches over privacy says of it afterwards. */
export const openingVerdicts = ['justified', 'not-justified'] as const
export type OpeningVerdict = (typeof openingVerdicts)[number]

/** How an opening ended: by the button, with the session, when other rights came, by another opening, or by its time. */
export const openingEnds = [
  'closed',
  'signed-out',
  'account-changed',
  'opened-elsewhere',
  'clock-set-back',
  'time',
] as const
export type OpeningEnd = (typeof openingEnds)[number]

/** Under which key the draft is kept of what somebody writes of an opening. */
export const openingDraft = (openingId: string): string => `opening.${openingId}`
