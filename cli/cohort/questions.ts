import type { Decided, Question } from '@facialis/engine'
import type { Decision, Pathway } from '@facialis/language'

export const decisionsAbout = (pathway: Pathway): readonly Decision[] =>
  pathway.decisions.filter((decision) => decision.scope === 'patient')

/** What stands for an answer where a version does not ask the question. */
export const notAsked = '(not asked)'

/** Every question that one of two versions asks, in their order, with every answer that either of them knows. */
export function questionsOf(pathway: Pathway, other: Pathway = pathway): readonly Question[] {
  const before = decisionsAbout(pathway)
  if (other === pathway) return before
  const after = decisionsAbout(other)
  const all = [...before, ...after.filter(({ id }) => !before.some((one) => one.id === id))]
  return all.map(({ id, inner }) => {
    const both = [before, after].map((asked) => asked.find((one) => one.id === id))
    const answers = both.flatMap((one) => one?.answers ?? [])
    return { id, inner, answers: [...new Set(both.every(Boolean) ? answers : [...answers, notAsked])] }
  })
}

/** What a version says of people, told in the questions' answers; where it does not ask one, `notAsked`. */
export function answersTo(questions: readonly Question[], { decisions, counts, answer }: Decided) {
  const places = questions.map(({ id, answers }) => {
    const at = decisions.findIndex((one) => one.id === id)
    return {
      at,
      to: decisions[at]?.answers.map((word) => answers.indexOf(word)) ?? [],
      none: answers.indexOf(notAsked),
    }
  })
  return {
    /** For each question how many people have each of its answers. */
    counts: (people: number): readonly (readonly number[])[] =>
      places.map(({ at, to, none }, question) => {
        const told = (questions[question] as Question).answers.map(() => 0)
        if (at < 0) told[none] = people
        else for (const [place, count] of counts(at).entries()) told[to[place] as number] = count
        return told
      }),
    /** One person's answers, as positions. */
    of: (person: number): readonly number[] =>
      places.map(({ at, to, none }) => (at < 0 ? none : (to[answer(at, person)] as number))),
  }
}
