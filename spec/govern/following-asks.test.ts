import { adviceFollowing } from '@facialis/engine/govern/index.ts'
import { type Chart, type ChoiceFact, fact, gate, need, nothingToProve, type Pathway, yes } from '@facialis/language'
import { expect, test } from 'vitest'
import {
  alarm,
  asking,
  chartOf,
  infected,
  pathwayOf,
  plain,
  reason,
  says,
  signed,
  yesWhere,
} from '../naive/small-charts.ts'

test('an earlier version asks for what the newest lacks where that holds an act back, and for nothing twice', () => {
  const act = (...facts: ChoiceFact<'yes' | 'no'>[]) =>
    gate('act', {
      asks: '?',
      needs: facts.map((one) => need(`N-${one.id}`, yes(one)).because('x', reason)),
      limits: [],
      exceptions: [],
    })
  const more = fact.yesNo('more', plain)
  const beside = yesWhere('beside', yes(infected))
  const [followed, newest] = [act(signed, alarm), act(signed, alarm, more)].map((offer, at) => ({
    ...pathwayOf(offer, beside),
    facts: [signed, alarm, more, infected],
    screens: [],
    version: `1.${at}`,
    toProve: { ...nothingToProve, offers: [offer] },
  })) as readonly Pathway[] as readonly [Pathway, Pathway]
  const told = (chart: Chart) =>
    adviceFollowing({ followed, newest }, chart, asking).missing.map(({ fact: asked }) => asked)
  const open = chartOf(says(signed, 'yes', '2026-03-10'), says(alarm, 'yes', '2026-03-10'))
  expect(told(open)).toEqual(['more'])
  expect(told(chartOf()).toSorted()).toEqual([...new Set(told(chartOf()))].toSorted())
  expect(told(chartOf(says(more, 'no', '2026-03-10')))).toEqual(['signed', 'alarm'])
})
