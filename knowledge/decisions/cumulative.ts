import {
  all,
  type Condition,
  type Detail,
  daysSince,
  detail,
  entryDate,
  established,
  is,
  lessThan,
  not,
  some,
  sum,
  unanswered,
} from '@facialis/language'
import { session, toxins } from '../entries/index.ts'
import { twelveWeekDose } from '../policy/index.ts'
import { anyFacialToxin } from './course.ts'

const f = session.fields
const lately = lessThan(daysSince(entryDate(session)), twelveWeekDose)
const given = (where: Condition): Detail =>
  detail.amountOf(sum(session, f.units, all(where, lately)), { unit: 'U', decimals: 2 })
/** Some session that surely was of the kind, and is not known to be longer ago: one without a date is told too. */
const happened = (where: Condition): Condition => some(session, all(established(where), not(established(not(lately)))))

const row = (product: string, where: Condition) => ({
  when: happened(where),
  row: {
    product: detail.fixed(product),
    facial: given(all(where, anyFacialToxin)),
    all: given(where),
    days: detail.numberOf(twelveWeekDose),
  },
})

/**
 * What was given within twelve weeks, for the face and in all, product by product: they are never added up. Units
 * nobody knows make the number unknown, not smaller; a session of unknown product has a line of its own.
 */
export const toxinLately: Detail = detail.rows(
  ...toxins.map((toxin) => row(toxin, is(f.product, toxin))),
  row('unknown', unanswered(f.product)),
)
