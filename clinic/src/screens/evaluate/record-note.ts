import type { Fact } from '@facialis/language'
import { plainWords } from '../../pieces/fact-value.ts'
import type { Recorded } from '../../recorded.ts'
import { unknownWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { words } from './words.ts'

/** What the record already says about a question, shown above its empty control; undefined when nothing. */
export function recordNote(recorded: Recorded | null, fact: Fact): string | undefined {
  if (recorded === null) return undefined
  if (recorded.why !== null) return words.unknownBecause(unknownWords[recorded.why])
  return words.onRecord(
    plainWords(fact, recorded.value),
    recorded.date === null ? '' : dateWords(recorded.date),
    recorded.by ?? '',
  )
}
