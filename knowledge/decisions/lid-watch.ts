import { all, any, established, named, not, yes } from '@facialis/language'
import { phBilateralAsync, phBilateralSync, phDownwardSpread, phLidOnly, phWeakness } from '../facts/index.ts'
import { signedDiagnosis } from './diagnosis-conditions.ts'
import { flags } from './rule-outs.ts'

/**
 * A twitch of the lid alone is watched, not scanned by rule, until it spreads or somebody signs a diagnosis. With a red
 * flag it is no longer a twitch alone.
 */
export const lidOnlyWatch = named(
  'a twitch of one lid that has not spread',
  all(
    yes(phLidOnly),
    not(
      established(
        any(
          yes(phDownwardSpread),
          yes(phWeakness),
          yes(phBilateralSync),
          yes(phBilateralAsync),
          signedDiagnosis,
          flags.openRedFlag,
        ),
      ),
    ),
  ),
)
