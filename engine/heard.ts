import type { DateTerm, Day, NumberTerm } from '@facialis/language'
import type { Measured } from './plan/measured.ts'
import { movesWithTime } from './time.ts'
import type { Counted, World } from './world.ts'

/**
 * A world that remembers what it measured. Whatever is said from its answers and from a chart that stands the same is
 * said on every other day on which every comparison and every measure comes out the same.
 */
export type Heard = Readonly<{ world: World; turnedBy: (then: World) => Turned }>

/**
 * What another day may turn. Where it is how things stand, all conditions come out as they did, and only what is counted
 * from the day itself may not.
 */
export type Turned = 'nothing' | 'how things stand' | 'anything'

type Asked = DateTerm | NumberTerm | Day

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
  let compared: readonly number[] | null = null
  const comparesTheSame = (then: World): boolean => {
    compared ??= now.comparedToday()
    const others = then.comparedToday()
    return compared.every((truth, i) => truth === others[i])
  }
  return {
    world,
    turnedBy: (then) => {
      if (then.facts !== now.facts || then.entries !== now.entries || !comparesTheSame(then)) return 'anything'
      return restsOnToday || !again.every((isSame) => isSame(then)) ? 'how things stand' : 'nothing'
    },
  }
}

const isSameMeasure = (one: Measured, other: Measured): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.lo === other.lo && one.hi === other.hi
