/** What the checks of a proposed session share: this product, this much, so long ago. */
import {
  all,
  any,
  asOf,
  atLeast,
  type Condition,
  type Detail,
  daysBetween,
  daysSince,
  detail,
  entryDate,
  established,
  is,
  lessThan,
  moreThan,
  type NumberTerm,
  named,
  type PolicyNumber,
  plus,
  proposed,
  type QuantityFact,
  quantity,
  sum,
  times,
} from '@facialis/language'
import { session, toxins } from '../entries/index.ts'

export const f = session.fields
export type Toxin = (typeof toxins)[number]

/** Of the earlier session looked at: it was the product that is proposed. Units never cross products. */
export const sameProduct = named(
  'of the same product',
  any(...toxins.map((toxin) => all(is(f.product, toxin), proposed(session, is(f.product, toxin))))),
)
export const sameSide = any(
  ...(['left', 'right', 'both'] as const).map((side) => all(is(f.side, side), proposed(session, is(f.side, side)))),
)
/** Said at all; while the product is not, that is what has to be put right first. */
export const ofProduct = (...products: readonly [Toxin, ...Toxin[]]): Condition =>
  established(is(f.product, ...products))
export const productNamed = ofProduct(...(toxins as unknown as readonly [Toxin, ...Toxin[]]))
const within = (days: PolicyNumber): Condition => lessThan(daysSince(entryDate(session)), days)

/** A site's whole units beside the hundredths that sessions are kept in. */
export const hundredths = (whole: PolicyNumber): NumberTerm => times(whole, 100)
/** Somebody wrote the number down. */
export const stated = (amount: QuantityFact): Condition => established(atLeast(quantity(amount), 0))
export const differ = (one: NumberTerm, other: NumberTerm): Condition => any(lessThan(one, other), moreThan(one, other))
export const daysUntil = (date: Parameters<typeof daysBetween>[1]): NumberTerm => daysBetween(asOf, date)

/** What is proposed together with what was given of the same product before, for whatever reason. */
export const withEarlier = (days: PolicyNumber): NumberTerm =>
  plus(quantity(f.units), sum(session, f.units, all(sameProduct, within(days))))

export const inUnits = (term: NumberTerm): Detail => detail.amountOf(term, { unit: 'U', decimals: 2 })
export const inMillilitres = (term: NumberTerm): Detail => detail.amountOf(term, { unit: 'mL', decimals: 2 })
export const inWhole = (number: PolicyNumber): Detail =>
  detail.amountOf(number, { unit: number.unit === 'd' ? 'days' : number.unit })
