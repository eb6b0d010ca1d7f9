import type { Advice } from '@facialis/language'
import { pathway, ruleOutIds } from '../../pathway.ts'
import { decidedOf } from '../../patient/decided.ts'

/** One rule-out as it is, and as it would be once the read is saved. */
export type Consequence = Readonly<{
  id: string
  before: string
  after: string
  /** Why it would not be cleared: the sentence that answers, and what is still missing. */
  because: string | null
  missing: readonly string[]
}>

/** What saving would change in the four rule-outs; what stays open says what it lacks. */
export const consequences = (now: Advice, then: Advice): readonly Consequence[] =>
  ruleOutIds.flatMap((id) => {
    const [before, after] = [decidedOf(now, id), decidedOf(then, id)]
    if (before === null || after === null) return []
    const cleared = after.answer === 'cleared'
    return [
      {
        id,
        before: before.answer,
        after: after.answer,
        because: cleared ? null : (after.because.find(({ rule }) => !clears(id, rule))?.text ?? null),
        missing: after.answer === 'open' ? after.missing : [],
      },
    ]
  })

/** A rule that would clear, were something known, says nothing about why it does not. */
const clears = (decision: string, rule: string): boolean =>
  pathway.decisions.some(
    ({ id, body }) =>
      id === decision &&
      body.kind === 'ranked' &&
      body.rules.some((one) => one.id === rule && one.answer === 'cleared'),
  )
