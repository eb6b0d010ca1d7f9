import type { Condition, DateTerm, Decision, Detail, Details, NumberTerm, Pathway, Ranking } from '@facialis/language'
import { onceFor } from './once-for.ts'
import { movesWithTime } from './time.ts'
import type { Said, World } from './world.ts'

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
export const tellingFrom = onceFor((decision: Decision): ToldFrom => {
  const { body, detail } = decision
  const kinds = body.kind === 'gate' ? [...body.exceptions, ...exceptionsOf(body.behind)] : []
  const said = [decision, ...kinds.flatMap(({ available, inForce }) => [available, inForce])]
  return all([conditions(said), detailsFrom(detail)])
})

const exceptionsOf = (gate: Decision | null) => (gate?.body.kind === 'gate' ? gate.body.exceptions : [])

export const itemsFrom = onceFor(
  (items: readonly Listed[]): ToldFrom =>
    all(items.flatMap(({ when, detail }) => [conditions([when]), detailsFrom(detail)])),
)

export const rankingFrom = onceFor(
  ({ candidates }: Ranking): ToldFrom =>
    conditions(candidates.flatMap((one) => [...one.for, ...one.against].map(({ when }) => when))),
)

/** Everything that advice is made from. */
export const allSaid = onceFor((pathway: Pathway): readonly Said[] => [
  ...[...pathway.steps, ...pathway.alerts].map(({ when }) => when),
  ...pathway.steps.flatMap(({ urgency }) => urgency.map(({ when }) => when)),
  ...[
    ...pathway.decisions.map(tellingFrom),
    ...pathway.collections.map(({ items }) => itemsFrom(items)),
    ...pathway.rankings.map(rankingFrom),
  ].flatMap(({ said }) => said),
])

/** Whether another day, on which these comparisons come out otherwise, may make it otherwise. */
export const mayTurn = ({ said, moves }: ToldFrom, turned: ReadonlySet<number>, world: World): boolean =>
  moves || said.some((one) => restsOnAny(one, turned, world))

export const restsOnAny = (said: Said, turned: ReadonlySet<number>, world: World): boolean =>
  !world.restsOn(said).isDisjointFrom(turned)

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
