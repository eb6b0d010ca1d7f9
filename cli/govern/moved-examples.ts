import { reasonsOf, type Stands, standsOf } from '@facialis/engine'
import { chartFromPlainFacts } from '@facialis/fhir'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import type { Asking, Chart, Pathway } from '@facialis/language'

/** What example people are told by one version and not by the other, and the rules behind both. */
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
    const facts = plainFactsOf(example)
    const [before, after] = [old, next].map((pathway) => readBy(pathway, facts))
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

/** A person as one version reads them, and how they stand by it. */
type Standing = Readonly<{ pathway: Pathway; chart: Chart; asking: Asking; stands: Stands }>

function readBy(pathway: Pathway, facts: unknown): Standing | null {
  const read = chartFromPlainFacts(pathway, facts)
  if (!read.ok || read.value.asOf === null) return null
  const [chart, asking] = [read.value.chart, { asOf: read.value.asOf, policy: {} }]
  return { pathway, chart, asking, stands: standsOf(pathway, chart, asking) }
}

function movesOf(before: Standing, after: Standing): readonly Omit<Moved, 'people'>[] {
  const [then, now] = [answersIn(before), answersIn(after)]
  const answers = [...now].flatMap(([id, to]) => {
    const from = then.get(id)
    if (from === undefined || from === to) return []
    return [{ asked: id, from, to, was: reasons(before, id), is: reasons(after, id) }]
  })
  return [
    ...answers,
    ...comeAndGone('step', stepsIn(before), stepsIn(after)),
    ...comeAndGone('alert', alertsIn(before), alertsIn(after)),
  ]
}

const answersIn = ({ pathway, stands }: Standing): ReadonlyMap<string, string> =>
  new Map(
    pathway.decisions.flatMap(({ id, inner, scope }) =>
      inner || scope !== 'patient' ? [] : [[id, stands.answers[id] as string] as const],
    ),
  )
const stepsIn = ({ pathway, stands }: Standing): readonly Called[] =>
  pathway.steps.filter(({ id }) => stands.steps.has(id))
const alertsIn = ({ pathway, stands }: Standing): readonly Called[] =>
  pathway.alerts.filter(({ id }) => stands.alerts.has(id))

function reasons({ pathway, chart, asking }: Standing, id: string): readonly Sentence[] {
  const of = pathway.decisions.filter((one) => one.id === id)
  return reasonsOf(pathway, chart, { asking, of }).flatMap((all) => all.map(({ rule, text }) => ({ rule, text })))
}

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
