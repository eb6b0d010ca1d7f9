import {
  all,
  any,
  type Condition,
  type Decision,
  decided,
  established,
  type Fact,
  factsOf,
  not,
  type OpenDecision,
  type Step,
} from '@facialis/language'

type Wanted = 'yes' | 'no'

/**
 * As conditions of the pathway's own language: that a step is called for which can move something that keeps a condition from being
 * `yes` (or `no`). Parts that stand as wanted are not in the way, so a step that can only move those does not count. Where a
 * decision first awaits another one, what moves that one leads on.
 */
export function waysOutBy(steps: readonly Step[], decisions: readonly OpenDecision[]) {
  // What is awaited is followed straight: it may itself rest on what awaits it.
  const straight = waysBy(steps, new Map())
  return waysBy(
    steps,
    new Map(
      decisions.flatMap(({ decision, awaits }) =>
        awaits === undefined
          ? []
          : [
              [
                decision,
                all(
                  isOneOf(awaits.decision, awaits.open),
                  any(...awaits.wanted.map((to) => straight.wayTo(awaits.decision, to))),
                ),
              ] as const,
            ],
      ),
    ),
  )
}

function waysBy(steps: readonly Step[], awaited: ReadonlyMap<Decision, Condition>) {
  const settling = Map.groupBy(
    steps.flatMap((step) => step.settles.map(({ id }) => ({ id, step }))),
    ({ id }) => id,
  )
  const called = (names: ReadonlySet<string>): Condition => {
    const moving = new Set([...names].flatMap((name) => (settling.get(name) ?? []).map(({ step }) => step)))
    return any(...[...moving].map(({ when }) => established(when)))
  }
  const known = new Map<Condition, Partial<Record<Wanted, Condition>>>()
  const wayOut = (of: Condition, wanted: Wanted): Condition => {
    const before = known.get(of) ?? {}
    const so = before[wanted] ?? all(not(established(wanted === 'yes' ? of : not(of))), through(of, wanted))
    known.set(of, { ...known.get(of), [wanted]: so })
    return so
  }
  const through = (of: Condition, wanted: Wanted): Condition => {
    switch (of.kind) {
      case 'all':
      case 'any':
        return any(...of.of.map((part) => wayOut(part, wanted)))
      case 'not':
        return wayOut(of.of, wanted === 'yes' ? 'no' : 'yes')
      case 'established':
      case 'named':
        return wayOut(of.of, wanted)
      case 'decided': {
        const { decision, answers } = of
        const to = decision.answers.filter((answer) => answers.includes(answer) === (wanted === 'yes'))
        return any(...to.map((answer) => wayTo(decision, answer)))
      }
      case 'some':
        return called(new Set([of.entry.id, ...namesIn(of.where)]))
      case 'recent':
        return called(new Set([of.entry.id, ...namesIn(of.where), ...namesIn(of.holds)]))
      case 'compare':
        return turnsByWaiting(of, wanted) ? any(standsNow(of, wanted), called(namesIn(of))) : called(namesIn(of))
      default:
        return called(namesIn(of))
    }
  }
  /** The same of a decision: something is called for that can move what keeps it from this answer. */
  const wayTo = (decision: Decision, answer: string): Condition =>
    any(straightTo(decision, answer), awaited.get(decision) ?? any())
  const straightTo = (decision: Decision, answer: string): Condition => {
    const { body } = decision
    // An answer left open is not known to be another one.
    const isThere = established(isOneOf(decision, [answer]))
    switch (body.kind) {
      case 'gate':
        return all(
          not(isThere),
          any(
            ...body.needs.map(({ needs }) => wayOut(needs, 'yes')),
            // Not asked yet at the chair, it is in nobody's way.
            ...body.limits.map(({ when, atChair }) =>
              atChair ? all(established(when), wayOut(when, 'no')) : wayOut(when, 'no'),
            ),
          ),
        )
      case 'fold': {
        const rules = body.each.body.kind === 'ranked' ? body.each.body.rules : []
        return all(not(isThere), called(new Set([body.entry.id, ...rules.flatMap(({ when }) => [...namesIn(when)])])))
      }
      case 'ranked':
        return all(
          not(isThere),
          any(
            ...body.rules.flatMap((rule, rank) =>
              rule.answer === answer
                ? [wayOut(rule.when, 'yes'), ...body.rules.slice(0, rank).map((above) => wayOut(above.when, 'no'))]
                : [],
            ),
          ),
        )
      default:
        return body satisfies never
    }
  }
  return { wayOut, wayTo }
}

export const isOneOf = (decision: Decision, answers: readonly string[]): Condition =>
  decided(decision, ...(answers as readonly never[] as [never]))

/** Whether it is known to be the other way now: of what only has to last, the day on which it turns is known as well. */
const standsNow = (of: Condition, wanted: Wanted): Condition => established(wanted === 'no' ? of : not(of))

/** What has lasted too short a time by today lasts long enough one day. */
function turnsByWaiting({ left, op }: Extract<Condition, { kind: 'compare' }>, wanted: Wanted): boolean {
  const isElapsed = (left.kind === 'days-between' || left.kind === 'years-between') && left.to.kind === 'as-of'
  return isElapsed && (op === '<' || op === '<=') === (wanted === 'no')
}

/** Facts about the person, and kinds of entries, that a condition looks at. */
const namesIn = (condition: Condition): ReadonlySet<string> =>
  new Set([...factsOf(condition)].map(({ id, scope }: Fact) => (scope === 'patient' ? id : scope)))
