import type { Condition, NumberTerm, Span, Truth } from '@facialis/language'
import { negate } from '@facialis/language'
import { byDay, ofOneDay, type Recent } from './latest.ts'
import { numberValue, slopeOf, yearsChange } from './terms.ts'
import { type Counted, entriesOf, mayChangeOn, standingOf, type World } from './world.ts'

/** The truth of a condition in a world, inside an entry or outside any. */
export function truthOf(condition: Condition, world: World, scope: Counted | null): Truth {
  switch (condition.kind) {
    case 'always':
      return 'yes'
    case 'is': {
      const standing = standingOf(world, condition.fact, scope)
      if (!standing.known) return 'unknown'
      return 'word' in standing.value && condition.values.includes(standing.value.word) ? 'yes' : 'no'
    }
    case 'has': {
      const standing = standingOf(world, condition.fact, scope)
      if (!standing.known) return 'unknown'
      const { value } = standing
      return 'words' in value && condition.members.some((member) => value.words.includes(member)) ? 'yes' : 'no'
    }
    case 'compare':
      return comparison(condition, world, scope)
    case 'all': {
      let result: Truth = 'yes'
      for (const part of condition.of) {
        const truth = truthOf(part, world, scope)
        if (truth === 'no') return 'no'
        if (truth === 'unknown') result = 'unknown'
      }
      return result
    }
    case 'any': {
      let result: Truth = 'no'
      for (const part of condition.of) {
        const truth = truthOf(part, world, scope)
        if (truth === 'yes') return 'yes'
        if (truth === 'unknown') result = 'unknown'
      }
      return result
    }
    case 'not':
      return negate(truthOf(condition.of, world, scope))
    case 'decided': {
      const answer = world.answer(condition.decision, scope)
      if (condition.answers.includes(answer)) return 'yes'
      return answer === condition.decision.undetermined ? 'unknown' : 'no'
    }
    case 'some': {
      let result: Truth = 'no'
      for (const entry of entriesOf(world, condition.entry)) {
        const truth = truthOf(condition.where, world, entry)
        if (truth === 'yes') return 'yes'
        if (truth === 'unknown') result = 'unknown'
      }
      return result
    }
    case 'recent':
      return recently(condition, world, { days: byDay(world, condition.entry), back: condition.back })
    case 'established':
      return truthOf(condition.of, world, scope) === 'yes' ? 'yes' : 'no'
    case 'unanswered':
      return standingOf(world, condition.fact, scope).known ? 'no' : 'yes'
    case 'named':
      return truthOf(condition.of, world, scope)
    case 'proposed':
      return world.proposed?.kind === condition.entry.id ? truthOf(condition.of, world, world.proposed) : 'unknown'
    default:
      return condition satisfies never
  }
}

type Left = Readonly<{ days: readonly (readonly Counted[])[]; back: number }>

/** Where it is open which entry is meant, all ways are followed and must agree. */
function recently(condition: Recent, world: World, { days, back }: Left): Truth {
  const [today, ...older] = days
  if (!today) return 'no'
  return ofOneDay({
    counts: today.map((entry) => truthOf(condition.where, world, entry)),
    holds: (index) => truthOf(condition.holds, world, today[index] as Counted),
    older: (passed) => recently(condition, world, { days: older, back: back - passed }),
    back,
  })
}

type Compare = Extract<Condition, { kind: 'compare' }>

function comparison(condition: Compare, world: World, scope: Counted | null): Truth {
  const left = numberValue(condition.left, world, scope)
  const right = numberValue(condition.right, world, scope)
  if (left === 'not-applicable' || right === 'not-applicable') return 'no'
  if (left === 'unknown' || right === 'unknown') return 'unknown'
  noteFlips(condition, left, right, world, scope)
  return compared(left, condition.op, right)
}

function compared(left: Span, op: Compare['op'], right: Span): Truth {
  switch (op) {
    case '<':
      return left.hi < right.lo ? 'yes' : left.lo >= right.hi ? 'no' : 'unknown'
    case '<=':
      return left.hi <= right.lo ? 'yes' : left.lo > right.hi ? 'no' : 'unknown'
    case '>':
      return compared(right, '<', left)
    case '>=':
      return compared(right, '<=', left)
    default:
      return op satisfies never
  }
}

/** Tells the clock when time alone could turn this comparison. */
function noteFlips(condition: Compare, left: Span, right: Span, world: World, scope: Counted | null): void {
  const slope = slopeOf(condition.left) - slopeOf(condition.right)
  if (slope !== 0)
    for (const distance of [left.lo - right.hi, left.hi - right.lo])
      for (const step of [0, 1]) mayChangeOn(world, world.asOf + (slope > 0 ? -distance : distance) + step)
  const years = (term: NumberTerm, against: NumberTerm, bound: Span): void => {
    const steady = slopeOf(against) === 0 && yearsChange(against, null, world, scope).length === 0
    for (const day of yearsChange(term, steady ? bound : null, world, scope)) mayChangeOn(world, day)
  }
  years(condition.left, condition.right, right)
  years(condition.right, condition.left, left)
}
