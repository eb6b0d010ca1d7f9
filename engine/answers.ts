import type { Chart, Pathway } from '@facialis/language'
import { openWorld } from './decide.ts'
import { resolve } from './resolve.ts'
import type { Asking } from './statements.ts'

/** The answer of every decision about the person, without explanation; in the pathway's order. */
export function answersOf(pathway: Pathway, chart: Chart, asking: Asking): Readonly<Record<string, string>> {
  const world = openWorld(resolve(pathway, chart, asking))
  const answers: Record<string, string> = {}
  for (const decision of pathway.decisions)
    if (decision.scope === 'patient') answers[decision.id] = world.answer(decision, null)
  return answers
}
