import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { cause } from '@facialis/knowledge/decisions/cause.ts'
import { postParalytic } from '@facialis/knowledge/decisions/course.ts'
import { decompression } from '@facialis/knowledge/decisions/decompression.ts'
import { imaging } from '@facialis/knowledge/decisions/imaging.ts'
import { phenotype } from '@facialis/knowledge/decisions/phenotype.ts'
import { ruleOuts } from '@facialis/knowledge/decisions/rule-outs.ts'
import { stage } from '@facialis/knowledge/decisions/stage.ts'
import { handOvers } from '@facialis/knowledge/steps/index.ts'
import type { Decision, NextStep } from '@facialis/language'
import type { World } from '../../engine/world.ts'

/** Answers that leave something open, and the answers one wants to get to from there. */
export const stuck: readonly (readonly [Decision, readonly string[], readonly string[]])[] = [
  ...ruleOuts.map((d) => [d, ['open', 'positive'], ['cleared']] as const),
  [imaging, ['order', 'inadequate-repeat'], ['adequate']],
  [phenotype, ['undetermined'], ['typical', 'atypical', 'post-paralytic', 'bilateral', 'mimic']],
  [cause, ['undetermined', 'under-review'], ['vascular-presumed', 'secondary']],
  [decompression, ['not-candidate', 'treat-cause-first'], ['consider', 'candidate']],
]

/** Not for surgery because a palsy came first: final, with injections as the other treatment. */
export const isFinal = (decision: Decision, world: World): boolean =>
  decision === decompression && world.truth(postParalytic, null) === 'yes'

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
