import {
  type Cite,
  type Condition,
  childrenOf,
  conditionsOf,
  type DateTerm,
  decisionsOf,
  type Fact,
  factsOf,
  memoiseWeak,
  type NumberTerm,
  nodesOf,
  type PolicyNumber,
} from '@facialis/language'
import { pathway } from '../../pathway.ts'
import { type Topic, topics } from './chapters.ts'

type Node = Condition | DateTerm | NumberTerm

/** One line of a topic: what it says, when, why, on what. In the order in which lines are tried. */
export type Row = Readonly<{
  id: string
  kind: 'rule' | 'need' | 'limit' | 'otherwise' | 'item' | 'candidate' | 'fold' | 'exception'
  /** The answer it gives, in the pathway's own word. */
  answer: string | null
  when: Condition | null
  text: string
  because: readonly Cite[]
  unverified: boolean
  atChair: boolean
}>

const plainRow = { answer: null, when: null, unverified: false, atChair: false } as const

/** The lines of a topic, first rank first. */
export function rowsOf(topic: Topic): readonly Row[] {
  switch (topic.kind) {
    case 'collection':
      return topic.items.map(({ id, when, text, because }) => ({ ...plainRow, id, kind: 'item', when, text, because }))
    case 'ranking':
      return topic.candidates.map(({ id, label, test, because }) => ({
        ...plainRow,
        id,
        kind: 'candidate',
        answer: label,
        text: test,
        because,
      }))
    case 'decision':
      return decisionRows(topic)
    default:
      return topic satisfies never
  }
}

function decisionRows({ body }: Extract<Topic, { kind: 'decision' }>): readonly Row[] {
  switch (body.kind) {
    case 'ranked':
      return [
        ...body.rules.map(
          (rule): Row => ({
            ...plainRow,
            id: rule.id,
            kind: 'rule',
            answer: rule.answer,
            when: rule.when,
            text: rule.text,
            because: rule.because,
            unverified: rule.unverified,
          }),
        ),
        { ...plainRow, ...body.otherwise, kind: 'otherwise' },
      ]
    case 'gate':
      return [
        ...body.needs.map(
          (need): Row => ({
            ...plainRow,
            id: need.id,
            kind: 'need',
            answer: 'blocked',
            when: need.needs,
            text: need.text,
            because: need.because,
          }),
        ),
        ...body.limits.map(
          (limit): Row => ({
            ...plainRow,
            id: limit.id,
            kind: 'limit',
            answer: limit.effect === 'block' ? 'blocked' : 'caution',
            when: limit.when,
            text: limit.text,
            because: limit.because,
            unverified: limit.unverified,
            atChair: limit.atChair,
          }),
        ),
        ...body.exceptions.map(
          (exception): Row => ({
            ...plainRow,
            id: exception.code,
            kind: 'exception',
            when: exception.available,
            text: exception.label,
            because: exception.because,
          }),
        ),
      ]
    case 'fold':
      return [
        {
          ...plainRow,
          id: body.each.id,
          kind: 'fold',
          text: body.join.join(' > '),
          because: body.otherwise.because,
        },
        { ...plainRow, ...body.otherwise, kind: 'otherwise' },
      ]
    default:
      return body satisfies never
  }
}

/** Every condition of a topic, those of its candidates included. */
const whensOf = (topic: Topic): readonly Condition[] =>
  topic.kind === 'ranking'
    ? topic.candidates.flatMap((candidate) => [...candidate.for, ...candidate.against].map((feature) => feature.when))
    : topic.kind === 'decision'
      ? conditionsOf(topic)
      : topic.items.map((item) => item.when)

/** The passages behind a topic, each once, in the order in which the lines need them. */
export function passagesBehind(topic: Topic) {
  const cites = rowsOf(topic).flatMap((row) => row.because)
  return [...new Set(cites.flatMap((cite) => (cite.kind === 'passage' ? [cite] : [])))]
}
export const judgementsBehind = (topic: Topic): readonly string[] => [
  ...new Set(
    rowsOf(topic)
      .flatMap((row) => row.because)
      .flatMap((cite) => (cite.kind === 'own-judgement' ? [cite.reason] : [])),
  ),
]

/** Named conditions a topic leans on, with what they mean, in reading order and each once. */
export function termsOf(topic: Topic): readonly Readonly<{ name: string; means: Condition }>[] {
  const found = new Map<string, Condition>()
  const visit = (node: Node): void => {
    if (node.kind === 'named') {
      if (found.has(node.name)) return
      found.set(node.name, node.of)
    }
    for (const child of childrenOf(node)) visit(child)
  }
  whensOf(topic).forEach(visit)
  return [...found].map(([name, means]) => ({ name, means }))
}

export function factsBehind(topic: Topic): readonly Fact[] {
  return [...new Set(whensOf(topic).flatMap((when) => [...factsOf(when)]))]
}

/** Topics that this one refers to directly. */
export function restsOn(topic: Topic): readonly Topic[] {
  const direct = new Set(whensOf(topic).flatMap((when) => [...decisionsOf(when)].map((decision) => decision.id)))
  if (topic.kind === 'decision' && topic.body.kind === 'fold') direct.add(topic.body.each.id)
  if (topic.kind === 'decision' && topic.body.kind === 'gate' && topic.body.behind !== null)
    direct.add(topic.body.behind.id)
  const facts = new Set(factsBehind(topic).map((fact) => fact.id))
  // A list of things that hold has no answer to refer to; whoever asks for every one of its facts rests on it.
  for (const list of pathway.collections) if (factsBehind(list).every((fact) => facts.has(fact.id))) direct.add(list.id)
  direct.delete(topic.id)
  return topics.filter(({ id }) => direct.has(id))
}
export const leadsTo = (topic: Topic): readonly Topic[] =>
  topics.filter((other) => restsOn(other).some(({ id }) => id === topic.id))

/** Policy numbers mentioned anywhere below a node. */
const numbersIn: (node: Node) => ReadonlyMap<string, PolicyNumber> = memoiseWeak(
  (node) => new Map([...nodesOf(node)].flatMap((one) => (one.kind === 'policy' ? [[one.id, one]] : []))),
)
export const numbersBehind: (topic: Topic) => readonly PolicyNumber[] = memoiseWeak((topic) => [
  ...new Map(whensOf(topic).flatMap((when) => [...numbersIn(when)])).values(),
])

/** Where a number or a passage is used: pages to go to, and things that have no page of their own. */
export type Use = Readonly<{
  kind: 'topic' | 'step' | 'alert' | 'check' | 'number' | 'conflict'
  id: string
  label: string
  /** For a topic: the lines concerned. */
  lines: readonly string[]
}>

const citesPassage = (because: readonly Cite[], id: string): boolean =>
  because.some((cite) => cite.kind === 'passage' && cite.id === id)

type Check = (typeof pathway.checks)[number]
const useOfCheck = (check: Check): Use => ({ kind: 'check', id: check.id, label: checkWords(check), lines: [check.id] })
/** The text of a check without a session to tell numbers of: what the site sets as its number, all else by its name. */
export const checkWords = ({ text, tells }: Pick<Check, 'text' | 'tells'>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const told = tells[name]
    return told?.kind === 'amount-of' && told.term.kind === 'policy' ? `${told.term.default} ${told.unit}` : `(${name})`
  })

/** Everything that rests on one passage. */
export const usesOfPassage = (id: string): readonly Use[] => [
  ...topics.flatMap((topic): readonly Use[] => {
    const lines = rowsOf(topic).filter((row) => citesPassage(row.because, id))
    return lines.length === 0
      ? []
      : [{ kind: 'topic', id: topic.id, label: topic.asks, lines: lines.map((row) => row.id) }]
  }),
  ...pathway.steps
    .filter((step) => citesPassage(step.because, id))
    .map((step): Use => ({ kind: 'step', id: step.id, label: step.label, lines: step.rules })),
  ...pathway.alerts
    .filter((alert) => citesPassage(alert.because, id))
    .map((alert): Use => ({ kind: 'alert', id: alert.id, label: alert.text, lines: alert.rules })),
  ...pathway.checks.filter((check) => citesPassage(check.because, id)).map(useOfCheck),
  ...pathway.policy
    .filter((number) => citesPassage(number.because, id))
    .map((number): Use => ({ kind: 'number', id: number.id, label: number.label, lines: [] })),
  ...pathway.conflicts
    .filter((conflict) => citesPassage([...conflict.seed, ...conflict.literature], id))
    .map((conflict): Use => ({ kind: 'conflict', id: conflict.id, label: conflict.question, lines: conflict.rules })),
]

const nodesOfStep = (step: (typeof pathway.steps)[number]): readonly Node[] => [
  step.when,
  ...step.anchors.map((anchor) => anchor.date),
  step.window.opens,
  step.window.due,
  step.window.overdue,
  ...step.urgency.map((one) => one.when),
]

/** Everything that reads one policy number. */
export const usesOfNumber = (id: string): readonly Use[] => [
  ...topics
    .filter((topic) => numbersBehind(topic).some((number) => number.id === id))
    .map((topic): Use => ({ kind: 'topic', id: topic.id, label: topic.asks, lines: [] })),
  ...pathway.steps
    .filter((step) => nodesOfStep(step).some((node) => numbersIn(node).has(id)))
    .map((step): Use => ({ kind: 'step', id: step.id, label: step.label, lines: step.rules })),
  ...pathway.alerts
    .filter((alert) => numbersIn(alert.when).has(id))
    .map((alert): Use => ({ kind: 'alert', id: alert.id, label: alert.text, lines: alert.rules })),
  ...pathway.checks.filter((check) => numbersIn(check.when).has(id)).map(useOfCheck),
]
