/** Where the stations of the pathway lie, and between which of them the line runs. */
export type Station = Readonly<{ stage: string; at: readonly [column: number, row: number] }>

/** Columns run along the journey; row 0 is the toxin branch, 1 the trunk, 2 the surgical branch. */
export const stations: readonly Station[] = [
  { stage: 'referred', at: [0, 1] },
  { stage: 'evaluating', at: [1, 1] },
  { stage: 'ruling-out', at: [2, 1] },
  { stage: 'choosing-treatment', at: [3, 1] },
  { stage: 'toxin-series', at: [4.5, 0] },
  { stage: 'surgical-work-up', at: [4, 2] },
  { stage: 'after-surgery', at: [5, 2] },
  { stage: 'follow-up', at: [6, 1] },
  { stage: 'closed', at: [7, 1] },
]

export const tracks: readonly (readonly [from: string, to: string])[] = [
  ['referred', 'evaluating'],
  ['evaluating', 'ruling-out'],
  ['ruling-out', 'choosing-treatment'],
  ['choosing-treatment', 'toxin-series'],
  ['choosing-treatment', 'surgical-work-up'],
  ['surgical-work-up', 'after-surgery'],
  ['toxin-series', 'follow-up'],
  ['after-surgery', 'follow-up'],
  ['follow-up', 'closed'],
]

/** Stations on the trunk before this one: they lie behind, whatever branch was taken. */
export function behind(stage: string): readonly string[] {
  const before: Readonly<Record<string, readonly string[]>> = {
    evaluating: ['referred'],
    'ruling-out': ['referred', 'evaluating'],
    'choosing-treatment': trunk,
    'toxin-series': [...trunk, 'choosing-treatment'],
    'surgical-work-up': [...trunk, 'choosing-treatment'],
    'after-surgery': [...trunk, 'choosing-treatment', 'surgical-work-up'],
    'follow-up': [...trunk, 'choosing-treatment'],
    closed: [...trunk, 'choosing-treatment', 'follow-up'],
  }
  return before[stage] ?? []
}

const trunk = ['referred', 'evaluating', 'ruling-out']
