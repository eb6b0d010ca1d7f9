import type { Pathway } from '@facialis/language'
import type { DurableRecord } from '@facialis/record'
import type { Advise } from './advise.ts'
import type { Versions } from './versions.ts'

/** What even the innermost parts of the server stand on. `Clinic` adds what is built upon it. */
export type Ground = Readonly<{
  record: DurableRecord
  /** The version that came with this copy: by it charts are read. What counts today, and new episodes follow, is told by `versions`. */
  pathway: Pathway
  versions: Versions
  advise: Advise
  /** The present as a UTC instant. */
  now: () => string
  /** The site's calendar day, `YYYY-MM-DD`. */
  today: () => string
  zone: string
}>

/** All it takes to work something out from what was read: neither the record nor a clock. */
export type ByPathway = Pick<Ground, 'pathway' | 'zone' | 'advise'>

/** All it takes to tell who somebody is, and whether what opens a door still counts. */
export type RecordAndClock = Pick<Ground, 'record' | 'now'>
