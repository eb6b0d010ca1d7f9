import {
  type Advice,
  boldnessOf,
  type Day,
  type Decided,
  type Decision,
  formatDay,
  type Listed,
} from '@facialis/language'
import { type Bears, bearingOf } from '../days/bearing.ts'
import { heardBy } from '../days/heard.ts'
import { holdingUntil } from '../days/holding-until.ts'
import type { Opened } from '../days/opened.ts'
import { canOpenByItself, firstDay } from '../days/time.ts'
import { lazy, lazyProperties } from '../ground/lazy-properties.ts'
import { diagramsOf } from '../open/diagrams.ts'
import { missingIn } from '../open/missing.ts'
import { questionsOf } from '../open/questions.ts'
import { inOrder } from '../told/steps.ts'
import type { World } from '../world/world.ts'
import { gateFactsOf } from './next.ts'
import { waysOut } from './ways-out.ts'

/**
 * Advice of which each part is worked out when it is first read: most who ask read a few answers, the reasons of one or
 * two and the steps, and hardly anybody all there is.
 */
export function adviceWhenRead(opened: Opened): Advice {
  const { pathway, chart, asking, resolved, at, now } = opened
  const heard = heardBy(now)
  const { world } = heard
  const bearing = bearingOf(world)
  const unknowns = lazy(() => unknownsOf(world, at))
  const { decisions, collections, rankings } = bearing
  const told: readonly (readonly [string, () => Decided | Listed])[] = [
    ...decisions.map((one) => [one.decision.id, () => decidedOf(one, { world, at, unknowns })] as const),
    ...collections.map(({ of, made }) => [of.id, () => ({ ...made(), detail: {}, whyNot: {} })] as const),
    ...rankings.map(
      ({ of, made }) => [of.id, () => ({ answer: made(), detail: {}, because: [], missing: [], whyNot: {} })] as const,
    ),
  ]
  return lazyProperties<Advice>({
    pathway: () => pathway.id,
    version: () => pathway.version,
    status: () => pathway.status,
    asOf: () => formatDay(asking.asOf),
    holdsUntil: () => {
      const day = holdingUntil({ now, heard, bearing, at, allAsked: () => allAsked(opened) })
      return day === null ? null : formatDay(day)
    },
    decisions: () => lazyProperties(Object.fromEntries(told)),
    nextSteps: () => inOrder(bearing.steps(), pathway, gateFactsOf(pathway, unknowns().missingOf)),
    alerts: bearing.alerts,
    missing: () => questionsOf(world, unknowns().diagrams, unknowns().missingOf),
    conflicts: () => now.conflicts,
    ignored: () => [...(chart.ignored ?? []), ...resolved.ignored],
  })
}

/** What is not known, and what it would do to learn it. */
function unknownsOf(world: World, at: (day: Day) => World) {
  const diagrams = diagramsOf(world)
  return { diagrams, missingOf: missingIn(world, diagrams), withWaysOut: waysOut({ world, diagrams, at }) }
}

type Around = Readonly<{ world: World; at: (day: Day) => World; unknowns: () => ReturnType<typeof unknownsOf> }>

function decidedOf({ decision, telling, because, whyNot }: Bears, { world, at, unknowns }: Around): Decided {
  const { body } = decision
  return lazyProperties<Omit<Decided, 'by'>>({
    answer: () => world.answer(decision, null),
    detail: () => {
      const { answer, detail, ofGate } = telling()
      if (body.kind !== 'gate') return { ...detail }
      const opens = canOpenByItself(decision, world) ? opensOn(decision, answer, world.asOf, at) : null
      return { ...detail, opensOn: opens, ...ofGate }
    },
    because: () => (body.kind === 'gate' ? unknowns().withWaysOut(because(), body) : because()),
    missing: () => unknowns().missingOf(decision),
    whyNot,
  })
}

/** The first day on which time alone makes the gate bolder; null when it never does. */
function opensOn(decision: Decision, answer: string, asOf: Day, at: (day: Day) => World): string | null {
  if (answer !== decision.answers[0]) return null
  const shut = boldnessOf(decision, answer)
  const day = firstDay(asOf, at, (world) => boldnessOf(decision, world.answer(decision, null)) > shut)
  return day === null ? null : formatDay(day)
}

/** The same person, of whom everything was asked that advice says of this day. */
function allAsked(opened: Opened): World {
  const now = opened.at(opened.asking.asOf)
  const { decisions, nextSteps, alerts, missing } = adviceWhenRead({ ...opened, now })
  for (const { answer, detail, because, missing, whyNot } of Object.values(decisions))
    void [answer, detail, because, missing, whyNot]
  void [nextSteps, alerts, missing]
  return now
}
