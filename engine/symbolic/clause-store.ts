import type { Assignment } from './assignment.ts'
import { type Literal, negate, variableOf } from './literal.ts'
import { withCapacity } from './with-capacity.ts'

/** Where a clause stands in the store. */
export type Clause = number
export const noClause = -1

/** Clauses of at least two literals, with unit propagation by two watched literals, which come first in each clause. */
export type ClauseStore = Readonly<{
  /** `lbd` is the literal block distance (LBD) of a learnt clause; 0 for a given one. The first two literals are watched. */
  add: (literals: readonly Literal[], lbd: number) => Clause
  /** Unit propagation to the fixed point; returns a falsified clause, or `noClause`. */
  propagate: () => Clause
  /** Calls `each` with the literals of a clause. */
  literalsOf: (clause: Clause, each: (literal: Literal) => void) => void
  every: (clause: Clause, holds: (literal: Literal) => boolean) => boolean
  /** Keeps the half of the learnt clauses with the lowest LBD, and those that are reasons; deletes the others. */
  reduce: (learned: readonly Clause[]) => Clause[]
}>

/** Before the literals of a clause stand their number and how many levels met in it. */
const head = 2
/** Fewer levels than this met in it: it is kept whatever comes. */
const alwaysKeptLbd = 2

export function clauseStore(assignment: Assignment): ClauseStore {
  let store = new Int32Array()
  let stored = 1
  /** By literal: the clauses that watch it, each followed by another literal of it that may be true already. */
  const watched: number[][] = []
  const watching = (literal: Literal): number[] => {
    while (watched.length <= literal) watched.push([])
    return watched[literal] as number[]
  }

  const add: ClauseStore['add'] = (literals, lbd) => {
    store = withCapacity(store, stored + head + literals.length)
    const at = stored
    store[at] = literals.length
    store[at + 1] = lbd
    store.set(literals, at + head)
    stored += head + literals.length
    const [first, second] = literals as readonly [Literal, Literal]
    watching(first).push(at, second)
    watching(second).push(at, first)
    return at
  }

  /** Where in the clause there is a literal that is not false, beside the two that are watched; -1 when nowhere. */
  const elsewhere = (clause: Clause, values: Int8Array): number => {
    const from = clause + head
    const to = from + (store[clause] as number)
    for (let k = from + 2; k < to; k++) if (values[store[k] as Literal] !== -1) return k
    return -1
  }

  const followOne = (isFalse: Literal): Clause => {
    const { values } = assignment
    const looked = watching(isFalse)
    let broken = noClause
    let kept = 0
    for (let i = 0; i < looked.length; i += 2) {
      const at = looked[i] as number
      const other = looked[i + 1] as Literal
      if (broken !== noClause || values[other] === 1) {
        looked[kept++] = at
        looked[kept++] = other
        continue
      }
      const from = at + head
      if (store[from] === isFalse) {
        store[from] = store[from + 1] as Literal
        store[from + 1] = isFalse
      }
      const first = store[from] as Literal
      const next = values[first] === 1 ? -1 : elsewhere(at, values)
      if (next >= 0) {
        const watch = store[next] as Literal
        store[next] = isFalse
        store[from + 1] = watch
        watching(watch).push(at, first)
        continue
      }
      looked[kept++] = at
      looked[kept++] = first
      if (values[first] === -1) broken = at
      else if (values[first] === 0) assignment.assign(first, at)
    }
    looked.length = kept
    return broken
  }

  const isUsed = (clause: Clause): boolean => {
    const first = store[clause + head] as Literal
    return assignment.values[first] === 1 && assignment.reasons[variableOf(first)] === clause
  }

  return {
    add,
    propagate: () => {
      for (let next = assignment.nextToPropagate(); next !== null; next = assignment.nextToPropagate()) {
        const broken = followOne(negate(next))
        if (broken !== noClause) return broken
      }
      return noClause
    },
    literalsOf: (clause, each) => {
      const from = clause + head
      const to = from + (store[clause] as number)
      for (let k = from; k < to; k++) each(store[k] as Literal)
    },
    every: (clause, holds) => {
      const from = clause + head
      const to = from + (store[clause] as number)
      for (let k = from; k < to; k++) if (!holds(store[k] as Literal)) return false
      return true
    },
    reduce: (learned) => {
      const ranked = learned.toSorted((a, b) => (store[a + 1] as number) - (store[b + 1] as number))
      const worse = ranked.slice(ranked.length >> 1)
      const gone = new Set(worse.filter((at) => (store[at + 1] as number) > alwaysKeptLbd && !isUsed(at)))
      for (const looked of watched) {
        let kept = 0
        for (let i = 0; i < looked.length; i += 2)
          if (!gone.has(looked[i] as number)) {
            looked[kept++] = looked[i] as number
            looked[kept++] = looked[i + 1] as number
          }
        looked.length = kept
      }
      return ranked.filter((at) => !gone.has(at))
    },
  }
}
