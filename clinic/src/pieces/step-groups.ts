import type { NextStep } from '@facialis/language'

/** Steps as a page lists them: one by one, or several of a kind on one line that opens. */
export type StepGroup = Readonly<{ kind: 'one' | 'alike' | 'later'; steps: readonly NextStep[] }>

/** So many of a kind are told one by one; more are one line. */
const few = 2

/**
 * The order of the advice, with routine steps of one place and one day on one line, and what is not yet due at the
 * end. The first step always stands by itself.
 */
export function groupedSteps(steps: readonly NextStep[], placeOf: (step: NextStep) => string): readonly StepGroup[] {
  const [first, ...rest] = steps
  if (first === undefined) return []
  const later = rest.filter(isLater)
  const groups = new Map<string, NextStep[]>()
  for (const step of rest.filter((one) => !isLater(one))) {
    const kind = step.urgency === 'routine' ? `${placeOf(step)} ${step.dueBy}` : step.id
    groups.set(kind, [...(groups.get(kind) ?? []), step])
  }
  return [
    one(first),
    ...[...groups.values()].flatMap((alike) =>
      alike.length > few ? [{ kind: 'alike' as const, steps: alike }] : alike.map(one),
    ),
    ...(later.length === 1 ? later.map(one) : later.length > 1 ? [{ kind: 'later' as const, steps: later }] : []),
  ]
}

const one = (step: NextStep): StepGroup => ({ kind: 'one', steps: [step] })
const isLater = (step: NextStep): boolean => step.state === 'early' && step.urgency === 'routine'
