import { dateWords, numberWords, wordsOf } from '../../ground/words.ts'
import { isTruth } from '../../plan/is-truth.ts'
import type { NodeIndex, PlanNode } from '../../plan/plan.ts'
import type { Lowered } from './lowered.ts'

/** What clinicians call it, else how it would be read aloud. */
export function wordsOfNode({ nodes, nameOf, saidAs }: Lowered, index: NodeIndex): string {
  const given = nameOf.get(index)
  if (given !== undefined) return given
  const said = saidAs[index]
  if (said === undefined) throw new Error(`Nothing is known of what condition ${index} was written as.`)
  if (isTruth(nodes[index] as PlanNode)) return wordsOf(said as Parameters<typeof wordsOf>[0])
  return dateKinds.has(said.kind)
    ? dateWords(said as Parameters<typeof dateWords>[0])
    : numberWords(said as Parameters<typeof numberWords>[0])
}

const dateKinds: ReadonlySet<string> = new Set<Parameters<typeof dateWords>[0]['kind']>([
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
