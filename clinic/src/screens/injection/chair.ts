import type { Fact } from '@facialis/language'
import { type Act, isNo, type PlainValue } from '@facialis/wire'
import { screenOf } from '../../pathway.ts'
import type { Recording } from '../../recorded.ts'
import { plainWords } from '../../words/plain-words.ts'
import { words } from './words.ts'

const chairScreen = 'at-chair'
export const chairFacts: readonly Fact[] = screenOf(chairScreen)?.facts ?? []

/** Every question of the list has an answer of today. */
export const isAnsweredAtChair = (recorded: Recording, today: string): boolean =>
  chairFacts.length > 0 &&
  chairFacts.every(({ id }) => {
    const fact = recorded.fact(id)
    return fact !== null && fact.why === null && fact.date === today
  })

/** The answers of today in one line: what is not "no", and that the rest is. */
export function chairLine(recorded: Recording, today: string): string {
  const answers = chairFacts.flatMap((fact) => {
    const standing = recorded.fact(fact.id)
    if (standing === null || standing.date !== today) return []
    return isNo(standing.value) ? [] : [words.chair.item(fact.label, plainWords(fact, standing.value).toLowerCase())]
  })
  return answers.length === 0 ? words.chair.clear : [...answers, words.chair.rest].join(' · ')
}

export const chairBy = (recorded: Recording): string => recorded.fact(chairFacts[0]?.id ?? '')?.by ?? ''

/** One press: the list was asked today; what is not named is "no". */
export const chairAct = (answers: Readonly<Record<string, PlainValue>>, today: string): Act => ({
  kind: 'at-chair',
  date: today,
  screens: [chairScreen],
  ...(Object.keys(answers).length === 0 ? {} : { facts: answers }),
})
