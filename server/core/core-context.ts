import type { Pathway } from '@facialis/language'
import type { DurableRecord } from '@facialis/record'
import type { Advise } from './advise.ts'
import type { PathwayVersions } from './pathway-versions.ts'

/** What every part of the server needs: record, pathway, clock, time zone. `Clinic` adds the components built on it. */
export type CoreContext = Readonly<{
  record: DurableRecord
  /** The version that came with this copy: by it charts are read. What counts today, and new episodes follow, is told by `versions`. */
  pathway: Pathway
  versions: PathwayVersions
  advise: Advise
  /** The present as a UTC instant. */
  now: () => string
  /** The site's calendar day, `YYYY-MM-DD`. */
  today: () => string
  zone: string
}>

/** Enough to evaluate what was already read: no record, no clock. */
export type PathwayContext = Pick<CoreContext, 'pathway' | 'zone' | 'advise'>

/** Enough to authenticate somebody and to check whether a credential is still valid. */
export type RecordAndClock = Pick<CoreContext, 'record' | 'now'>
