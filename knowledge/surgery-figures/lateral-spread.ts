import type { Cites } from '@facialis/language'
import { K92, K92a, K93 } from '../sources/index.ts'

type Persisting = Readonly<{ atDischarge: number; atOneYear: number }>

/** In how many of a hundred spasm was still there, by what the lateral spread response did at the end. Prognosis only. */
export const lateralSpread: Readonly<{ gone: Persisting; present: Persisting; because: Cites }> = {
  gone: { atDischarge: 7.3, atOneYear: 4 },
  present: { atDischarge: 47.8, atOneYear: 24.4 },
  because: [K92, K92a, K93],
}
