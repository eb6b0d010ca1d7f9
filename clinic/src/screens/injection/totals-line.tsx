import type { Advice } from '@facialis/language'
import { type Checked, pathway } from '../../pathway.ts'
import { amountWords } from './amounts.ts'
import { productsOf } from './caps.ts'
import { givenLately, givenWords, unitsSaid } from './given-lately.ts'
import classes from './injection.module.css'
import { type Plan, totalsOf } from './plan.ts'
import { words } from './words.ts'

type TotalsLineProps = Readonly<{ plan: Plan; advice: Advice; checked: readonly Checked[] }>

/** What the map adds up to, by side, what was given before, product by product, and both against the site's numbers. */
export function TotalsLine({ plan, advice, checked }: TotalsLineProps) {
  const totals = totalsOf(plan)
  const lately = givenLately(advice)
  const rows: readonly (readonly [string, string])[] = [
    ...(['right', 'left'] as const)
      .filter((side) => totals[side] > 0)
      .map((side) => [words.totals.side[side], words.totals.units(amountWords(totals[side]))] as const),
    [words.totals.total, words.totals.units(amountWords(totals.total))],
    [words.totals.opened, words.totals.units(amountWords(totals.opened))],
    [
      words.totals.wasted,
      totals.waste === null || totals.waste < 0 ? '–' : words.totals.units(amountWords(totals.waste)),
    ],
    ...lately.map((one) => [words.totals.before(one.days), givenWords(one)] as const),
    ...windowsOf(plan.product, checked),
  ]
  return (
    <dl className={classes.totals} aria-label={words.totals.title}>
      {rows.map(([term, value]) => (
        <div key={`${term} ${value}`}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Earlier units and today's together, for each span of time that is looked at. */
const windowsOf = (product: string | null, checked: readonly Checked[]): readonly (readonly [string, string])[] =>
  checked.flatMap(({ id, tells: { total, days, limit } }) => {
    const check = pathway.checks.find((one) => one.id === id)
    if (product === null || check === undefined || !productsOf(check).has(product)) return []
    if (total === undefined || days === undefined || limit === undefined) return []
    return [[words.totals.window(String(days)), words.totals.ofLimit(unitsSaid(total), String(limit))] as const]
  })
