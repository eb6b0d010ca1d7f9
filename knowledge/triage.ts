import type { Fact } from '@facialis/language'
import { rfAgeUnder18, rfLimbOrSpeech, rfRaisedICP, rfSuddenHearingLoss, rfSuddenPalsy } from './facts/index.ts'

/**
 * What somebody who is no clinician asks about a new referral, in this order. A "yes" to one of the first is answered by
 * telephone on the same day; the last only changes who sees the person.
 */
export const triage: Readonly<{ call: readonly Fact[]; ask: readonly Fact[] }> = {
  call: [rfSuddenPalsy, rfLimbOrSpeech, rfRaisedICP, rfSuddenHearingLoss],
  ask: [rfAgeUnder18],
}
