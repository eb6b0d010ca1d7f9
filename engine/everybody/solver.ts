import { assignmentOf, noReason } from './assignment.ts'
import { type Clause, clausesOver, noClause } from './clauses.ts'
import { type Lesson, lessonsOf } from './lesson.ts'
import { type Literal, opposite, variableOf } from './literal.ts'
import { waitingLine } from './waiting-line.ts'

/**
 * Whether some assignment of yes and no fulfils every clause, and which: by deciding, following what must be, and learning
 * a clause from each contradiction (conflict-driven clause learning). What is learned stays for the next question.
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

const restartAfter = 100
const learnedAtFirst = 4000

export function solver(): Solver {
  /** What has to be settled for the question asked; null: everything. */
  let mattering: ReadonlySet<number> | null = null
  const line = waitingLine()
  const assignment = assignmentOf((variable) => {
    if (mattering === null || mattering.has(variable)) line.add(variable)
  })
  const clauses = clausesOver(assignment)
  const lessonOf = lessonsOf(assignment, clauses, line.raise)
  let isBroken = false
  let learned: Clause[] = []
  let learnedMost = learnedAtFirst
  let model = new Int8Array()

  const clause = (literals: readonly Literal[]): void => {
    const { values } = assignment
    const left: Literal[] = []
    for (const one of literals) {
      if (values[one] === 1 || left.includes(opposite(one))) return
      if (values[one] === 0 && !left.includes(one)) left.push(one)
    }
    if (left.length > 1) clauses.keep(left, 0)
    else if (left.length === 1) assignment.assign(left[0] as Literal, noReason)
    else isBroken = true
  }

  /** Goes back as far as the lesson still asks for something, and assigns that. */
  const learn = ([turns, ...others]: Lesson): void => {
    line.age()
    const levelOf = (literal: Literal): number => assignment.levels[variableOf(literal)] as number
    others.sort((a, b) => levelOf(b) - levelOf(a))
    const [second] = others
    if (second === undefined) {
      assignment.back(0)
      assignment.assign(turns, noReason)
      return
    }
    const met = 1 + new Set(others.map(levelOf)).size
    assignment.back(levelOf(second))
    const at = clauses.keep([turns, ...others], met)
    learned.push(at)
    assignment.assign(turns, at)
  }

  const forgetSome = (): void => {
    if (learned.length <= learnedMost + assignment.trail.length) return
    learned = clauses.forget(learned)
    learnedMost *= 1.1
  }

  const undecided = (): Literal | null => {
    for (let about = line.next(); about !== null; about = line.next())
      if (assignment.values[about * 2] === 0) return assignment.lastSaid(about)
    return null
  }

  const solved = (assumptions: readonly Literal[], most: number): boolean | null => {
    let contradictions = 0
    for (let round = 1; !isBroken; round++) {
      const until = contradictions + restartAfter * steps(round)
      for (;;) {
        const broken = clauses.follow()
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
      assignment.back(0)
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
      assignment.back(0)
      return found
    },
    isTrue: (literal) => model[literal] === 1,
  }
}

/** 1 1 2 1 1 2 4 1 1 2 …: mostly short rounds, now and then a long one (Luby). */
function steps(round: number): number {
  let [size, power] = [1, 0]
  while (size < round + 1) [size, power] = [size * 2, power + 1]
  return size - 1 === round ? size >> 1 : steps(round - (size >> 1) + 1)
}
