import type { Pathway } from '@facialis/language'
import type { DurableRecord } from '@facialis/record'
import type { Advise } from './advise.ts'
import type { Board } from './board/board.ts'
import type { Throttle } from './identity/throttle.ts'
import type { PatientQueue } from './patient/patient-queue.ts'

/** What every part of the server stands on. Made once, by `openClinic`. */
export type Clinic = Readonly<{
  record: DurableRecord
  pathway: Pathway
  advise: Advise
  board: Board
  queue: PatientQueue
  throttle: Throttle
  /** The present as a UTC instant. */
  now: () => string
  /** The present, later than every instant given before: what is written is ordered by when it was written. */
  nextInstant: () => string
  /** The site's calendar day, `YYYY-MM-DD`. */
  today: () => string
  zone: string
  /** True when people reach us by https: cookies are then bound to this very host. */
  https: boolean
}>
