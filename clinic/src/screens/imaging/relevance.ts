import type { Act } from '@facialis/wire'
import type { RecordedEntry } from '../../recorded.ts'
import { words } from './words.ts'

/** What a specialist may say of a finding; left out, it stays unjudged. */
export const verdicts = ['present-unrelated', 'present-possible', 'present-causal'] as const
export type Verdict = (typeof verdicts)[number]
export type Relevance = Readonly<{
  of: Readonly<Record<string, Verdict>>
  why: string
  followUp: string
  /** The judge has seen a neuroradiologist's read; said where the report itself is somebody else's. */
  neuroradiologyRead: boolean
}>
export const emptyRelevance: Relevance = { of: {}, why: '', followUp: '', neuroradiologyRead: false }

/**
 * What a specialist judges of what was found: nothing to do with the spasm, possibly its cause, or its cause. It amends
 * the study: everything the reader saw stays, only the judged findings change, and the earlier version is kept. Null
 * until reason and owner are named.
 */
export function relevanceAct(study: RecordedEntry, judged: Relevance, today: string): Act | null {
  const [why, followUp] = [judged.why.trim(), judged.followUp.trim()]
  if (Object.keys(judged.of).length === 0 || why === '' || followUp === '') return null
  return {
    kind: 'relevance',
    date: today,
    entries: [
      {
        id: study.id,
        kind: 'study',
        date: null,
        fields: {
          ...judged.of,
          'study.followUpOwner': followUp,
          ...(judged.neuroradiologyRead ? { 'study.neuroradiologyRead': 'yes' } : {}),
        },
      },
    ],
    note: words.relevance.note(why, followUp),
  }
}
