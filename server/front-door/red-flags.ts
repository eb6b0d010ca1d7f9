import { triage } from '@facialis/knowledge'
import { isYes } from '@facialis/wire'

type Facts = Readonly<Record<string, unknown>>
const calls = new Set(triage.call.map(({ id }) => id))

/** The red flags whoever sent a request answered with "yes". */
export const redFlagsIn = (facts: Facts): readonly string[] =>
  Object.entries(facts).flatMap(([id, value]) => (id.startsWith('rf.') && isYes(value) ? [id] : []))

/** Whether one of them is answered by telephone on the same day. */
export const needsACall = (facts: Facts): boolean => redFlagsIn(facts).some((id) => calls.has(id))
