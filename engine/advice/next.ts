import type { Advice, Asking, Chart, Pathway } from '@facialis/language'
import { resolve } from '../chart/resolve.ts'
import { nextSteps } from '../explain/steps.ts'
import { diagramsOf } from '../missing/diagrams.ts'
import { type MissingOf, missingIn } from '../missing/missing.ts'
import { questionsOf } from '../missing/questions.ts'
import { patientDecisions } from '../validity/advice-parts.ts'
import { createWorld } from '../world/create-world.ts'

/** Of advice, what to do and what to ask next, both ranked; without the reasons, and in a part of the time. */
export function nextOf(pathway: Pathway, chart: Chart, asking: Asking): Pick<Advice, 'nextSteps' | 'missing'> {
  const world = createWorld(resolve(pathway, chart, asking))
  const diagrams = diagramsOf(world)
  const missingOf = missingIn(world, diagrams)
  return {
    nextSteps: nextSteps(world, gateFactsOf(pathway, missingOf)),
    missing: questionsOf(world, diagrams, missingOf),
  }
}

/** What is missing of the gates that stand for themselves: steps that settle one of these come first. */
export const gateFactsOf = (pathway: Pathway, missingOf: MissingOf): ReadonlySet<string> =>
  new Set(
    patientDecisions(pathway).flatMap((decision) =>
      decision.body.kind === 'gate' && !decision.body.behind ? missingOf(decision) : [],
    ),
  )
