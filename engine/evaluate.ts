import {
  type Advice,
  type Asking,
  boldnessOf,
  type Chart,
  type Day,
  type Decided,
  type Decision,
  type DetailValue,
  formatDay,
  type Listed,
  type Pathway,
  type Span,
} from '@facialis/language'
import { bearsOtherwiseFrom, patientDecisions } from './bearing.ts'
import { becauseOf, whyNotOf } from './because.ts'
import { detailsOf, exceptionsOf, toConfirm } from './details.ts'
import { heardBy } from './heard.ts'
import { collected, rankingValue } from './lists.ts'
import { missingIn } from './missing.ts'
import { gateFactsOf } from './next.ts'
import { diagramsOf } from './open/diagrams.ts'
import { questionsOf } from './questions.ts'
import { resolve } from './resolve.ts'
import { nextSteps, raisedAlerts } from './steps.ts'
import { canOpenByItself, daysFrom, firstDay } from './time.ts'
import { waysOut } from './ways-out.ts'
import type { World } from './world.ts'

/**
 * Everything the pathway says about one person on one day, with its reasons.
 * Pure, deterministic and total: the same arguments give the same bytes, and no chart makes it throw.
 */
export function evaluate(pathway: Pathway, chart: Chart, asking: Asking): Advice {
  // Later days are asked with what is known today: a statement dated ahead is a new fact when its day comes.
  const today = knownOn(chart, asking.asOf)
  const resolved = resolve(pathway, chart, asking)
  const at = daysFrom(today === chart ? resolved : resolve(pathway, today, asking), (day) =>
    resolve(pathway, today, { ...asking, asOf: day }),
  )
  const now = at(asking.asOf)
  const { world, saysTheSame } = heardBy(now)
  const diagrams = diagramsOf(world)
  const withWaysOut = waysOut({ world, diagrams, at })
  const missingOf = missingIn(world, diagrams)
  const decisions: Record<string, Decided | Listed> = {}

  for (const decision of patientDecisions(pathway)) {
    const answer = world.answer(decision, null)
    const reasons = becauseOf(decision, world, null)
    decisions[decision.id] = {
      answer,
      detail: { ...detailsOf(decision.detail, world, null), ...gateDetail(decision, world, at) },
      because: decision.body.kind === 'gate' ? withWaysOut(reasons, decision.body) : reasons,
      missing: missingOf(decision),
      whyNot: whyNotOf(decision, world, reasons),
    }
  }
  for (const collection of pathway.collections) {
    const found = collected(collection, world, (item) => detailsOf(item.detail, world, null))
    decisions[collection.id] = { ...found, detail: {}, whyNot: {} }
  }
  for (const ranking of pathway.rankings)
    decisions[ranking.id] = { answer: rankingValue(ranking, world), detail: {}, because: [], missing: [], whyNot: {} }

  const steps = nextSteps(world, gateFactsOf(pathway, missingOf))
  const alerts = raisedAlerts(world)
  const bearsOtherwise = bearsOtherwiseFrom(now)
  const changes = firstDay(now.clock.next, at, (then) => !saysTheSame(then) && bearsOtherwise(then))
  return {
    pathway: pathway.id,
    version: pathway.version,
    status: pathway.status,
    asOf: formatDay(asking.asOf),
    holdsUntil: changes === null ? null : formatDay(changes),
    decisions,
    nextSteps: steps,
    alerts,
    missing: questionsOf(world, diagrams, missingOf),
    conflicts: world.conflicts,
    ignored: [...(chart.ignored ?? []), ...resolved.ignored],
  }
}

/** The chart without what is dated wholly after the day; the chart itself when nothing is. */
function knownOn(chart: Chart, day: Day): Chart {
  const known = ({ date }: Readonly<{ date: Span | null }>): boolean => date === null || date.lo <= day
  if ([chart.observations, chart.screens, chart.entries].every((list) => list.every(known))) return chart
  return {
    observations: chart.observations.filter(known),
    screens: chart.screens.filter(known),
    entries: chart.entries.filter(known),
  }
}

function gateDetail(decision: Decision, world: World, at: (day: Day) => World): Record<string, DetailValue> {
  if (decision.body.kind !== 'gate') return {}
  return {
    opensOn: canOpenByItself(decision, world) ? opensOn(decision, world.answer(decision, null), world.asOf, at) : null,
    ...exceptionsOf(decision.body, world),
    confirmAtSession: toConfirm(decision.body, world),
  }
}

/** The first day on which time alone makes the gate bolder; null when it never does. */
function opensOn(decision: Decision, answer: string, asOf: Day, at: (day: Day) => World): string | null {
  if (answer !== decision.answers[0]) return null
  const shut = boldnessOf(decision, answer)
  const day = firstDay(asOf, at, (world) => boldnessOf(decision, world.answer(decision, null)) > shut)
  return day === null ? null : formatDay(day)
}
