import { createAssignment, noReason } from './assignment.ts'
import { type Clause, clauseStore, noClause } from './clause-store.ts'
import { conflictAnalysis, type LearntClause } from './conflict-analysis.ts'
import { type Literal, negate, variableOf } from './literal.ts'
import { variableQueue } from './variable-queue.ts'

/**
 * An incremental SAT solver by conflict-driven clause learning (CDCL): unit propagation, first-UIP learning, VSIDS, phase saving
 * and Luby restarts. Learnt clauses stay for the next call.
 */
export type Solver = Readonly<{
  variable: () => Literal
  clause: (literals: readonly Literal[]) => void
  /**
   * Under these assumptions: true where there is an assignment, false where there is none; null where it gave up after so
   * many contradictions. Where it is said which variables matter, the others are left as they are, as if they were false.
   */
  solve: (assumptions: readonly Literal[], most?: number, mattering?: ReadonlySet<number>) => boolean | null
  /** In the assignment found last. */
  isTrue: (literal: Literal) => boolean
}>

const restartInterval = 100
const initialLearntLimit = 4000

export function solver(): Solver {
  /** The variables to branch on in this call; null: all. */
  let mattering: ReadonlySet<number> | null = null
  const line = variableQueue()
  const assignment = createAssignment((variable) => {
    if (mattering === null || mattering.has(variable)) line.add(variable)
  })
  const clauses = clauseStore(assignment)
  const lessonOf = conflictAnalysis(assignment, clauses, line.bump)
  let isBroken = false
  let learned: Clause[] = []
  let learnedMost = initialLearntLimit
  let model = new Int8Array()

  const clause = (literals: readonly Literal[]): void => {
    const { values } = assignment
    const left: Literal[] = []
    for (const one of literals) {
      if (values[one] === 1 || left.includes(negate(one))) return
      if (values[one] === 0 && !left.includes(one)) left.push(one)
    }
    if (left.length > 1) clauses.add(left, 0)
    else if (left.length === 1) assignment.assign(left[0] as Literal, noReason)
    else isBroken = true
  }

  /** Backjumps to the second highest level of the learnt clause and asserts its first literal. */
  const learn = ([turns, ...others]: LearntClause): void => {
    line.decay()
    const levelOf = (literal: Literal): number => assignment.levels[variableOf(literal)] as number
    others.sort((a, b) => levelOf(b) - levelOf(a))
    const [second] = others
    if (second === undefined) {
      assignment.backtrack(0)
      assignment.assign(turns, noReason)
      return
    }
    const lbd = 1 + new Set(others.map(levelOf)).size
    assignment.backtrack(levelOf(second))
    const at = clauses.add([turns, ...others], lbd)
    learned.push(at)
    assignment.assign(turns, at)
  }

  const forgetSome = (): void => {
    if (learned.length <= learnedMost + assignment.trail.length) return
    learned = clauses.reduce(learned)
    learnedMost *= 1.1
  }

  const undecided = (): Literal | null => {
    for (let about = line.next(); about !== null; about = line.next())
      if (assignment.values[about * 2] === 0) return assignment.savedPhase(about)
    return null
  }

  const solved = (assumptions: readonly Literal[], most: number): boolean | null => {
    let contradictions = 0
    for (let round = 1; !isBroken; round++) {
      const until = contradictions + restartInterval * luby(round)
      for (;;) {
        const broken = clauses.propagate()
        if (broken !== noClause) {
          isBroken = assignment.level() === 0
          if (isBroken) return false
          contradictions++
          learn(lessonOf(broken))
          continue
        }
        if (contradictions >= most) return null
        if (contradictions >= until) break
        forgetSome()
        const assumed = assumptions[assignment.level()]
        if (assumed !== undefined && assignment.values[assumed] === -1) return false
        const next = assumed ?? undecided()
        if (next === null) {
          model = assignment.values.slice(0, assignment.variables() * 2)
          return true
        }
        assignment.beginLevel()
        if (assignment.values[next] !== 1) assignment.assign(next, noReason)
      }
      assignment.backtrack(0)
    }
    return false
  }

  clause([assignment.variable()])
  return {
    variable: assignment.variable,
    clause,
    solve: (assumptions, most = Number.POSITIVE_INFINITY, those) => {
      mattering = those ?? null
      line.refill(those ?? Array.from({ length: assignment.variables() }, (_, about) => about))
      const found = solved(assumptions, most)
      // Between questions nothing is assigned but what holds whatever is decided.
      assignment.backtrack(0)
      return found
    },
    isTrue: (literal) => model[literal] === 1,
  }
}

/** The Luby sequence: 1 1 2 1 1 2 4 1 1 2 … */
function luby(round: number): number {
  let [size, power] = [1, 0]
  while (size < round + 1) [size, power] = [size * 2, power + 1]
  return size - 1 === round ? size >> 1 : luby(round - (size >> 1) + 1)
}
