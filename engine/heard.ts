import type { Condition, DateTerm, Day, Decision, NumberTerm } from '@facialis/language'
import { onceFor } from './once-for.ts'
import type { Measured } from './plan/measured.ts'
import { decisionTurns, movesWithTime, turnsWithTime } from './time.ts'
import type { Counted, World } from './world.ts'

type Asked = Condition | Decision | DateTerm | NumberTerm | Day

/**
 * A world that remembers what it was asked. Whatever is said from its answers and from a chart that stands the same is
 * said on every other day that gives the same answers. What no day can turn is not asked again.
 */
export type Heard = Readonly<{ world: World; saysTheSame: (then: World) => boolean }>

export function heardBy(now: World): Heard {
  const again: ((then: World) => boolean)[] = []
  const noted = new Map<Counted | null, Set<Asked>>()
  /** A date that reaches up to the day may be written otherwise on another one. */
  let restsOnToday = false
  const note = (asked: Asked, scope: Counted | null, isSame: (then: World) => boolean): void => {
    let inScope = noted.get(scope)
    if (inScope === undefined) {
      inScope = new Set()
      noted.set(scope, inScope)
    }
    if (inScope.has(asked)) return
    inScope.add(asked)
    again.push(isSame)
  }
  const world: World = {
    ...now,
    truth: (condition, scope) => {
      const truth = now.truth(condition, scope)
      if (turnsWithTime(condition)) note(condition, scope, (then) => then.truth(condition, scope) === truth)
      return truth
    },
    answer: (decision, scope) => {
      const answer = now.answer(decision, scope)
      if (decisionMayTurn(decision).turns) note(decision, scope, (then) => then.answer(decision, scope) === answer)
      return answer
    },
    measured: (term, scope) => {
      const value = now.measured(term, scope)
      if (typeof value !== 'string' && value.lo < value.hi && value.hi === now.asOf) restsOnToday = true
      if (movesWithTime(term)) note(term, scope, (then) => isSameMeasure(then.measured(term, scope), value))
      return value
    },
    isAfter: (day) => {
      const isPast = now.isAfter(day)
      note(day, null, (then) => then.isAfter(day) === isPast)
      return isPast
    },
  }
  return {
    world,
    saysTheSame: (then) =>
      !restsOnToday &&
      then.facts === now.facts &&
      then.entries === now.entries &&
      again.every((isSame) => isSame(then)),
  }
}

const decisionMayTurn = onceFor((decision: Decision) => ({ turns: decisionTurns(decision) }))

const isSameMeasure = (one: Measured, other: Measured): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.lo === other.lo && one.hi === other.hi
