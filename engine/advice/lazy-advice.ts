import {
  type Advice,
  boldnessOf,
  type Day,
  type Decided,
  type Decision,
  formatDay,
  type Listed,
} from '@facialis/language'
import { sortSteps } from '../explain/steps.ts'
import { lazy, lazyProperties } from '../ground/lazy-properties.ts'
import { diagramsOf } from '../missing/diagrams.ts'
import { missingIn } from '../missing/missing.ts'
import { questionsOf } from '../missing/questions.ts'
import { advicePartsOf, type DecisionParts } from '../validity/advice-parts.ts'
import { holdsUntil } from '../validity/holds-until.ts'
import type { OpenChart } from '../validity/open-chart.ts'
import { canOpenByItself, firstDayWhere } from '../validity/time-dependence.ts'
import { trackReads } from '../validity/track-reads.ts'
import type { World } from '../world/world.ts'
import { gateFactsOf } from './next.ts'
import { waysOut } from './ways-out.ts'

/** Advice whose parts are computed on first read: most callers read a few answers, one or two reasons and the steps. */
export function lazyAdvice(opened: OpenChart): Advice {
  const { pathway, chart, asking, resolved, at, now } = opened
  const heard = trackReads(now)
  const { world } = heard
  const bearing = advicePartsOf(world)
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
      const day = holdsUntil({ now, heard, bearing, at, allAsked: () => allAsked(opened) })
      return day === null ? null : formatDay(day)
    },
    decisions: () => lazyProperties(Object.fromEntries(told)),
    nextSteps: () => sortSteps(bearing.steps(), pathway, gateFactsOf(pathway, unknowns().missingOf)),
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

type Context = Readonly<{ world: World; at: (day: Day) => World; unknowns: () => ReturnType<typeof unknownsOf> }>

function decidedOf({ decision, content, because, whyNot }: DecisionParts, { world, at, unknowns }: Context): Decided {
  const { body } = decision
  return lazyProperties<Omit<Decided, 'by'>>({
    answer: () => world.answer(decision, null),
    detail: () => {
      const { answer, detail, ofGate } = content()
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
  const day = firstDayWhere(asOf, at, (world) => boldnessOf(decision, world.answer(decision, null)) > shut)
  return day === null ? null : formatDay(day)
}

/** The same person, of whom everything was asked that advice says of this day. */
function allAsked(opened: OpenChart): World {
  const now = opened.at(opened.asking.asOf)
  const { decisions, nextSteps, alerts, missing } = lazyAdvice({ ...opened, now })
  for (const { answer, detail, because, missing, whyNot } of Object.values(decisions))
    void [answer, detail, because, missing, whyNot]
  void [nextSteps, alerts, missing]
  return now
}
