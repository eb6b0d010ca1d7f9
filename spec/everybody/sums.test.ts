import { planOf } from '@facialis/engine'
import { symbolicPlan } from '@facialis/engine/symbolic/symbolic-plan.ts'
import {
  all,
  asOf,
  atLeast,
  atMost,
  dateOf,
  daysBetween,
  decide,
  entry,
  fieldsOf,
  is,
  lessThan,
  otherwise,
  recordedOn,
  rule,
  sum,
  times,
} from '@facialis/language'
import { expect, it } from 'vitest'
import { born, pathwayOf, plain, reason, signed, yesWhere } from '../naive/small-charts.ts'

const of = fieldsOf('shot')
const given = of.yesNo('given', plain)
const units = of.quantity('units', { unit: 'U', min: 2, max: 3 }, plain)
const shot = entry('shot', { label: 'shot', plural: 'shots' }, { given, units })

const total = sum(shot, units, is(given, 'yes'))

/** Which amounts somebody with so many entries may have in all. */
function amounts(entries: number): readonly number[] {
  const asks = [0, 1, 2, 3, 4, 5, 6, 7].map((amount) =>
    decide(`is ${amount}`, {
      asks: '?',
      answers: ['yes', 'no', 'unknown'],
      undetermined: 'unknown',
      rules: [
        rule('R', all(atLeast(total, amount), atMost(total, amount)))
          .answers('yes')
          .because('x', reason),
      ],
      otherwise: otherwise('O', 'no', 'y', reason),
    }),
  )
  const so = symbolicPlan(planOf({ ...pathwayOf(...asks), entries: [shot] }), { rowsOf: () => entries, isExact: true })
  return asks.flatMap((_, at) => (so.isSatisfiable(so.answers(at)[0] as number, 1000) ? [at] : []))
}

it('what is added up over entries is what those hold that count, and nothing of the others', () => {
  expect([0, 1, 2].map(amounts)).toEqual([[0], [0, 2, 3], [0, 2, 3, 4, 5, 6]])
})

it('a product is left open, but nobody has one that is below a number and above it', () => {
  const days = times(daysBetween(dateOf(born), asOf), daysBetween(recordedOn(signed), asOf))
  const asks = [lessThan(days, 5), atLeast(days, 10), all(lessThan(days, 5), atLeast(days, 10))]
  const plan = planOf(pathwayOf(...asks.map((when, at) => yesWhere(`is ${at}`, when))))
  const so = symbolicPlan(plan, { rowsOf: () => 0, isExact: true })
  expect(asks.map((_, at) => so.isSatisfiable(so.answers(at)[0] as number, 1000))).toEqual([true, true, false])
})
