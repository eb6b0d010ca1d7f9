import type { Result } from '../../core/refusal.ts'
import { noticeOf } from '../../http/outcome.ts'
import type { Answer } from '../../http/route.ts'
import { emptyAnswer, etagOf, resourceAnswer } from '../responses/answer.ts'
import type { WriteResult } from './write-result.ts'

/** `Prefer: return=…`: what the response to a write contains. */
export type ReturnPreference = 'representation' | 'minimal' | 'OperationOutcome'

export function returnPreferenceOf(prefer: unknown, usual: ReturnPreference): ReturnPreference {
  const [, word] = /return\s*=\s*"?(minimal|representation|OperationOutcome)"?/.exec(String(prefer ?? '')) ?? []
  return (word as ReturnPreference | undefined) ?? usual
}

export const locationOf = ({ type, id, version }: WriteResult): string => `${type}/${id}/_history/${version}`

/** The response to the write of a single resource. */
export function writeResponse(result: Result<readonly WriteResult[]>, base: string, wanted: ReturnPreference): Answer {
  if (!result.ok) return result
  const [written] = result.value
  if (written === undefined) throw new Error('Nothing was written, and nothing refused')
  const { status, version, lastUpdated, resource } = written
  const headers = {
    ...(version === null || lastUpdated === null
      ? {}
      : {
          // Also of what was there already: whoever asked by a condition does not know where that is.
          ...(status === 204 ? {} : { Location: `${base}/${locationOf(written)}` }),
          ETag: etagOf(version),
          'Last-Modified': new Date(lastUpdated).toUTCString(),
        }),
  }
  if (resource === null || wanted === 'minimal') return emptyAnswer(status, headers)
  const shown = wanted === 'representation' ? resource : noticeOf('information', sentences[status])
  return resourceAnswer(shown, { status, headers })
}

const sentences = { 200: 'It is kept.', 201: 'It was made.', 204: 'It was taken back.' } as const
