import { planOf } from '@facialis/engine'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { isDay } from '@facialis/engine/plan/is-day.ts'
import { isTruth } from '@facialis/engine/plan/is-truth.ts'
import { memoisedEvaluator } from '@facialis/engine/plan/memoised-evaluator.ts'
import { operandsOf } from '@facialis/engine/plan/operands.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { planParameters } from '@facialis/engine/plan/plan-parameters.ts'
import { conditionOperands } from '@facialis/engine/plan/planned-body.ts'
import { type Literal, negate } from '@facialis/engine/symbolic/literal.ts'
import { today } from '@facialis/engine/symbolic/symbolic-days.ts'
import type { SymbolicPlan } from '@facialis/engine/symbolic/symbolic-plan.ts'
import type { Case } from '../naive/on-the-day.ts'
import type { Encoding } from './encoding.ts'
import { equals, pinned } from './pinned.ts'

/** What somebody is told of one node or decision, as a statement; and what was asked, in words. */
type Said = Readonly<{ what: string; outcome: string; isSettled: boolean; so: Literal }>

/** Whether somebody is among everybody, and what is told otherwise there: none of it where the two agree. */
export type Compared = Readonly<{
  isAmong: boolean
  otherwise: readonly string[]
  /** How often each kind of node came to each outcome. */
  met: ReadonlyMap<string, number>
}>

/** Asks every node and decision about somebody, of the person and of each entry, both ways. */
export function compared(encoding: Encoding, { pathway, chart, asking }: Case): Compared {
  const plan = planOf(pathway)
  const sheet = fillerOf(plan)(chart, asking)
  const counts = [...sheet.counts]
  const all = encoding.symbolicPlan(plan, { rowsOf: (entryKind) => counts[entryKind] as number, isExact: true })
  const asked = memoisedEvaluator(plan)
  asked.begin(sheet, planParameters(plan, asking))
  const said: Said[] = []
  const open = leftOpenIn(plan)
  const rowsOf = (within: number | null): readonly number[] =>
    within === null ? [-1] : Array.from({ length: counts[within] as number }, (_, row) => row)
  for (const [index, node] of plan.nodes.entries())
    for (const row of rowsOf(node.within)) {
      const at = Math.max(row, 0)
      const isSettled = !open.nodes.has(index)
      if (isTruth(node)) {
        const truth = asked.truth(index, row)
        const { yes, no } = all.truth(index, at)
        const so = all.logic.all([truth === 2 ? yes : negate(yes), truth === 0 ? no : negate(no)])
        said.push({ what: node.op, outcome: ['no', 'unknown', 'yes'][truth] as string, isSettled, so })
      } else
        said.push({
          what: node.op,
          isSettled,
          ...measuredIn(all, index, {
            at,
            asked: asked.measure(index, row),
            // Days are counted from another day there.
            shift: isDay(index, plan.nodes) ? today - asking.asOf : 0,
          }),
        })
    }
  for (const [index, { within, body }] of plan.decisions.entries())
    for (const row of rowsOf(within)) {
      const answer = asked.answer(index, row)
      const each = all.answers(index, Math.max(row, 0))
      const so = all.logic.all(each.map((one, i) => (i === answer ? one : negate(one))))
      said.push({ what: body.kind, outcome: 'answered', isSettled: !open.decisions.has(index), so })
    }
  const met = new Map<string, number>()
  for (const { what, outcome } of said) met.set(`${what} ${outcome}`, (met.get(`${what} ${outcome}`) ?? 0) + 1)

  const isSomebody = pinned(all, sheet, { asking, withEntries: true })
  for (const one of isSomebody) all.logic.assert(one)
  const isAmong = all.solver.solve(said.map(({ so }) => so)) === true
  const settled = said.filter(({ isSettled }) => isSettled)
  const isOther = all.solver.solve([all.logic.any(settled.map(({ so }) => negate(so)))])
  const otherwise = isOther
    ? settled.filter(({ so }) => !all.solver.isTrue(so)).map(({ what, outcome }) => `${what} ${outcome}`)
    : []
  return { isAmong, otherwise, met }
}

function measuredIn(
  all: SymbolicPlan,
  index: number,
  {
    at,
    asked,
    shift,
  }: Readonly<{ at: number; asked: ReturnType<ReturnType<typeof memoisedEvaluator>['measure']>; shift: number }>,
): Readonly<{ outcome: string; so: Literal }> {
  const { logic } = all
  const { inapplicable, unknown, lo, hi } = all.span(index, at)
  if (asked === 'not-applicable') return { outcome: asked, so: logic.all([inapplicable, negate(unknown)]) }
  const isApplicable = negate(inapplicable)
  if (asked === 'unknown') return { outcome: asked, so: logic.all([isApplicable, unknown]) }
  const so = logic.all([
    isApplicable,
    negate(unknown),
    equals(all, lo, asked.lo + shift),
    equals(all, hi, asked.hi + shift),
  ])
  return { outcome: asked.lo === asked.hi ? 'exact' : 'vague', so }
}

/** What everybody is looked at for is left open there, so that it may come to several things. */
export const leftOpen: ReadonlySet<string> = new Set(['times', 'run-length', 'years'])

function leftOpenIn(plan: Plan): Readonly<{ nodes: ReadonlySet<number>; decisions: ReadonlySet<number> }> {
  const found = { nodes: new Set<number>(), decisions: new Set<number>() }
  const isOpen = (node: number): boolean => found.nodes.has(node)
  // A decision asks what stands among the nodes, and nodes ask earlier decisions: again until nothing more is found.
  for (let before = -1; before !== found.nodes.size + found.decisions.size; ) {
    before = found.nodes.size + found.decisions.size
    for (const [index, node] of plan.nodes.entries())
      if (
        leftOpen.has(node.op) ||
        operandsOf(node).some(isOpen) ||
        (node.op === 'decided' && found.decisions.has(node.decision))
      )
        found.nodes.add(index)
    for (const [index, { body }] of plan.decisions.entries())
      if (
        conditionOperands(body).some(isOpen) ||
        (body.kind === 'gate' && body.behind !== null && found.decisions.has(body.behind)) ||
        (body.kind === 'fold' && found.decisions.has(body.each))
      )
        found.decisions.add(index)
  }
  return found
}
