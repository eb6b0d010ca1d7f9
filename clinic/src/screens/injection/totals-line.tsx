import { amountWords } from './amounts.ts'
import classes from './injection.module.css'
import { givenWithin, type PastSession } from './past-sessions.ts'
import { type Plan, totalsOf } from './plan.ts'
import { siteNumber } from './site-number.ts'
import { words } from './words.ts'

type TotalsLineProps = Readonly<{
  plan: Plan
  sessions: readonly PastSession[]
  today: string
  policy: Readonly<Record<string, number>>
}>

/** What the map adds up to, by side, and with what was given before; each product by itself. */
export function TotalsLine({ plan, sessions, today, policy }: TotalsLineProps) {
  const totals = totalsOf(plan)
  const days = siteNumber('minimumReinjectionInterval', policy).value
  const before = givenWithin(sessions, days, today)
  const products = new Set([...before.keys(), ...(plan.product === null ? [] : [plan.product])])
  const period = [...products].map((product) =>
    words.totals.of(amountWords((before.get(product) ?? 0) + (product === plan.product ? totals.total : 0)), product),
  )
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
    [words.totals.period(days), period.join(' · ') || '–'],
  ]
  return (
    <dl className={classes.totals} aria-label={words.totals.title}>
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
