import type { Decision } from '@facialis/language'

/** Where a person can stand, from the first to the last: rules are written with the latest stage on top. */
export function stagesOf(stage: Decision): readonly string[] {
  const { body } = stage
  if (body.kind !== 'ranked') return stage.answers
  const upwards = [body.otherwise.answer, ...body.rules.toReversed().map(({ answer }) => answer)]
  return [...new Set(upwards)]
}
