import type { Act } from '@facialis/wire'
import type { RecordedEntry } from '../../recorded.ts'
import { words } from './words.ts'

export type Relevance = Readonly<{ unrelated: readonly string[]; why: string; followUp: string }>
export const emptyRelevance: Relevance = { unrelated: [], why: '', followUp: '' }

/**
 * What a specialist judges to have nothing to do with the spasm, as a new entry that takes the place of the study. It
 * carries everything the reader saw; only the judged findings change. Null until reason and owner are named.
 */
export function relevanceAct(study: RecordedEntry, judged: Relevance, today: string): Act | null {
  const [why, followUp] = [judged.why.trim(), judged.followUp.trim()]
  if (judged.unrelated.length === 0 || why === '' || followUp === '') return null
  return {
    kind: 'relevance',
    date: today,
    entries: [
      {
        kind: 'study',
        date: study.date,
        supersedes: [study.id],
        fields: { ...study.fields, ...Object.fromEntries(judged.unrelated.map((id) => [id, 'present-unrelated'])) },
      },
    ],
    note: words.relevance.note(why, followUp),
  }
}
