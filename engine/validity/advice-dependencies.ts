import {
  type Alert,
  type Collection,
  type Condition,
  type DateTerm,
  type Decision,
  type Detail,
  type Details,
  memoiseWeak,
  type NumberTerm,
  type Pathway,
  type Ranking,
  type Step,
} from '@facialis/language'
import type { NodeIndex } from '../plan/plan.ts'
import { pathwayEvaluator } from '../world/pathway-evaluator.ts'
import type { Evaluable } from '../world/world.ts'
import { isTermTimeDependent } from './time-dependence.ts'

/** What a part of advice is computed from, beside the resolved facts and entries. */
export type Dependencies = Readonly<{
  sources: readonly Evaluable[]
  /** Whether the day alone may make it otherwise, though every comparison comes out as it did: a number of days, say. */
  isTimeDependent: boolean
  /** Whether a date or number is told. */
  readsTerms: boolean
}>

type Listed = Readonly<{ when: Condition; detail: Details }>

/** Of a decision, what is told without a reason. */
export const decisionDependencies = memoiseWeak((decision: Decision): Dependencies => {
  const { body, detail } = decision
  const kinds = body.kind === 'gate' ? [...body.exceptions, ...exceptionsOf(body.behind)] : []
  const said = [decision, ...kinds.flatMap(({ available, inForce }) => [available, inForce])]
  return all([conditions(said), detailsDependencies(detail)])
})

const exceptionsOf = (gate: Decision | null) => (gate?.body.kind === 'gate' ? gate.body.exceptions : [])

export const itemDependencies = memoiseWeak(
  (items: readonly Listed[]): Dependencies =>
    all(items.flatMap(({ when, detail }) => [conditions([when]), detailsDependencies(detail)])),
)

const rankingDependencies = memoiseWeak(
  ({ candidates }: Ranking): Dependencies =>
    conditions(candidates.flatMap((one) => [...one.for, ...one.against].map(({ when }) => when))),
)

export type AdvicePart = Step | Alert | Decision | Collection | Ranking

/** The parts of advice by the comparisons they depend on; the same for every chart. */
export type DependencyIndex = Readonly<{
  /** What one of these comparisons may turn. */
  affectedBy: (comparisons: ReadonlySet<NodeIndex>) => ReadonlySet<AdvicePart>
  /** What the day alone may make otherwise. */
  timeDependent: ReadonlySet<AdvicePart>
  /** What tells a date or number, which where the day cuts a date may make otherwise. */
  readsTerms: ReadonlySet<AdvicePart>
}>

/** Also lowers every condition that advice depends on, so that the evaluator knows all its comparisons. */
export const dependencyIndexOf = memoiseWeak((pathway: Pathway): DependencyIndex => {
  const { comparisonsUnder } = pathwayEvaluator(pathway)
  const affected = new Map<NodeIndex, Set<AdvicePart>>()
  const timeDependent = new Set<AdvicePart>()
  const readsTerms = new Set<AdvicePart>()
  const add = (told: AdvicePart, { sources, ...of }: Dependencies): void => {
    if (of.isTimeDependent) timeDependent.add(told)
    if (of.readsTerms) readsTerms.add(told)
    for (const one of sources.flatMap((some) => [...comparisonsUnder(some)]))
      affected.set(one, (affected.get(one) ?? new Set()).add(told))
  }
  for (const step of pathway.steps) add(step, conditions([step.when, ...step.urgency.map(({ when }) => when)]))
  for (const alert of pathway.alerts) add(alert, conditions([alert.when]))
  for (const decision of pathway.decisions) add(decision, decisionDependencies(decision))
  for (const collection of pathway.collections) add(collection, itemDependencies(collection.items))
  for (const ranking of pathway.rankings) add(ranking, rankingDependencies(ranking))
  return {
    affectedBy: (comparisons) => new Set([...comparisons].flatMap((one) => [...(affected.get(one) ?? [])])),
    timeDependent,
    readsTerms,
  }
})

const conditions = (sources: readonly (Condition | Decision)[]): Dependencies => ({
  sources,
  isTimeDependent: false,
  readsTerms: false,
})
const measure = (term: DateTerm | NumberTerm): Dependencies => ({
  sources: [term],
  isTimeDependent: isTermTimeDependent(term),
  readsTerms: true,
})
const all = (parts: readonly Dependencies[]): Dependencies => ({
  sources: parts.flatMap(({ sources }) => sources),
  isTimeDependent: parts.some(({ isTimeDependent }) => isTimeDependent),
  readsTerms: parts.some(({ readsTerms }) => readsTerms),
})

const detailsDependencies = (details: Details): Dependencies => all(Object.values(details).map(detailDependencies))

function detailDependencies(detail: Detail): Dependencies {
  switch (detail.kind) {
    case 'fixed':
    case 'value-of':
      return all([])
    case 'answer-of':
      return conditions([detail.decision])
    case 'number-of':
    case 'amount-of':
      return measure(detail.term)
    case 'date':
      return measure(detail.date)
    case 'latest-field':
    case 'entries':
      return conditions([detail.where])
    case 'first-of':
      return all(detail.of.flatMap(({ when, tell }) => [conditions([when]), detailDependencies(tell)]))
    case 'items':
      return conditions(detail.of.map(({ when }) => when))
    case 'rows':
      return all(detail.of.flatMap(({ when, row }) => [conditions([when]), detailsDependencies(row)]))
    case 'leader-of':
      return rankingDependencies(detail.ranking)
    default:
      return detail satisfies never
  }
}
