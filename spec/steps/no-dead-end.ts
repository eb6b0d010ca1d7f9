import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { stage } from '@facialis/knowledge/decisions/stage.ts'
import { openDecisions } from '@facialis/knowledge/impasses.ts'
import { handOvers } from '@facialis/knowledge/steps/index.ts'
import type { NextStep, OpenDecision } from '@facialis/language'
import type { World } from '../../engine/world/world.ts'

export const stuck = openDecisions.filter(({ decision }) => decision.body.kind !== 'gate')

/** Final, with another treatment. */
export const isFinal = ({ final }: OpenDecision, world: World): boolean =>
  final !== undefined && world.truth(final, null) === 'yes'

export const settling = (steps: readonly NextStep[]): Set<string> =>
  new Set(
    pathway.steps
      .filter((step) => steps.some((s) => s.id === step.id))
      .flatMap((step) => step.settles.map((settled) => settled.id)),
  )
/** Closed, or with another team: an owner is named and the way back is a step of its own. */
export const passedOn = (steps: readonly NextStep[], world: World): boolean =>
  world.answer(stage, null) === 'closed' ||
  (world.answer(stage, null) === 'other-pathway' && steps.some((step) => handOvers.has(step.id))) ||
  steps.some((step) => ['paediatric-neurology', 'return-referral'].includes(step.id))
export const meets = (one: Set<string>, other: Set<string>): boolean => [...one].some((id) => other.has(id))
