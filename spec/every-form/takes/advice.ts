import { evaluate } from '@facialis/engine'
import { type Advice, dayOf, parseDate } from '@facialis/language'
import fc from 'fast-check'
import { casesWithSteps } from '../../naive/arbitrary-steps.ts'
import { type Counts, counted, type Page, sum } from './counted.ts'

/** Advice to people of pathways that also have steps, alerts, lists and rankings. */
const told = (): readonly Advice[] =>
  fc
    .sample(casesWithSteps, { numRuns: 70, seed: 3 })
    .map(({ pathway, chart, asking }) => evaluate(pathway, chart, asking))

const characters = (of: unknown): number => JSON.stringify(of).length
/** How often something is followed by what comes later in the alphabet: another order, another count. */
const rising = (of: readonly unknown[]): number => {
  const words = of.map((one) => JSON.stringify(one))
  return words.filter((word, at) => at > 0 && word > (words[at - 1] as string)).length
}
const daysOn = (day: string | null): number => (day === null ? 0 : (parseDate(day)?.lo ?? 0) - dayOf(2024, 1, 1))

function countsOf(all: readonly Advice[]): Counts {
  const decided = all.flatMap(({ decisions }) => Object.values(decisions))
  const because = decided.flatMap((one) => one.because)
  const steps = all.flatMap(({ nextSteps }) => nextSteps)
  const missing = all.flatMap((one) => one.missing)
  return {
    'characters of all of it': characters(all),
    answers: decided.length,
    'characters of what goes with them': sum(decided, ({ detail }) => characters(detail)),
    'reasons why not': sum(decided, ({ whyNot }) => Object.keys(whyNot).length),
    'characters of them': sum(decided, ({ whyNot }) => characters(whyNot)),
    reasons: because.length,
    'facts in them': sum(because, ({ facts }) => facts.length),
    'facts in the order of the alphabet': sum(because, ({ facts }) => rising(facts)),
    'where those come from': sum(because, ({ from }) => characters(from)),
    'of which nobody knows': because.filter(({ open }) => open).length,
    'that shut by themselves': because.filter(({ shuts }) => shuts).length,
    'facts they wait for': sum(because, ({ waitsFor }) => waitsFor?.length ?? 0),
    'days until they are gone': sum(because, ({ until }) => daysOn(until ?? null)),
    'what is missing for answers': sum(decided, (one) => one.missing.length),
    'the same, in the order of the alphabet': sum(decided, (one) => rising(one.missing)),
    questions: missing.length,
    'what they settle': sum(missing, ({ settles }) => settles.length),
    'questions in the order of the alphabet': sum(all, (one) => rising(one.missing.map(({ fact }) => fact))),
    'questions of which it is said why': new Set(missing.map(({ why }) => why)).size,
    steps: steps.length,
    'days until they are due': sum(steps, ({ dueBy }) => daysOn(dueBy)),
    'steps in the order of the alphabet': sum(all, ({ nextSteps }) => rising(nextSteps.map(({ id }) => id))),
    alerts: sum(all, (one) => one.alerts.length),
    conflicts: sum(all, (one) => one.conflicts.length),
    'characters of them, again': sum(all, (one) => characters(one.conflicts)),
    ignored: sum(all, (one) => one.ignored.length),
    'days it holds for': sum(all, ({ holdsUntil }) => daysOn(holdsUntil)),
  }
}

export const adviceTakes: Page = { name: 'advice-takes.txt', make: () => counted(countsOf(told())) }
