import { askedChart } from '@facialis/engine'
import { chartFromPlainFacts } from '@facialis/fhir'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import type { Advice, Pathway } from '@facialis/language'
import { notAsked } from '../cohort/questions.ts'

/** What example people are told by one version and not by the other, and the rules behind both. */
export type ChangedExample = Readonly<{
  /** A decision, a list, a step or an alert. */
  asked: string
  from: string
  to: string
  /** What decided, by the old version and by the new one, with its sentence. */
  was: readonly Sentence[]
  is: readonly Sentence[]
  people: readonly string[]
}>
export type Sentence = Readonly<{ rule: string; text: string }>

/** Example people who are told otherwise by two versions, those alike together; and whom one of the versions cannot read. */
export function changedExamples(
  old: Pathway,
  next: Pathway,
): Readonly<{ asked: number; moved: readonly ChangedExample[]; unread: readonly string[] }> {
  const moved = new Map<string, Omit<ChangedExample, 'people'> & { people: string[] }>()
  const unread: string[] = []
  for (const example of examples) {
    const facts = plainFactsOf(example)
    const [before, after] = [old, next].map((pathway) => toldBy(pathway, facts))
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

/** One thing that is told: in a word or two, and by which rules. */
type Told = Readonly<{ says: string; because: readonly Sentence[] }>

/** Everything that somebody is told by a version, by the name of what it is about; null where it cannot read them. */
function toldBy(pathway: Pathway, facts: unknown): ReadonlyMap<string, Told> | null {
  const read = chartFromPlainFacts(pathway, facts)
  if (!read.ok || read.value.asOf === null) return null
  const { decisions, nextSteps, alerts } = askedChart(pathway, read.value.chart, {
    asOf: read.value.asOf,
    policy: {},
  }).advice()
  const called = (rules: readonly string[]): readonly Sentence[] => rules.map((rule) => ({ rule, text: '' }))
  return new Map<string, Told>([
    ...Object.entries(decisions).map(([id, decided]): [string, Told] => [
      typeof decided.answer === 'string' ? id : `list ${id}`,
      typeof decided.answer === 'string'
        ? { says: decided.answer, because: decided.because.map(({ rule, text }) => ({ rule, text })) }
        : { says: itemsIn(decided.answer), because: [] },
    ]),
    ...nextSteps.map(({ id, state, urgency, owner, dueBy, rules }): [string, Told] => [
      `step ${id}`,
      { says: [state, urgency, owner, ...(dueBy === null ? [] : [`by ${dueBy}`])].join(', '), because: called(rules) },
    ]),
    ...alerts.map(({ id, severity, rules }): [string, Told] => [
      `alert ${id}`,
      { says: severity, because: called(rules) },
    ]),
  ])
}

const itemsIn = (items: Exclude<Advice['decisions'][string]['answer'], string>): string =>
  items.length === 0
    ? 'none'
    : items
        .map((item) => (typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : String(item)))
        .join(', ')

function movesOf(
  before: ReadonlyMap<string, Told>,
  after: ReadonlyMap<string, Told>,
): readonly Omit<ChangedExample, 'people'>[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((asked) => {
    const [then, now] = [before.get(asked), after.get(asked)]
    const [from, to] = [then, now].map((told) => told?.says ?? (/^(step|alert) /.test(asked) ? notCalledFor : notAsked))
    if (from === to || from === undefined || to === undefined) return []
    return [{ asked, from, to, was: then?.because ?? [], is: now?.because ?? [] }]
  })
}

const notCalledFor = 'not called for'
