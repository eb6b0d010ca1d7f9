import type { DateTerm, Day, NumberTerm } from '@facialis/language'
import type { ResolvedEntry } from '../chart/resolved-chart.ts'
import type { Measured } from '../plan/measured.ts'
import type { NodeIndex } from '../plan/plan.ts'
import type { Compared, World } from '../world/world.ts'
import { movesWithTime } from './time.ts'

/**
 * A world that remembers what it measured. Whatever is said from its answers and from a chart that stands the same is
 * said on every other day on which every comparison and every measure comes out the same.
 */
export type Heard = Readonly<{ world: World; turnedBy: (then: World) => Turned }>

/**
 * What another day may turn: nothing; or, where the chart stands the same, what rests on these comparisons (none, where
 * only what is counted from the day itself may not come out as it did).
 */
export type Turned = 'nothing' | 'anything' | ReadonlySet<NodeIndex>

type Asked = DateTerm | NumberTerm | Day

export function heardBy(now: World): Heard {
  const again: ((then: World) => boolean)[] = []
  const noted = new Map<ResolvedEntry | null, Set<Asked>>()
  const note = (asked: Asked, scope: ResolvedEntry | null, isSame: (then: World) => boolean): void => {
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
      if (movesWithTime(term)) note(term, scope, (then) => isSameMeasure(then.measured(term, scope), value))
      return value
    },
    written: (term, scope) => {
      const value = now.written(term, scope)
      if (movesWithTime(term)) note(term, scope, (then) => isSameMeasure(then.written(term, scope), value))
      return value
    },
    isAfter: (day) => {
      const isPast = now.isAfter(day)
      note(day, null, (then) => then.isAfter(day) === isPast)
      return isPast
    },
  }
  let compared: Compared | null = null
  const comparedOtherwise = (then: World): ReadonlySet<NodeIndex> => {
    compared ??= now.comparedToday()
    const { nodes, truths } = compared
    const others = then.comparedToday()
    return new Set(nodes.filter((_, i) => truths[i] !== others.truths[i]))
  }
  return {
    world,
    turnedBy: (then) => {
      // Facts and entries are resolved together, so that one tells of both.
      if (then.facts !== now.facts) return 'anything'
      const turned = comparedOtherwise(then)
      return turned.size === 0 && again.every((isSame) => isSame(then)) ? 'nothing' : turned
    },
  }
}

const isSameMeasure = (one: Measured, other: Measured): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.lo === other.lo && one.hi === other.hi
