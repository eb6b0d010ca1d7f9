import {
  type Advice,
  type Asking,
  boldnessOf,
  type Chart,
  type Day,
  type Decided,
  type Decision,
  formatDay,
  type Listed,
  type Pathway,
  type Span,
} from '@facialis/language'
import { bearingOf, bearsOtherwise, type Reasoned, type Telling } from './bearing.ts'
import { toConfirm } from './details.ts'
import { heardBy } from './heard.ts'
import { missingIn } from './missing.ts'
import { gateFactsOf } from './next.ts'
import { diagramsOf } from './open/diagrams.ts'
import { questionsOf } from './questions.ts'
import { resolve } from './resolve.ts'
import { inOrder } from './steps.ts'
import { canOpenByItself, daysFrom, firstDay, notSoUntil } from './time.ts'
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
  const { world, turnedBy } = heardBy(now)
  const diagrams = diagramsOf(world)
  const withWaysOut = waysOut({ world, diagrams, at })
  const missingOf = missingIn(world, diagrams)
  const bearing = bearingOf(world)
  const decisions: Record<string, Decided | Listed> = {}

  for (const [i, telling] of bearing.decisions().entries()) {
    const { decision, answer, detail } = telling
    const { because, whyNot } = bearing.reasons()[i] as Reasoned
    const { body } = decision
    decisions[decision.id] = {
      answer,
      detail: { ...detail, ...gateDetail(telling, world, at) },
      because: body.kind === 'gate' ? withWaysOut(because, body) : because,
      missing: missingOf(decision),
      whyNot,
    }
  }
  for (const { id, answer, because, missing } of bearing.collections())
    decisions[id] = { answer, because, missing, detail: {}, whyNot: {} }
  for (const { id, answer } of bearing.rankings())
    decisions[id] = { answer, detail: {}, because: [], missing: [], whyNot: {} }

  const steps = inOrder(bearing.steps(), pathway, gateFactsOf(pathway, missingOf))
  const alerts = bearing.alerts()
  const changes = notSoUntil(now.clock.next, at, (then) => {
    const turned = turnedBy(then)
    if (turned === 'nothing') return false
    const called = turned === 'anything' ? pathway.steps : bearing.steps().map(({ step }) => step)
    return bearsOtherwise(bearing, bearingOf(then, called))
  })
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

function gateDetail(
  { decision, answer, exceptions }: Telling,
  world: World,
  at: (day: Day) => World,
): Telling['detail'] {
  if (decision.body.kind !== 'gate') return {}
  return {
    opensOn: canOpenByItself(decision, world) ? opensOn(decision, answer, world.asOf, at) : null,
    ...exceptions,
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
