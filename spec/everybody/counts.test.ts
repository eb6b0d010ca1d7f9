import { planOf } from '@facialis/engine'
import { saying, withEntry } from '@facialis/engine/local-search/edits.ts'
import { asInvariant } from '@facialis/engine/symbolic/as-invariant.ts'
import { negate } from '@facialis/engine/symbolic/literal.ts'
import { sufficientRows } from '@facialis/engine/symbolic/sufficient-rows.ts'
import { dependenciesOf, symbolicPlan } from '@facialis/engine/symbolic/symbolic-plan.ts'
import {
  atLeast,
  type Chart,
  count,
  emptyChart,
  entry,
  exactly,
  fieldsOf,
  is,
  some,
  type Truth,
} from '@facialis/language'
import { expect, it } from 'vitest'
import { naiveTruth } from '../naive/naive.ts'
import { asking, asOf, pathwayOf, plain, toldAs } from '../naive/small-charts.ts'

const given = fieldsOf('shot').yesNo('given', plain)
const shot = entry('shot', { label: 'shot', plural: 'shots' }, { given })
const isGiven = is(given, 'yes')
const asks = [some(shot, isGiven), ...[1, 2, 3].map((many) => atLeast(count(shot, isGiven), many))]
const small = pathwayOf()
const pathway = { ...small, entries: [shot], toProve: { ...small.toProve, invariants: asks.map(asInvariant) } }

/** Whatever people with up to five shots are told of all four questions: "yes unknown no no". */
function toldToPeople(): ReadonlySet<string> {
  const told = new Set<string>()
  const visit = (chart: Chart, left: number): void => {
    told.add(asks.map((one) => naiveTruth(one, pathway, chart, asking)).join(' '))
    if (left === 0) return
    for (const word of ['yes', 'no', '?']) {
      const made = withEntry(chart, shot, exactly(asOf - left))
      visit(saying(made.chart, made.id, given, toldAs(word), asOf), left - 1)
    }
  }
  visit(emptyChart, 5)
  return told
}

it('what a count may be goes with whether there is any, for as many entries as somebody may have', () => {
  const plan = planOf(pathway)
  const nodes = plan.invariants.map(({ whenever }) => whenever)
  const rows = sufficientRows(plan, dependenciesOf(plan, nodes, []).nodes, new Set())
  const all = symbolicPlan(plan, { rowsOf: (entryKind) => rows[entryKind] as number, isExact: false })
  const truths: readonly Truth[] = ['yes', 'no', 'unknown']
  const isSo = (at: number, truth: Truth): number => {
    const { yes, no } = all.truth(nodes[at] as number)
    return { yes, no, unknown: all.logic.all([negate(yes), negate(no)]) }[truth]
  }
  const told = truths.flatMap((a) => truths.flatMap((b) => truths.flatMap((c) => truths.map((d) => [a, b, c, d]))))
  const mayBe = told.filter((one) => all.isSatisfiable(all.logic.all(one.map((truth, at) => isSo(at, truth))), 1000))
  expect(new Set(mayBe.map((one) => one.join(' ')))).toEqual(toldToPeople())
})
