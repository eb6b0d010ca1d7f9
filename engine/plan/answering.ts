import type { OfEntry } from './kernel.ts'
import type { Run } from './memo.ts'
import type { NodeIndex, PlannedBody, PlannedDecision } from './plan.ts'
import type { Made } from './reading.ts'
import type { Sheet } from './sheet.ts'

/** The decisions of a plan over functions that answer its nodes; each decision is answered once a run and entry. */
export function answering(
  plan: Made,
  asks: readonly OfEntry[],
  now: Run & Readonly<{ sheet: Sheet }>,
  during: (decision: number) => Run = () => now,
) {
  const runs: number[][] = []
  const answers: number[][] = []
  const lasts: Run[] = []

  const answer = (decision: number, entry: number): number => {
    const { within, body } = plan.decisions[decision] as PlannedDecision
    const at = within === null ? 0 : entry
    let run = runs[decision]
    if (run === undefined) {
      run = []
      runs[decision] = run
      answers[decision] = []
      lasts[decision] = during(decision)
    }
    const known = answers[decision] as number[]
    const last = lasts[decision] as Run
    if (run[at] === last.run) return known[at] as number
    const found = answered(body, entry)
    known[at] = found
    run[at] = last.run
    return found
  }
  const truth = (node: NodeIndex, entry: number): number => (asks[node] as OfEntry)(entry)

  const answered = (body: PlannedBody, entry: number): number => {
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
        const count = now.sheet.counts[body.room] as number
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
