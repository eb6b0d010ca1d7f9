/** Words the steps about studies share. */
import { type Anchor, all, any, type Condition, established, is, latestDate, not, yes } from '@facialis/language'
import { flags } from '../decisions/rule-outs.ts'
import { study } from '../entries/index.ts'
import { functionalBlindness, mriDeclined, mriImpossible } from '../facts/index.ts'

const f = study.fields

export const scanPossible = not(established(any(yes(mriImpossible), yes(mriDeclined))))
export const haste: readonly (readonly [Condition, 'urgent' | 'soon'])[] = [
  [flags.urgentFlagOpen, 'urgent'],
  [any(flags.soonFlagOpen, yes(functionalBlindness)), 'soon'],
]
export const notAcknowledged = all(is(f.report, 'structured', 'not-structured'), not(established(yes(f.acknowledged))))
export const lastStudy = (where: Condition): Anchor => ({
  name: 'study',
  date: latestDate(study, established(where)),
})
