import { type Condition, ownJudgement } from '@facialis/language'

/** A condition asked as a promise is: it is lowered with the decisions, and found again. */
export const asPromise = (when: Condition) => ({
  kind: 'invariant' as const,
  id: '',
  text: '',
  about: 'patient',
  whenever: when,
  holds: when,
  because: [ownJudgement('asked of everybody')] as const,
})
