import type { Asking, Because, Chart, Decision, Pathway } from '@facialis/language'
import { resolve } from '../chart/resolve.ts'
import { becauseOf } from '../explain/because.ts'
import { createWorld } from '../world/create-world.ts'

/** Why these decisions come out as they do, without the rest of the advice. A gate that stands open needs no reason. */
export function reasonsOf(
  pathway: Pathway,
  chart: Chart,
  { asking, of }: Readonly<{ asking: Asking; of: readonly Decision[] }>,
): readonly (readonly Because[])[] {
  const world = createWorld(resolve(pathway, chart, asking))
  const isOpen = (decision: Decision): boolean =>
    decision.body.kind === 'gate' && world.answer(decision, null) === decision.answers.at(-1)
  return of.map((decision) => (isOpen(decision) ? [] : becauseOf(decision, world, null)))
}
