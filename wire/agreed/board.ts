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

/** Which people are shown. */
export const shows = ['all', 'blocked', 'overdue', 'due', 'alert', 'letter'] as const
export type Show = (typeof shows)[number]

/** The most that a search may say: the longest name there is, and more. */
export const longestSearch = 200

/** How many rows are sent where nobody asks for more, and how many at the most. */
export const rowsSent = { first: 200, most: 2000 } as const

/** How many of those who need the reader are named. */
export const mostNamed = 4
/** Why somebody needs the reader today. */
export const needReasons = ['call', 'alert', 'overdue', 'due'] as const
