import { evaluate } from '@facialis/engine'
import { chartFromPlainFacts } from '@facialis/fhir'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import type { Advice, Pathway } from '@facialis/language'

/** An answer that example people get by one version and not by the other, and the rules behind both. */
export type Moved = Readonly<{
  /** A decision, a step or an alert. */
  asked: string
  from: string
  to: string
  /** What decided, by the old version and by the new one, with its sentence. */
  was: readonly Sentence[]
  is: readonly Sentence[]
  people: readonly string[]
}>
export type Sentence = Readonly<{ rule: string; text: string }>

/** Example people whom two versions answer otherwise, those alike together; and whom one of the versions cannot read. */
export function movedExamples(
  old: Pathway,
  next: Pathway,
): Readonly<{ asked: number; moved: readonly Moved[]; unread: readonly string[] }> {
  const moved = new Map<string, Omit<Moved, 'people'> & { people: string[] }>()
  const unread: string[] = []
  for (const example of examples) {
    const advices = [old, next].map((pathway) => adviceOn(pathway, plainFactsOf(example)))
    const [before, after] = advices
    if (!before || !after) {
      unread.push(example.id)
      continue
    }
    for (const one of movesOf(before, after)) {
      const key = JSON.stringify([one.asked, one.from, one.to, rulesOf(one.was), rulesOf(one.is)])
      const known = moved.get(key)
      if (known) known.people.push(example.id)
      else moved.set(key, { ...one, people: [example.id] })
    }
  }
  return { asked: examples.length, moved: [...moved.values()], unread }
}

const rulesOf = (sentences: readonly Sentence[]): readonly string[] => sentences.map(({ rule }) => rule)

function movesOf(before: Advice, after: Advice): readonly Omit<Moved, 'people'>[] {
  const ids = new Set([before, after].flatMap(({ decisions }) => Object.keys(decisions)))
  const answers = [...ids].flatMap((id) => {
    const [then, now] = [before, after].map(({ decisions }) => told(decisions[id]))
    if (!then || !now || then.answer === now.answer) return []
    return [{ asked: id, from: then.answer, to: now.answer, was: then.because, is: now.because }]
  })
  return [
    ...answers,
    ...comeAndGone('step', before.nextSteps, after.nextSteps),
    ...comeAndGone('alert', before.alerts, after.alerts),
  ]
}

const told = (decided: Advice['decisions'][string] | undefined) =>
  decided && typeof decided.answer === 'string'
    ? {
        answer: decided.answer,
        because: 'because' in decided ? decided.because.map(({ rule, text }): Sentence => ({ rule, text })) : [],
      }
    : null

type Called = Readonly<{ id: string; rules: readonly string[] }>

/** What is called for by one version and not by the other. */
function comeAndGone(
  what: 'step' | 'alert',
  before: readonly Called[],
  after: readonly Called[],
): readonly Omit<Moved, 'people'>[] {
  const without = (all: readonly Called[], others: readonly Called[]): readonly Called[] =>
    all.filter(({ id }) => !others.some((one) => one.id === id))
  const sentences = ({ rules }: Called): readonly Sentence[] => rules.map((rule) => ({ rule, text: '' }))
  const [yes, no] = ['called for', 'not called for']
  return [
    ...without(after, before).map((one) => ({
      asked: `${what} ${one.id}`,
      from: no,
      to: yes,
      was: [],
      is: sentences(one),
    })),
    ...without(before, after).map((one) => ({
      asked: `${what} ${one.id}`,
      from: yes,
      to: no,
      was: sentences(one),
      is: [],
    })),
  ]
}

function adviceOn(pathway: Pathway, facts: unknown): Advice | null {
  const read = chartFromPlainFacts(pathway, facts)
  if (!read.ok || read.value.asOf === null) return null
  return evaluate(pathway, read.value.chart, { asOf: read.value.asOf, policy: {} })
}
