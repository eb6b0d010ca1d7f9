import { triage } from '@facialis/knowledge'
import type { Request } from './requests.ts'

/** The red flags whoever sent a request answered with "yes". */
export const redFlagsIn = (request: Request): readonly string[] =>
  request.kind === 'appointment'
    ? []
    : Object.entries(request.sent.facts).flatMap(([id, value]) =>
        id.startsWith('rf.') && (value === 'yes' || value === true) ? [id] : [],
      )

/** Those that are answered by telephone on the same day. */
export const callFlagsIn = (request: Request): readonly string[] => {
  const calls = new Set(triage.call.map(({ id }) => id))
  return redFlagsIn(request).filter((id) => calls.has(id))
}
