import { type Condition, ownJudgement } from '@facialis/language'

/** Wraps a condition as an invariant, so that it is lowered with the decisions and can be looked up in the plan. */
export const asInvariant = (when: Condition) => ({
  kind: 'invariant' as const,
  id: '',
  text: '',
  about: 'patient',
  whenever: when,
  holds: when,
  because: [ownJudgement('asked of everybody')] as const,
})
