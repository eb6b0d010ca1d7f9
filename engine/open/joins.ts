import type { GateLevel, Meets, PlannedBody } from '../plan/plan.ts'
import { both, type Join, other } from './table.ts'

const least = (a: number, b: number): number => Math.min(a, b)

/** Kleene's: one that decides, else unknown if any is. */
export const and: Join = { id: 0, of: least, a: [0, both, other], b: [0, both, other], idempotent: true }
export const or: Join = {
  id: 1,
  of: (a, b) => Math.max(a, b),
  a: [other, both, 2],
  b: [other, both, 2],
  idempotent: true,
}
/** The worse of two answers of a gate. */
export const worse: Join = { ...and, id: 2 }
/** A need and what the gate comes to without it. */
export const need: Join = {
  id: 3,
  of: (truth, answer) => (truth === 2 ? answer : 0),
  a: [0, 0, other],
  b: [0],
  idempotent: false,
}
/** What is not a join of a pair but a change of one. */
export const not = 4
export const established = 5
const firstFree = 6

const unused = (): Omit<Join, 'id'> => ({ of: least, a: [], b: [], idempotent: false })

type Fold = Extract<PlannedBody, { kind: 'fold' }>

/** Joins that differ from decision to decision; equal ones are one. */
export function joins() {
  const known = new Map<string, Join>()
  let next = firstFree
  const once = (key: string, make: () => Omit<Join, 'id'>): Join => {
    const before = known.get(key)
    if (before) return before
    const join = { id: next++, ...make() }
    known.set(key, join)
    return join
  }
  return {
    /** A rule and what those below it come to. */
    rule: (decision: number, answer: number, meets: Meets): Join =>
      once(`rule ${decision} ${answer}`, () => ({
        of: (truth, below) => (truth === 2 ? answer : truth === 0 ? below : (meets[answer]?.[below] as number)),
        a: [other, both, answer],
        b: [],
        idempotent: false,
      })),
    /** A limit and what the gate comes to without it. */
    limit: (ifUnknown: GateLevel, ifYes: GateLevel): Join =>
      once(`limit ${ifUnknown} ${ifYes}`, () => ({
        of: (truth, answer) => (truth === 0 ? answer : Math.min(answer, 2 - (truth === 2 ? ifYes : ifUnknown))),
        a: [other],
        b: [0],
        idempotent: false,
      })),
    /** Two answers of entries as positions in the join; the first counts. */
    first: (): Join => once('first', () => ({ of: least, a: [0], b: [0], idempotent: true })),
    /** Numbers for changes of one diagram. */
    change: (key: string): number => once(key, unused).id,
    fold: (decision: number, body: Fold) => ({
      toRank: (answer: number): number => {
        const rank = body.join.findIndex(({ each }) => each === answer)
        return rank < 0 ? body.join.length : rank
      },
      fromRank: (rank: number): number => body.join[rank]?.answer ?? body.otherwise,
      toId: once(`ranks of ${decision}`, unused).id,
      fromId: once(`answers of ${decision}`, unused).id,
    }),
  }
}
