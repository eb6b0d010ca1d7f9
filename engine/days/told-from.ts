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
import { askedOfPeople } from '../world/asked-of-people.ts'
import type { Said } from '../world/world.ts'
import { movesWithTime } from './time.ts'

/** What something that advice tells is made from, beside facts and entries as they stand. */
export type ToldFrom = Readonly<{
  said: readonly Said[]
  /** Whether the day alone may make it otherwise, though every comparison comes out as it did: a number of days, say. */
  moves: boolean
  /** Whether a date or number is told. */
  measures: boolean
}>

type Listed = Readonly<{ when: Condition; detail: Details }>

/** Of a decision, what is told without a reason. */
export const tellingFrom = memoiseWeak((decision: Decision): ToldFrom => {
  const { body, detail } = decision
  const kinds = body.kind === 'gate' ? [...body.exceptions, ...exceptionsOf(body.behind)] : []
  const said = [decision, ...kinds.flatMap(({ available, inForce }) => [available, inForce])]
  return all([conditions(said), detailsFrom(detail)])
})

const exceptionsOf = (gate: Decision | null) => (gate?.body.kind === 'gate' ? gate.body.exceptions : [])

export const itemsFrom = memoiseWeak(
  (items: readonly Listed[]): ToldFrom =>
    all(items.flatMap(({ when, detail }) => [conditions([when]), detailsFrom(detail)])),
)

const rankingFrom = memoiseWeak(
  ({ candidates }: Ranking): ToldFrom =>
    conditions(candidates.flatMap((one) => [...one.for, ...one.against].map(({ when }) => when))),
)

export type Told = Step | Alert | Decision | Collection | Ranking

/** Whatever advice tells, by what it rests on; the same of everybody. */
export type Resting = Readonly<{
  /** What one of these comparisons may turn that mention the day. */
  turnedBy: (comparisons: ReadonlySet<NodeIndex>) => ReadonlySet<Told>
  /** What the day alone may make otherwise. */
  moving: ReadonlySet<Told>
}>

/** From then on every comparison that advice rests on is among those that people are asked about. */
export const restingOf = memoiseWeak((pathway: Pathway): Resting => {
  const { restsOn } = askedOfPeople(pathway)
  const turned = new Map<NodeIndex, Set<Told>>()
  const moving = new Set<Told>()
  const add = (told: Told, { said, moves }: ToldFrom): void => {
    if (moves) moving.add(told)
    for (const one of said.flatMap((some) => [...restsOn(some)]))
      turned.set(one, (turned.get(one) ?? new Set()).add(told))
  }
  for (const step of pathway.steps) add(step, conditions([step.when, ...step.urgency.map(({ when }) => when)]))
  for (const alert of pathway.alerts) add(alert, conditions([alert.when]))
  for (const decision of pathway.decisions) add(decision, tellingFrom(decision))
  for (const collection of pathway.collections) add(collection, itemsFrom(collection.items))
  for (const ranking of pathway.rankings) add(ranking, rankingFrom(ranking))
  return {
    turnedBy: (comparisons) => new Set([...comparisons].flatMap((one) => [...(turned.get(one) ?? [])])),
    moving,
  }
})

const conditions = (said: readonly (Condition | Decision)[]): ToldFrom => ({ said, moves: false, measures: false })
const measure = (term: DateTerm | NumberTerm): ToldFrom => ({
  said: [term],
  moves: movesWithTime(term),
  measures: true,
})
const all = (parts: readonly ToldFrom[]): ToldFrom => ({
  said: parts.flatMap(({ said }) => said),
  moves: parts.some(({ moves }) => moves),
  measures: parts.some(({ measures }) => measures),
})

const detailsFrom = (details: Details): ToldFrom => all(Object.values(details).map(detailFrom))

function detailFrom(detail: Detail): ToldFrom {
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
      return all(detail.of.flatMap(({ when, tell }) => [conditions([when]), detailFrom(tell)]))
    case 'items':
      return conditions(detail.of.map(({ when }) => when))
    case 'rows':
      return all(detail.of.flatMap(({ when, row }) => [conditions([when]), detailsFrom(row)]))
    case 'leader-of':
      return rankingFrom(detail.ranking)
    default:
      return detail satisfies never
  }
}
