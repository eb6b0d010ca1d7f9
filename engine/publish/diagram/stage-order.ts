import type { Decision } from '@facialis/language'

/** The stages from first to last: the rules are written with the latest stage on top. */
export function stageOrder(stage: Decision): readonly string[] {
  const { body } = stage
  if (body.kind !== 'ranked') return stage.answers
  const upwards = [body.otherwise.answer, ...body.rules.toReversed().map(({ answer }) => answer)]
  return [...new Set(upwards)]
}
