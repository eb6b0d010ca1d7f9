import type { Entry } from '@facialis/language'
import { exception } from './exception.ts'
import { imagingOrder } from './imaging-order.ts'
import { missedVisit } from './missed-visit.ts'
import { nonResponseReview } from './non-response-review.ts'
import { operation } from './operation.ts'
import { score } from './score.ts'
import { session } from './session.ts'
import { spasmReport } from './spasm-report.ts'
import { study } from './study.ts'
import { symptom } from './symptom.ts'
import { visit } from './visit.ts'

export * from './exception.ts'
export * from './imaging-order.ts'
export * from './missed-visit.ts'
export * from './non-response-review.ts'
export * from './operation.ts'
export * from './score.ts'
export * from './session.ts'
export * from './spasm-report.ts'
export * from './study.ts'
export * from './study-findings.ts'
export * from './symptom.ts'
export * from './visit.ts'

/** Everything that can be recorded about a person with a date. */
export const entries: readonly Entry[] = [
  visit,
  imagingOrder,
  study,
  session,
  operation,
  spasmReport,
  score,
  symptom,
  nonResponseReview,
  missedVisit,
  exception,
]
