import { emptyChart } from '@facialis/language'
import {
  and,
  chart,
  cleared,
  evaluated,
  injected,
  operatedOn,
  referred,
  session,
  surgical,
  triagedStory,
} from './stories.ts'

/** Where made-up charts begin: at every station of the pathway. */
export const beginnings = [
  emptyChart,
  chart(referred),
  chart(triagedStory),
  chart(evaluated),
  chart(cleared),
  chart(injected),
  chart(and(injected, session('2026-07-01'))),
  chart(surgical),
  chart(operatedOn('2026-11-13')),
  chart(operatedOn('2026-02-01')),
  chart(operatedOn('2024-02-01')),
]
