import type { Act } from '@facialis/wire'
import type { RecordedEntry } from '../../recorded.ts'
import { words } from './words.ts'

export type Relevance = Readonly<{ unrelated: readonly string[]; why: string; followUp: string }>
export const emptyRelevance: Relevance = { unrelated: [], why: '', followUp: '' }

/**
 * What a specialist judges to have nothing to do with the spasm. It amends the study: everything the reader saw stays,
 * only the judged findings change, and the earlier version is kept. Null until reason and owner are named.
 */
export function relevanceAct(study: RecordedEntry, judged: Relevance, today: string): Act | null {
  const [why, followUp] = [judged.why.trim(), judged.followUp.trim()]
  if (judged.unrelated.length === 0 || why === '' || followUp === '') return null
  return {
    kind: 'relevance',
    date: today,
    entries: [
      {
        id: study.id,
        kind: 'study',
        date: null,
        fields: Object.fromEntries(judged.unrelated.map((id) => [id, 'present-unrelated'])),
      },
    ],
    note: words.relevance.note(why, followUp),
  }
}
