import type { NodeIndex, PlannedBody, SpanOp, TruthOp } from '../plan/plan.ts'
import { type Literal, negate } from './literal.ts'
import { matchEntries } from './match-entries.ts'
import { type AggregateContext, symbolicAggregates } from './symbolic-aggregates.ts'
import type { Truth } from './symbolic-spans.ts'

type Context = Omit<AggregateContext, 'rowsOf' | 'matchesOf'> &
  Readonly<{
    /** How many entries are looked at for what they come to; null: it is left open. */
    rowsOf: (of: OfEntries) => number | null
    truth: (node: NodeIndex, row: number) => Truth
    answers: (decision: number, row: number) => readonly Literal[]
  }>

type OfEntries = Extract<TruthOp | SpanOp | PlannedBody, Readonly<{ entryKind: number }>>

/** What several entries come to, of somebody of whom nothing is settled; the meaning is that of `kernel`. */
export function symbolicEntries({ logic, numbers, sheet, rowsOf, isExact, truth, answers }: Context) {
  const { all, any, free, assert } = logic
  const matchesOf = matchEntries({ logic, sheet, truth })
  const openTruth = (): Truth => {
    const [yes, no] = [free(), free()]
    assert(negate(yes), negate(no))
    return { yes, no }
  }
  const some = (node: Extract<TruthOp, { op: 'some' }>): Truth => {
    const { entryKind, where } = node
    const rows = rowsOf(node)
    if (rows === null) return openTruth()
    const matches = matchesOf(entryKind, where, rows)
    return { yes: any(matches.map(({ yes }) => yes)), no: negate(any(matches.map(({ maybe }) => maybe))) }
  }
  const recent = (node: Extract<TruthOp, { op: 'recent' }>): Truth => {
    const { entryKind, back, where, holds } = node
    const rows = rowsOf(node)
    if (rows === null) return openTruth()
    const matches = matchesOf(entryKind, where, rows)
    const meant = matches.map((one) => {
      const later = matches.map((other) => all([other.yes, negate(isNotBefore(entryKind, one.row, other.row))]))
      const notBefore = matches.map((other) => all([other.maybe, isNotBefore(entryKind, other.row, one.row)]))
      // So few surely lie after it, and with it there may be so many, that it may be the one that is meant.
      return all([one.maybe, negate(moreThan(later, back)), moreThan(notBefore, back)])
    })
    const none = negate(
      moreThan(
        matches.map(({ yes }) => yes),
        back,
      ),
    )
    const is = matches.map(({ row }) => truth(holds, row))
    const comesTo = (of: (truth: Truth) => Literal): Literal =>
      any(meant.map((one, i) => all([one, of(is[i] as Truth)])))
    const [asYes, asNo] = [comesTo(({ yes }) => yes), any([none, comesTo(({ no }) => no)])]
    const asUnknown = comesTo(({ yes, no }) => all([negate(yes), negate(no)]))
    return {
      yes: all([asYes, negate(asNo), negate(asUnknown)]),
      no: all([asNo, negate(asYes), negate(asUnknown)]),
    }
  }
  const moreThan = (of: readonly Literal[], many: number): Literal => numbers.counter(of, many + 1)[many] as Literal
  /** The first lies on the later day, or on the same one; what has no day lies before all. */
  const isNotBefore = (entryKind: number, one: number, other: number): Literal => {
    const [a, b] = [sheet.entryDate(entryKind, one), sheet.entryDate(entryKind, other)]
    return any([negate(b.known), all([a.known, numbers.isAtMost(b.hi, a.hi)])])
  }

  /** The first answer in the order of joining that any entry has. */
  const fold = (body: Extract<PlannedBody, { kind: 'fold' }>, count: number) => {
    const { each, entryKind, join, otherwise } = body
    const rows = rowsOf(body)
    const found = Array.from({ length: count }, () => [] as Literal[])
    let before: Literal[] = []
    const heard = (answer: number, so: Literal): void => {
      found[answer]?.push(all([so, ...before]))
      before = [...before, negate(so)]
    }
    for (const one of join) {
      const has = Array.from({ length: rows ?? 0 }, (_, row) =>
        all([sheet.isThere(entryKind, row), answers(each, row)[one.each] as Literal]),
      )
      heard(one.answer, rows === null ? free() : any(has))
    }
    heard(otherwise, logic.yes)
    return found.map(any)
  }
  const measure = symbolicAggregates({ logic, numbers, sheet, rowsOf, isExact, matchesOf })
  return { some, recent, measure, fold }
}
