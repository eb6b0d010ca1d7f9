import {
  type Alert,
  type Collection,
  type Condition,
  childrenOf,
  type DateTerm,
  type NumberTerm,
  ownJudgement,
  type Pathway,
  type Ranking,
  type Step,
  urgencies,
} from '@facialis/language'
import fc from 'fast-check'
import { chart, daysAsked } from './arbitrary-chart.ts'
import { condition, dateTerm, type Reach } from './arbitrary-conditions.ts'
import { pathway } from './arbitrary-pathway.ts'
import { type Draw, drawn } from './draw.ts'
import type { Case } from './on-the-day.ts'
import { written } from './written.ts'

const because = [ownJudgement('made up')] as const

const reachOf = ({ facts, entries, decisions, policy }: Pathway): Reach => ({
  facts,
  kinds: entries,
  inside: null,
  proposed: null,
  above: decisions,
  policy,
})

const mentionsToday = (node: DateTerm | NumberTerm | Condition): boolean =>
  node.kind === 'as-of' || childrenOf(node).some(mentionsToday)

/** What is due counts from an event, never from the day on which it is asked for. */
function eventDate(draw: Draw, reach: Reach): DateTerm {
  const kind = draw.pick(reach.kinds)
  // Mostly one that there is: what is not dated is not put into any order.
  const among = (edge: 'latest-date' | 'first-date'): DateTerm => ({
    kind: edge,
    entry: kind,
    where: { kind: 'always' },
  })
  const found = among(draw.chance(70) ? 'latest-date' : 'first-date')
  const date = draw.chance(40) ? dateTerm(draw, reach, 1) : found
  return mentionsToday(date) ? found : date
}

function step(draw: Draw, id: string, reach: Reach): Step {
  const days = (...of: readonly number[]) =>
    draw.chance(25) ? draw.pick(reach.policy) : ({ kind: 'number', value: draw.pick(of) } as const)
  return {
    kind: 'step',
    id,
    label: id,
    text: 'made up',
    // Most of them are called for, or nothing would have to be put into an order.
    when: draw.chance(40) ? condition(draw, reach, 2) : { kind: 'always' },
    owner: 'nurse',
    urgency: draw.times(0, 2, () => ({ when: condition(draw, reach, 1), is: draw.pick(urgencies) })),
    anchors: draw.times(1, 2, (i) => ({ name: `${id}.anchor${i}`, date: eventDate(draw, reach) })),
    window: { opens: days(0, 0, 0, 5), due: days(0, 1, 3), overdue: days(0, 30, 30, 500) },
    settles: draw.subset([...reach.facts, ...reach.kinds], 0).slice(0, 3),
    rules: [`${id}.rule`],
    because,
  }
}

const alert = (draw: Draw, id: string, reach: Reach): Alert => ({
  kind: 'alert',
  id,
  severity: draw.pick(['info', 'warning', 'critical']),
  when: condition(draw, reach, 1),
  text: 'made up',
  rules: [],
  because,
})

const collection = (draw: Draw, reach: Reach): Collection => ({
  kind: 'collection',
  id: 'listed',
  asks: 'What holds?',
  items: draw.times(1, 4, (i) => ({
    id: `item${i}`,
    when: condition(draw, reach, 2),
    detail: {},
    text: 'made up',
    because,
  })),
})

function ranking(draw: Draw, reach: Reach): Ranking {
  const features = (id: string) =>
    draw.times(0, 3, (i) => ({ label: `${id}${i}`, when: condition(draw, reach, 1), weight: draw.int(1, 2) }))
  return {
    kind: 'ranking',
    id: 'ranked',
    asks: 'Which could it be?',
    candidates: ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      label: id,
      for: features(`${id}.for`),
      against: features(`${id}.against`),
      test: 'made up',
      because,
    })),
  }
}

/** Small random pathways that also say what is to be done, what must be said, what holds and what it could be. */
export const casesWithSteps: fc.Arbitrary<Case> = drawn((draw) => {
  const plain = pathway(draw)
  const reach = reachOf(plain)
  const made: Pathway = {
    ...plain,
    steps: draw.times(3, 7, (i) => step(draw, `step${i}`, reach)),
    alerts: draw.times(1, 4, (i) => alert(draw, `alert${i}`, reach)),
    collections: [collection(draw, reach)],
    rankings: [ranking(draw, reach)],
  }
  const asOf = draw.pick(daysAsked)
  const one: Case = { pathway: made, chart: chart(draw, made, asOf), asking: { asOf, policy: {} } }
  return { ...one, [fc.toStringMethod]: () => written(one) }
})
