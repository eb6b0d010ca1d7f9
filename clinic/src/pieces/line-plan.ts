/** Where the stations of the pathway lie, and between which of them the line runs. */
export type Station = Readonly<{ stage: string; at: readonly [x: number, y: number] }>

/** The drawn size; one unit is about one pixel on a desktop. */
export const size = { width: 1140, height: 118 } as const
/** The toxin branch, the trunk, and the surgical branch. */
export const rows = { toxin: 12, trunk: 40, surgical: 93 } as const

export const stations: readonly Station[] = [
  { stage: 'referred', at: [52, rows.trunk] },
  { stage: 'evaluating', at: [180, rows.trunk] },
  { stage: 'ruling-out', at: [312, rows.trunk] },
  { stage: 'choosing-treatment', at: [462, rows.trunk] },
  { stage: 'toxin-series', at: [600, rows.toxin] },
  { stage: 'surgical-work-up', at: [552, rows.surgical] },
  { stage: 'after-surgery', at: [740, rows.surgical] },
  { stage: 'follow-up', at: [970, rows.trunk] },
  { stage: 'closed', at: [1092, rows.trunk] },
]

/** Care elsewhere leaves the line: it is a station of its own, drawn only for who is there. */
export const elsewhere: Station = { stage: 'other-pathway', at: [552, rows.surgical] }

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

/** Stations that can still be reached from this one along the line. */
export function ahead(stage: string): readonly string[] {
  const next = tracks.filter(([from]) => from === stage).map(([, to]) => to)
  const all = new Set(next.flatMap((to) => [to, ...ahead(to)]))
  return stations.map((station) => station.stage).filter((one) => all.has(one))
}

const trunk = ['referred', 'evaluating', 'ruling-out']
