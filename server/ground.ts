import type { Pathway } from '@facialis/language'
import type { DurableRecord } from '@facialis/record'
import type { Advise } from './advise.ts'

/** What even the innermost parts of the server stand on. `Clinic` adds what is built upon it. */
export type Ground = Readonly<{
  record: DurableRecord
  pathway: Pathway
  advise: Advise
  /** The present as a UTC instant. */
  now: () => string
  /** The site's calendar day, `YYYY-MM-DD`. */
  today: () => string
  zone: string
}>
