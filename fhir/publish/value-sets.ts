import type { Fact } from '@facialis/language'
import type { Resource } from '../read/resources.ts'
import { answerSystem, decisionAnswerSystem, emptySystem, unknownSystem } from '../terms/systems.ts'
import { allFacts } from './code-systems.ts'
import { described, idOf, type Publishing, pinned } from './described.ts'

type Worded = Extract<Fact, { values: readonly string[] }>

/** Facts answered by yes or no share one set. */
const valueSetId = (fact: Worded): string => (fact.type === 'yes-no' ? 'yes-no' : idOf('answers', fact.id))

/** The set of words that may answer a fact. */
export const valueSetOf = (fact: Worded, { pathway }: Publishing): string =>
  pinned('ValueSet', valueSetId(fact), pathway)

/** A set of answers for every fact that is answered in words, and for every decision. */
export function valueSets(publishing: Publishing): readonly Resource[] {
  const worded = allFacts(publishing).filter((fact): fact is Worded => 'values' in fact)
  const byId = new Map(worded.map((fact) => [valueSetId(fact), fact]))
  return [
    ...[...byId].map(([id, fact]) =>
      described(
        'ValueSet',
        { id, title: fact.type === 'yes-no' ? 'Yes, no, or not known' : `Answers: ${fact.label}` },
        publishing,
        { compose: { include: includes(fact) } },
      ),
    ),
    ...publishing.pathway.decisions.map((decision) =>
      described('ValueSet', { id: idOf('decided', decision.id), title: `Answers: ${decision.asks}` }, publishing, {
        compose: { include: [{ system: decisionAnswerSystem, concept: codes(decision.answers) }] },
      }),
    ),
  ]
}

const codes = (words: readonly string[]) => words.map((code) => ({ code }))

/** An answer may be missing though it was asked for, and a set may be known to be empty: neither is "no". */
const includes = (fact: Worded) => [
  { system: answerSystem, concept: codes(fact.values) },
  ...(fact.type === 'set' ? [{ system: emptySystem, concept: codes(['empty']) }] : []),
  { system: unknownSystem, concept: codes(['asked-unanswered']) },
]
