import { searchText } from '@facialis/wire'
import { pathway } from '../../pathway.ts'
import { answerWords, decisionTitle } from '../../words/clinical.ts'
import { rowsOf } from './book.ts'
import { chapterOfRules, topics } from './chapters.ts'
import { isDoseOff } from './dose-off.ts'

export type Hit = Readonly<{
  kind: 'decision' | 'rule' | 'passage' | 'conflict' | 'number' | 'step'
  id: string
  to: string
  title: string
  text: string
}>

const at = (...parts: readonly string[]): string => `/guidance/${parts.map(encodeURIComponent).join('/')}`
export const toTopic = (id: string): string => at('decision', id)
export const toPassage = (id: string): string => at('passage', id)
export const toChapter = (id: string): string => at('chapter', id)
export const toNumber = (id: string): string => `${at('policy')}#${id}`
export const toConflict = (id: string): string => `${at('conflicts')}#${id}`
export const toStep = (chapter: string, id: string): string => `${toChapter(chapter)}#step-${id}`
export const toRule = (topic: string, rule: string): string => `${toTopic(topic)}#rule-${rule.replaceAll('/', '-')}`

/** Everything in the book that can be found, once. */
const everything: readonly Readonly<{ hit: Hit; found: string }>[] = [
  ...topics.map(
    (topic): Hit => ({
      kind: 'decision',
      id: topic.id,
      to: toTopic(topic.id),
      title: decisionTitle(topic.id),
      text: topic.asks,
    }),
  ),
  ...topics.flatMap((topic) =>
    rowsOf(topic).map(
      (row): Hit => ({
        kind: 'rule',
        id: row.id,
        to: toRule(topic.id, row.id),
        title: `${row.id} · ${decisionTitle(topic.id)}${row.answer === null ? '' : `: ${answerWords(row.answer)}`}`,
        text: row.text,
      }),
    ),
  ),
  ...pathway.passages
    .filter((passage) => !isDoseOff(passage))
    .map(
      (passage): Hit => ({
        kind: 'passage',
        id: passage.id,
        to: toPassage(passage.id),
        title: `${passage.id} · ${passage.source.title}`,
        text: passage.paraphrase,
      }),
    ),
  ...pathway.conflicts.map(
    (conflict): Hit => ({
      kind: 'conflict',
      id: conflict.id,
      to: toConflict(conflict.id),
      title: conflict.question,
      text: `${conflict.seedSays} ${conflict.literatureSays} ${conflict.handling}`,
    }),
  ),
  ...pathway.policy.map(
    (number): Hit => ({ kind: 'number', id: number.id, to: toNumber(number.id), title: number.label, text: number.id }),
  ),
  ...pathway.steps.map(
    (step): Hit => ({
      kind: 'step',
      id: step.id,
      to: toStep(chapterOfRules(step.rules), step.id),
      title: step.label,
      text: step.text,
    }),
  ),
].map((hit) => ({ hit, found: searchText(`${hit.id} ${hit.title} ${hit.text}`) }))

/** What holds all the words searched for, in any order; a name first, then the order of the book. */
export function search(text: string, most = 40): readonly Hit[] {
  const wanted = searchText(text).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const exact = searchText(text).trim()
  return everything
    .filter(({ found }) => wanted.every((part) => found.includes(part)))
    .map(({ hit }, order) => ({
      hit,
      order,
      rank: searchText(hit.id) === exact ? 0 : searchText(hit.title).includes(exact) ? 1 : 2,
    }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, most)
    .map(({ hit }) => hit)
}
