import type { Fact } from '@facialis/language'
import type { Recorded } from '../../recorded.ts'
import { unknownWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { plainWords } from '../../words/plain-words.ts'
import { words } from './words.ts'

/** What the record says about a question: the answer, the day, who; or why it is not known. */
export function recordWords(recorded: Recorded | null, fact: Fact): string {
  if (recorded === null) return words.notRecorded
  if (recorded.why !== null) return words.unknownBecause(unknownWords[recorded.why])
  const { value, date, by } = recorded
  return [plainWords(fact, value), date === null ? '' : dateWords(date), by ?? '']
    .filter((one) => one !== '')
    .join(', ')
}

/** The same, shown beside an empty control; undefined when the record says nothing. */
export const recordNote = (recorded: Recorded | null, fact: Fact): string | undefined =>
  recorded === null || recorded.why === 'not-asked' ? undefined : words.onRecord(recordWords(recorded, fact))
