import type { Cites } from '@facialis/language'
import { K64, K64a, K70 } from '../sources/index.ts'

/** What stands beside an operation when it is talked about. */
export const otherWays: readonly Readonly<{ id: string; text: string; because: Cites }>[] = [
  {
    id: 'injections',
    text: 'Injections: 73 to 98.4 % respond, for about 12 to 17.3 weeks at a time, and they are repeated.',
    because: [K64, K70],
  },
  { id: 'waiting', text: 'Waiting: the spasm seldom goes by itself.', because: [K64a] },
]
