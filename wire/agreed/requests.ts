/** How far a request has come, in order. */
export const statusPositions = ['received', 'triaged', 'first-visit', 'scan', 'plan', 'letter'] as const
export type StatusPosition = (typeof statusPositions)[number]

/** Why a request is turned down. The words for each stand in the clinic; whoever asked sees them, never the note. */
export const declineReasons = ['not-the-face', 'seen-elsewhere', 'twice', 'not-reached', 'not-wanted', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]
