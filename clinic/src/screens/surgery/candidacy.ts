import type { Decided } from '@facialis/language'
import { factLabel, factOf, obstacleOf, pathway } from '../../pathway.ts'
import { inOneLine } from '../../pieces/phrase.ts'
import type { Recording } from '../../recorded.ts'
import { capital } from '../../words/capital.ts'
import { answerWords, valueWords } from '../../words/clinical.ts'
import { plainWords } from '../../words/plain-words.ts'
import { words } from './words.ts'

export type Argument = Readonly<{ text: string; passages: readonly string[] }>
export type Candidacy = Readonly<{
  for: readonly Argument[]
  /** What is on record and not adverse, in words. */
  stands: readonly string[]
  against: readonly Argument[]
  unknown: readonly string[]
}>

const decision = 'decompression'
const listed = (id: string): boolean => id.startsWith('rf.') || id.startsWith('ph.') || id.startsWith('rule-out.')
/** What is worth saying aloud: facts that could speak against an operation, and scores. */
const telling = (id: string): boolean => {
  const fact = factOf(id)
  return fact !== null && (fact.scope === 'score' || id === 'disability' || decision in fact.adverse)
}

/**
 * Both sides of candidacy, from the pathway alone: what decided, what on record is adverse to an operation, what
 * stands before a bolder answer, and what the sources dispute.
 */
export function argumentsOf(decided: Decided, recorded: Recording): Candidacy {
  const said = decided.because
    .filter((because) => because.open !== true)
    .map(({ text, passages }) => ({ text, passages }))
  const deciding = decided.because
    .flatMap((because) => because.from)
    .filter(
      ({ fact, value }) =>
        !listed(fact) &&
        telling(fact) &&
        !['unknown', 'none-recorded', 'not-stated'].includes(value) &&
        !isAdverse(fact, value),
    )
  const adverse = surgeryFacts.flatMap((fact) => {
    const standing = recorded.fact(fact.id)
    const value = standing?.value
    return value !== undefined && value !== null && isAdverse(fact.id, String(value))
      ? [{ text: `${capital(fact.label)}: ${plainWords(fact, value)}`, passages: [] }]
      : []
  })
  const disputed = pathway.conflicts
    .filter((conflict) => conflict.rules.some((rule) => decided.because.some((because) => because.rule === rule)))
    .map((conflict) => ({
      text: conflict.literatureSays,
      passages: conflict.literature.flatMap((cite) => (cite.kind === 'passage' ? [cite.id] : [])),
    }))
  const bolder = answersAbove(decided.answer).flatMap((answer) => {
    const way = obstacleOf(decision, decided.whyNot[answer] ?? '')
    if (way === null) return []
    const what = way.asks === null ? way.text : inOneLine(way.asks)
    return [{ text: words.candidacy.needed[way.truth](answerWords(answer), what), passages: [] }]
  })
  return {
    for: offers(decided.answer) ? said : [],
    stands: unique(deciding.map(({ fact, value }) => wordsOfFact(fact, value, recorded))),
    against: [...(offers(decided.answer) ? [] : said), ...adverse, ...bolder.slice(0, 1), ...disputed],
    unknown: decided.missing,
  }
}

const surgeryFacts = pathway.facts.filter((fact) => !listed(fact.id) && decision in fact.adverse)

function isAdverse(id: string, value: string): boolean {
  const fact = factOf(id)
  const adverse = fact?.adverse as Readonly<Record<string, readonly string[]>> | undefined
  const word = value === 'true' ? 'yes' : value === 'false' ? 'no' : value
  return Array.isArray(adverse?.[decision]) && adverse[decision].includes(word)
}

/** Whether an answer offers the operation: the least bold ones do not, and their reasons speak against it. */
const offers = (answer: string): boolean => !(levelsOf()[0] ?? []).includes(answer)
const levelsOf = () => pathway.decisions.find(({ id }) => id === decision)?.boldness ?? []

/** Answers bolder than this one, nearest first. */
function answersAbove(answer: string): readonly string[] {
  const levels = levelsOf()
  const at = levels.findIndex((level) => level.includes(answer))
  return levels.slice(at + 1).flat()
}

function wordsOfFact(id: string, decidedAs: string, recorded: Recording): string {
  const fact = factOf(id)
  const standing = fact?.scope === 'patient' ? recorded.fact(id) : null
  const value = fact === null || standing === null ? valueWords(decidedAs) : plainWords(fact, standing.value)
  return `${capital(factLabel(id))}: ${value}`
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
