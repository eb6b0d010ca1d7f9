import type { NodeIndex, Plan, PlanNode, PlannedBody, SpanOp, TruthOp } from '../plan/plan.ts'
import type { Gates } from './gates.ts'
import { type Literal, opposite } from './literal.ts'
import { added, exactly, type Numbers, type Sum } from './numbers.ts'
import type { Span, Truth } from './spans.ts'
import { type Days, today, type UnknownSheet } from './unknown-sheet.ts'

type Around = Readonly<{
  gates: Gates
  numbers: Numbers
  sheet: UnknownSheet
  /** How many entries are looked at for what they come to; null: it is left open. */
  rowsOf: (of: OfEntries) => number | null
  /** Sums and counts are what the entries looked at come to; else whatever they could. */
  isCounted: boolean
  truth: (node: NodeIndex, row: number) => Truth
  answers: (decision: number, row: number) => readonly Literal[]
}>

type OfEntries = Extract<TruthOp | SpanOp | PlannedBody, Readonly<{ room: number }>>

/** More entries of a kind than anybody has. */
const many = 2 ** 20

/** What several entries come to, of somebody of whom nothing is settled; the meaning is that of `kernel`. */
export function overEntries({ gates, numbers, sheet, rowsOf, isCounted, truth, answers }: Around) {
  const { no, all, any, free, hold } = gates
  type Such = Readonly<{ row: number; yes: Literal; maybe: Literal }>
  /** Of each entry that is there, whether it is such: surely, and at all. */
  const suchOf = (room: number, where: NodeIndex, rows: number): readonly Such[] =>
    Array.from({ length: rows }, (_, row) => {
      const [there, is] = [sheet.isThere(room, row), truth(where, row)]
      return { row, yes: all([there, is.yes]), maybe: all([there, opposite(is.no)]) }
    })
  const openTruth = (): Truth => {
    const [yes, no] = [free(), free()]
    hold(opposite(yes), opposite(no))
    return { yes, no }
  }
  const some = (node: Extract<TruthOp, { op: 'some' }>): Truth => {
    const { room, where } = node
    const rows = rowsOf(node)
    if (rows === null) return openTruth()
    const such = suchOf(room, where, rows)
    return { yes: any(such.map(({ yes }) => yes)), no: opposite(any(such.map(({ maybe }) => maybe))) }
  }
  const recent = (node: Extract<TruthOp, { op: 'recent' }>): Truth => {
    const { room, back, where, holds } = node
    const rows = rowsOf(node)
    if (rows === null) return openTruth()
    const such = suchOf(room, where, rows)
    const meant = such.map((one) => {
      const later = such.map((other) => all([other.yes, opposite(isNotBefore(room, one.row, other.row))]))
      const notBefore = such.map((other) => all([other.maybe, isNotBefore(room, other.row, one.row)]))
      // So few surely lie after it, and with it there may be so many, that it may be the one that is meant.
      return all([one.maybe, opposite(moreThan(later, back)), moreThan(notBefore, back)])
    })
    const none = opposite(
      moreThan(
        such.map(({ yes }) => yes),
        back,
      ),
    )
    const is = such.map(({ row }) => truth(holds, row))
    const comesTo = (of: (truth: Truth) => Literal): Literal =>
      any(meant.map((one, i) => all([one, of(is[i] as Truth)])))
    const [asYes, asNo] = [comesTo(({ yes }) => yes), any([none, comesTo(({ no }) => no)])]
    const asUnknown = comesTo(({ yes, no }) => all([opposite(yes), opposite(no)]))
    return {
      yes: all([asYes, opposite(asNo), opposite(asUnknown)]),
      no: all([asNo, opposite(asYes), opposite(asUnknown)]),
    }
  }
  const moreThan = (of: readonly Literal[], many: number): Literal => numbers.counted(of, many + 1)[many] as Literal
  /** The first lies on the later day, or on the same one; what has no day lies before all. */
  const isNotBefore = (room: number, one: number, other: number): Literal => {
    const [a, b] = [sheet.entryDate(room, one), sheet.entryDate(room, other)]
    return any([opposite(b.known), all([a.known, numbers.isAtMost(b.hi, a.hi)])])
  }

  const measure = (
    node: Extract<SpanOp, { op: 'latest-date' | 'first-date' | 'count' | 'sum' | 'run-length' }>,
  ): Span => {
    const rows = rowsOf(node)
    switch (node.op) {
      case 'latest-date':
      case 'first-date': {
        const day = (row: number): Days => (node.field ? sheet.date(node.field, row) : sheet.entryDate(node.room, row))
        if (rows === null) return openDate(node.field === null)
        return edge(suchOf(node.room, node.where, rows), day, node.op === 'latest-date')
      }
      case 'count': {
        if (rows === null) return openCount()
        const such = suchOf(node.room, node.where, rows)
        const [yes, maybe] = [such.map((one) => one.yes), such.map((one) => one.maybe)]
        const [lo, hi] = [yes, maybe].map((of) => summed(of.map((one) => [one, exactly(1)]))) as [Sum, Sum]
        return isCounted ? ordered(lo, hi) : atLeast(openCount(), { yes, maybe, lo, hi })
      }
      case 'sum': {
        const { field } = node
        const isPositive = field.fact.type === 'quantity' && field.fact.min >= 0
        if (rows === null || !isCounted || !isPositive) return openSum()
        const such = suchOf(node.room, node.where, rows).map((one) => ({ ...one, ...sheet.amount(field, one.row) }))
        return {
          ...ordered(
            summed(such.map(({ yes, value }) => [yes, value])),
            summed(such.map(({ maybe, value }) => [maybe, value])),
          ),
          unknown: any(such.map(({ maybe, known }) => all([maybe, opposite(known)]))),
        }
      }
      case 'run-length':
        return { ...openSum(), inapplicable: free() }
      default:
        return node satisfies never
    }
  }
  const ordered = (lo: Sum, hi: Sum): Span => {
    hold(numbers.isAtMost(lo, hi))
    return { inapplicable: no, unknown: no, lo, hi }
  }
  const openCount = (): Span => ordered(numbers.free(0, many), numbers.free(0, many))
  /** So many as are looked at, and more; none only where none of these is. */
  const atLeast = (
    count: Span,
    { yes, maybe, lo, hi }: Readonly<Record<'yes' | 'maybe', readonly Literal[]> & Pick<Span, 'lo' | 'hi'>>,
  ): Span => {
    hold(numbers.isAtMost(lo, count.lo))
    hold(numbers.isAtMost(hi, count.hi))
    hold(...yes, numbers.isAtMost(count.lo, exactly(0)))
    hold(...maybe, numbers.isAtMost(count.hi, exactly(0)))
    return count
  }
  const openDate = (isPast: boolean): Span => {
    const latest = isPast ? today : 2 * today
    const [inapplicable, unknown] = [free(), free()]
    hold(opposite(inapplicable), opposite(unknown))
    return { ...ordered(numbers.free(0, latest), numbers.free(0, latest)), inapplicable, unknown }
  }
  const openSum = (): Span => ({ ...ordered(numbers.free(-many, many), numbers.free(-many, many)), unknown: free() })
  const summed = (of: readonly (readonly [Literal, Sum])[]): Sum =>
    added(...of.map(([by, value]) => numbers.choose(by, value, exactly(0))))

  const edge = (such: readonly Such[], day: (row: number) => Days, latest: boolean): Span => {
    const days = such.map(({ row }) => day(row))
    const isAny = any(such.map(({ maybe }) => maybe))
    const isUndated = any(such.map(({ maybe }, i) => all([maybe, opposite((days[i] as Days).known)])))
    const isSure = any(such.map(({ yes }) => yes))
    const end = (by: 'yes' | 'maybe', of: (day: Days) => Sum): Sum =>
      such.reduce<Readonly<{ has: Literal; so: Sum }>>(
        ({ has, so }, one, i) => {
          const value = of(days[i] as Days)
          const isBeyond = latest ? numbers.isLess(so, value) : numbers.isLess(value, so)
          const taken = all([one[by], any([opposite(has), isBeyond])])
          return { has: any([has, one[by]]), so: numbers.choose(taken, value, so) }
        },
        { has: no, so: exactly(0) },
      ).so
    const [sure, possible] = [latest ? 'lo' : 'hi', latest ? 'hi' : 'lo'] as const
    const ends = { [sure]: end('yes', (one) => one[sure]), [possible]: end('maybe', (one) => one[possible]) }
    return {
      inapplicable: opposite(isAny),
      unknown: all([isAny, any([opposite(isSure), isUndated])]),
      ...(ends as Pick<Span, 'lo' | 'hi'>),
    }
  }

  /** The first answer in the order of joining that any entry has. */
  const fold = (body: Extract<PlannedBody, { kind: 'fold' }>, count: number) => {
    const { each, room, join, otherwise } = body
    const rows = rowsOf(body)
    const found = Array.from({ length: count }, () => [] as Literal[])
    let before: Literal[] = []
    const heard = (answer: number, so: Literal): void => {
      found[answer]?.push(all([so, ...before]))
      before = [...before, opposite(so)]
    }
    for (const one of join) {
      const has = Array.from({ length: rows ?? 0 }, (_, row) =>
        all([sheet.isThere(room, row), answers(each, row)[one.each] as Literal]),
      )
      heard(one.answer, rows === null ? free() : any(has))
    }
    heard(otherwise, gates.yes)
    return found.map(any)
  }
  return { some, recent, measure, fold }
}

/**
 * How many entries of each kind are enough: as many as decide what all come to. Whoever has more is told the same as with
 * only these, since of each question a few entries settle the answer, and others do not unsettle it.
 */
export function enoughRows(
  plan: Plan,
  asked: ReadonlySet<NodeIndex>,
  decisions: ReadonlySet<number>,
): readonly number[] {
  const enough = plan.layout.rooms.map(() => 0)
  const add = (room: number, rows: number): void => {
    enough[room] = (enough[room] as number) + rows
  }
  for (const index of asked) {
    const node = plan.nodes[index] as PlanNode
    if (node.op === 'some') add(node.room, 1)
    // One that surely counts and is the last, and one that may lie beyond it; or one that says it is not known.
    if (node.op === 'latest-date' || node.op === 'first-date') add(node.room, 2)
    // One that surely counts, and one that may.
    if (node.op === 'count') add(node.room, 2)
    // Two that say otherwise, each with as many as have to lie beyond it.
    if (node.op === 'recent') add(node.room, 2 * (node.back + 1))
  }
  for (const index of decisions) {
    const body = plan.decisions[index]?.body
    if (body?.kind === 'fold') add(body.room, 1)
  }
  return enough
}
