import type { Policy } from '@facialis/language'

/** The numbers a site may set, as they stand: those it has set, else the usual ones. Days, years, per cent, points. */
export const numbersIn = (policy: Policy) => ({
  infantOnset: policy.infantOnset ?? 2,
  childAge: policy.childAge ?? 18,
  youngOnset: policy.youngOnset ?? 30,
  namedRiskAge: policy.namedRiskAge ?? 70,

  minimumReinjectionInterval: policy.minimumReinjectionInterval ?? 84,
  otherToxinInterval: policy.otherToxinInterval ?? 84,
  toxinAfterSurgeryCaution: policy.toxinAfterSurgeryCaution ?? 365,
  weaknessAfterToxin: policy.weaknessAfterToxin ?? 112,
  responseFrom: policy.responseFrom ?? 14,
  poorRelief: policy.poorRelief ?? 25,
  goodRelief: policy.goodRelief ?? 50,
  poorSessionsForReview: policy.poorSessionsForReview ?? 2,
  earlierGoodSessions: policy.earlierGoodSessions ?? 1,

  severeHfs7: policy.severeHfs7 ?? 16,
  severeDisability: policy.severeDisability ?? 4,
  afterSurgeryStage: policy.afterSurgeryStage ?? 365,
  delayedPalsyTo: policy.delayedPalsyTo ?? 44,
  failureNotBefore: policy.failureNotBefore ?? 365,
  recurrenceNotBefore: policy.recurrenceNotBefore ?? 90,
  spasmFreeDaysForRecurrence: policy.spasmFreeDaysForRecurrence ?? 90,
})

export type Numbers = ReturnType<typeof numbersIn>
