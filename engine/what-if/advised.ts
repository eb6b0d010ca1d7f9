import {
  type Condition,
  type Decision,
  decide,
  established,
  memoiseWeak,
  otherwise,
  ownJudgement,
  type Pathway,
  rule,
} from '@facialis/language'

/** A pathway of which many people can be asked at once also whether a step is called for and an alert raised. */
export type Advised = Readonly<{
  pathway: Pathway
  /** One for each step and each alert, in their order: 1 when it is. */
  calls: readonly Decision[]
  raises: readonly Decision[]
}>

/** Made once for each pathway. What many people are asked at once are decisions, so these become some. */
export const advisedOf: (pathway: Pathway) => Advised = memoiseWeak((pathway) => {
  const calls = pathway.steps.map(({ id, when }) => isSo(`step ${id}`, when))
  const raises = pathway.alerts.map(({ id, when }) => isSo(`alert ${id}`, when))
  return { pathway: { ...pathway, decisions: [...pathway.decisions, ...calls, ...raises] }, calls, raises }
})

const because = ownJudgement('what is asked here is whether the condition itself holds')

/** Not known counts as not so, as it does for steps and alerts. */
const isSo = (id: string, condition: Condition): Decision =>
  decide<string>(id, {
    asks: id,
    answers: ['no', 'yes'],
    rests: 'on what is established',
    rules: [rule('yes', established(condition)).answers('yes').because('', because)],
    otherwise: otherwise('no', 'no', '', because),
  })
