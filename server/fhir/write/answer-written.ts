import type { Result } from '../../core/refusal.ts'
import { noticeOf } from '../../http/outcome.ts'
import type { Answer } from '../../http/route.ts'
import { emptyAnswer, etagOf, resourceAnswer } from '../served/answer.ts'
import type { Written } from './written.ts'

/** What the asker wants to see of what was written. */
export type Wanted = 'representation' | 'minimal' | 'OperationOutcome'

export function wantedIn(prefer: unknown, usual: Wanted): Wanted {
  const [, word] = /return\s*=\s*"?(minimal|representation|OperationOutcome)"?/.exec(String(prefer ?? '')) ?? []
  return (word as Wanted | undefined) ?? usual
}

export const locationOf = ({ type, id, version }: Written): string => `${type}/${id}/_history/${version}`

/** What became of a resource that was sent by itself. */
export function answerWritten(result: Result<readonly Written[]>, base: string, wanted: Wanted): Answer {
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
