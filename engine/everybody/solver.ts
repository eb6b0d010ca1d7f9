import { waitingLine } from './waiting-line.ts'

/**
 * Whether some assignment of yes and no fulfils every clause, and which: by deciding, following what must be, and learning
 * a clause from each contradiction (conflict-driven clause learning). What is learned stays for the next question.
 *
 * A literal is twice the number of its variable, and one more where the variable is to be false.
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
export type Literal = number

/** The first variable of every solver is always so. */
export const [alwaysSo, neverSo] = [0, 1] as const
export const opposite = (literal: Literal): Literal => literal ^ 1

const [nothing, none] = [-1, 0] as const
/** A clause in the store: its size, how many levels met in it (0 for what was given), then its literals. */
const head = 2
const restartAfter = 100
const learnedAtFirst = 4000

export function solver(): Solver {
  let store = new Int32Array(1 << 16)
  let stored = 1
  let values = new Int8Array(1 << 12)
  let levels = new Int32Array(1 << 11)
  let reasons = new Int32Array(1 << 11)
  let phases = new Uint8Array(1 << 11)
  let seen = new Uint8Array(1 << 11)
  const watched: number[][] = []
  const line = waitingLine()
  const trail: Literal[] = []
  const levelEnds: number[] = []
  let followed = 0
  let count = 0
  let isBroken = false
  let learned: number[] = []
  let learnedMost = learnedAtFirst
  let model = new Int8Array(0)
  /** What has to be settled for the question asked; null: everything. */
  let mattering: ReadonlySet<number> | null = null

  const variable = (): Literal => {
    if (count === levels.length) {
      values = larger(values, Int8Array)
      levels = larger(levels, Int32Array)
      reasons = larger(reasons, Int32Array)
      phases = larger(phases, Uint8Array)
      seen = larger(seen, Uint8Array)
    }
    watched.push([], [])
    return count++ * 2
  }
  const assign = (literal: Literal, reason: number): void => {
    values[literal] = 1
    values[literal ^ 1] = -1
    levels[literal >> 1] = levelEnds.length
    reasons[literal >> 1] = reason
    trail.push(literal)
  }
  const keep = (literals: readonly Literal[], met: number): number => {
    while (stored + head + literals.length > store.length) store = larger(store, Int32Array)
    const at = stored
    store[at] = literals.length
    store[at + 1] = met
    store.set(literals, at + head)
    stored += head + literals.length
    const [first, second] = literals as readonly [Literal, Literal]
    watched[first]?.push(at, second)
    watched[second]?.push(at, first)
    return at
  }
  const clause = (literals: readonly Literal[]): void => {
    back(0)
    const left: Literal[] = []
    for (const one of literals) {
      if (values[one] === 1 || left.includes(one ^ 1)) return
      if (values[one] === 0 && !left.includes(one)) left.push(one)
    }
    if (left.length > 1) keep(left, none)
    else if (left.length === 1) assign(left[0] as Literal, nothing)
    else isBroken = true
  }
  const back = (level: number): void => {
    if (levelEnds.length <= level) return
    const end = levelEnds[level] as number
    for (let i = trail.length - 1; i >= end; i--) {
      const literal = trail[i] as Literal
      values[literal] = values[literal ^ 1] = 0
      phases[literal >> 1] = 1 - (literal & 1)
      if (mattering === null || mattering.has(literal >> 1)) line.add(literal >> 1)
    }
    trail.length = end
    levelEnds.length = level
    followed = end
  }
  /** Whatever must be, once this much is assigned; a clause that cannot be fulfilled any more, or none. */
  const follow = (): number => {
    while (followed < trail.length) {
      const isFalse = (trail[followed++] as Literal) ^ 1
      const watching = watched[isFalse] as number[]
      const end = watching.length
      let kept = 0
      for (let i = 0; i < end; ) {
        const at = watching[i++] as number
        const other = watching[i++] as Literal
        if (values[other] === 1) {
          watching[kept++] = at
          watching[kept++] = other
          continue
        }
        const from = at + head
        if (store[from] === isFalse) {
          store[from] = store[from + 1] as Literal
          store[from + 1] = isFalse
        }
        const first = store[from] as Literal
        let next = -1
        if (values[first] !== 1) {
          const to = from + (store[at] as number)
          for (let k = from + 2; k < to; k++)
            if (values[store[k] as Literal] !== -1) {
              next = k
              break
            }
        }
        if (next >= 0) {
          const watch = store[next] as Literal
          store[next] = isFalse
          store[from + 1] = watch
          watched[watch]?.push(at, first)
          continue
        }
        watching[kept++] = at
        watching[kept++] = first
        if (values[first] === 1) continue
        if (values[first] === -1) {
          while (i < end) watching[kept++] = watching[i++] as number
          watching.length = kept
          followed = trail.length
          return at
        }
        assign(first, at)
      }
      watching.length = kept
    }
    return nothing
  }
  /** What is learned from a contradiction: the literals that cannot all be false, the one that turns first. */
  const lesson = (broken: number): readonly Literal[] => {
    const learns: Literal[] = [0]
    const touched: number[] = []
    let open = 0
    let at = broken
    let place = trail.length
    let turns = -1
    do {
      const from = at + head
      const to = from + (store[at] as number)
      for (let k = from; k < to; k++) {
        const literal = store[k] as Literal
        const about = literal >> 1
        if (literal === turns || seen[about] === 1 || levels[about] === 0) continue
        seen[about] = 1
        touched.push(about)
        line.raise(about)
        if (levels[about] === levelEnds.length) open++
        else learns.push(literal)
      }
      do turns = trail[--place] as Literal
      while (seen[turns >> 1] !== 1)
      at = reasons[turns >> 1] as number
    } while (--open > 0)
    learns[0] = turns ^ 1
    const needed = learns.filter((literal, i) => i === 0 || !followsFromOthers(literal))
    for (const about of touched) seen[about] = 0
    return needed
  }
  const followsFromOthers = (literal: Literal): boolean => {
    const at = reasons[literal >> 1] as number
    if (at === nothing) return false
    const from = at + head
    const to = from + (store[at] as number)
    for (let k = from; k < to; k++) {
      const about = (store[k] as Literal) >> 1
      if (about !== literal >> 1 && seen[about] !== 1 && levels[about] !== 0) return false
    }
    return true
  }
  const learn = (literals: readonly Literal[]): void => {
    line.age()
    const [turns, ...others] = literals as readonly [Literal, ...Literal[]]
    others.sort((a, b) => (levels[b >> 1] as number) - (levels[a >> 1] as number))
    const [second] = others
    back(second === undefined ? 0 : (levels[second >> 1] as number))
    if (second === undefined) {
      assign(turns, nothing)
      return
    }
    const at = keep([turns, ...others], 1 + new Set(others.map((one) => levels[one >> 1])).size)
    learned.push(at)
    assign(turns, at)
  }
  /** Forgets the half of what was learned in which most levels met; what was just used stays. */
  const forget = (): void => {
    const isUsed = (at: number): boolean => {
      const first = store[at + head] as Literal
      return values[first] === 1 && reasons[first >> 1] === at
    }
    const ranked = learned.toSorted((a, b) => (store[a + 1] as number) - (store[b + 1] as number))
    const gone = new Set(ranked.slice(ranked.length >> 1).filter((at) => (store[at + 1] as number) > 2 && !isUsed(at)))
    learned = ranked.filter((at) => !gone.has(at))
    for (const watching of watched) {
      let kept = 0
      for (let i = 0; i < watching.length; i += 2)
        if (!gone.has(watching[i] as number)) {
          watching[kept++] = watching[i] as number
          watching[kept++] = watching[i + 1] as number
        }
      watching.length = kept
    }
    learnedMost *= 1.1
  }

  const solve: Solver['solve'] = (assumptions, most = Number.POSITIVE_INFINITY, those) => {
    back(0)
    mattering = those ?? null
    line.refill(those ?? Array.from({ length: count }, (_, about) => about))
    const found = solved(assumptions, most)
    back(0)
    return found
  }
  const decided = (): Literal | null => {
    for (let about = line.next(); about !== null; about = line.next())
      if (values[about * 2] === 0) return about * 2 + (1 - (phases[about] as number))
    return null
  }
  const solved = (assumptions: readonly Literal[], most: number): boolean | null => {
    let contradictions = 0
    for (let round = 1; !isBroken; round++) {
      const until = contradictions + restartAfter * steps(round)
      for (;;) {
        const broken = follow()
        if (broken !== nothing) {
          if (levelEnds.length === 0) {
            isBroken = true
            return false
          }
          contradictions++
          learn(lesson(broken))
          continue
        }
        if (contradictions >= most) return null
        if (contradictions >= until) break
        if (learned.length > learnedMost + trail.length) forget()
        const assumed = assumptions[levelEnds.length]
        if (assumed !== undefined && values[assumed] === -1) return false
        const next = assumed ?? decided()
        if (next === null) {
          model = values.slice(0, count * 2)
          return true
        }
        levelEnds.push(trail.length)
        if (values[next] !== 1) assign(next, nothing)
      }
      back(0)
    }
    return false
  }
  clause([variable()])
  return { variable, clause, solve, isTrue: (literal) => model[literal] === 1 }
}

/** 1 1 2 1 1 2 4 1 1 2 …: mostly short rounds, now and then a long one (Luby). */
function steps(round: number): number {
  let [size, power] = [1, 0]
  while (size < round + 1) [size, power] = [size * 2, power + 1]
  return size - 1 === round ? size >> 1 : steps(round - (size >> 1) + 1)
}

function larger<T extends Int32Array | Int8Array | Uint8Array>(old: T, make: new (size: number) => T): T {
  const made = new make(old.length * 2)
  made.set(old)
  return made
}
