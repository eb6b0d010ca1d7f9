import type { PlanShape } from './cell-reader.ts'
import type { EntryFunction } from './kernel.ts'
import type { Epoch } from './memo.ts'
import type { NodeIndex, PlannedBody, PlannedDecision } from './plan.ts'
import type { Sheet } from './sheet.ts'

/** Evaluates the decisions of a plan over its node functions. Each answer is cached for one epoch and entry. */
export function decisionEvaluator(
  plan: PlanShape,
  asks: readonly EntryFunction[],
  now: Epoch & Readonly<{ sheet: Sheet }>,
  epochOf: (decision: number) => Epoch = () => now,
) {
  const runs: number[][] = []
  const answers: number[][] = []
  const epochRefs: Epoch[] = []

  const answer = (decision: number, entry: number): number => {
    const { within, body } = plan.decisions[decision] as PlannedDecision
    const at = within === null ? 0 : entry
    let epochs = runs[decision]
    if (epochs === undefined) {
      epochs = []
      runs[decision] = epochs
      answers[decision] = []
      epochRefs[decision] = epochOf(decision)
    }
    const known = answers[decision] as number[]
    const last = epochRefs[decision] as Epoch
    if (epochs[at] === last.epoch) return known[at] as number
    const found = evaluateBody(body, entry)
    known[at] = found
    epochs[at] = last.epoch
    return found
  }
  const truth = (node: NodeIndex, entry: number): number => (asks[node] as EntryFunction)(entry)

  const evaluateBody = (body: PlannedBody, entry: number): number => {
    switch (body.kind) {
      case 'ranked':
        return ranked(body, 0, entry)
      case 'gate': {
        let level = body.behind === null ? 0 : 2 - answer(body.behind, entry)
        for (const need of body.needs) {
          if (level === 2) return 0
          if (truth(need, entry) !== 2) level = 2
        }
        for (const limit of body.limits) {
          if (level === 2) return 0
          const met = truth(limit.when, entry)
          if (met !== 0) level = Math.max(level, met === 2 ? limit.ifYes : limit.ifUnknown)
        }
        return 2 - level
      }
      case 'fold': {
        let found = 0
        const count = now.sheet.counts[body.entryKind] as number
        for (let i = 0; i < count; i++) found |= 1 << answer(body.each, i)
        for (const { each, answer } of body.join) if ((found >>> each) & 1) return answer
        return body.otherwise
      }
      default:
        return body satisfies never
    }
  }

  /** A rule that is not known yields the meet of its answer and what follows. */
  const ranked = (body: Extract<PlannedBody, { kind: 'ranked' }>, from: number, entry: number): number => {
    for (let i = from; i < body.rules.length; i++) {
      const rule = body.rules[i] as (typeof body.rules)[number]
      const holds = truth(rule.when, entry)
      if (holds === 2) return rule.answer
      if (holds === 1) return body.meets[rule.answer]?.[ranked(body, i + 1, entry)] as number
    }
    return body.otherwise
  }

  return {
    answer,
    all: (): readonly number[] => plan.decisions.map(({ within }, i) => (within === null ? answer(i, 0) : -1)),
  }
}
