import type { Wording } from '../../ground/words.ts'
import { isTruth } from '../../plan/is-truth.ts'
import type { NodeIndex, PlanNode } from '../../plan/plan.ts'
import type { LoweredLibrary } from './lowered-library.ts'

/** What clinicians call it, else how it would be read aloud. */
export function nodeText({ nodes, nameOf, sourceOf, wording }: LoweredLibrary, index: NodeIndex): string {
  const { wordsOf, dateWords, numberWords } = wording
  const given = nameOf.get(index)
  if (given !== undefined) return given
  const said = sourceOf[index]
  if (said === undefined) throw new Error(`Nothing is known of what condition ${index} was written as.`)
  if (isTruth(nodes[index] as PlanNode)) return wordsOf(said as Parameters<Wording['wordsOf']>[0])
  return dateKinds.has(said.kind)
    ? dateWords(said as Parameters<Wording['dateWords']>[0])
    : numberWords(said as Parameters<Wording['numberWords']>[0])
}

const dateKinds: ReadonlySet<string> = new Set<Parameters<Wording['dateWords']>[0]['kind']>([
  'date-of',
  'recorded',
  'entry-date',
  'latest-date',
  'first-date',
  'as-of',
  'shifted',
  'earliest',
  'latest',
  'provided',
])
