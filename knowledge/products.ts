import { type Cites, ownJudgement } from '@facialis/language'
import type { toxins } from './entries/index.ts'
import { K110a } from './sources/index.ts'

type Toxin = (typeof toxins)[number]
type ByProduct<T> = Readonly<Partial<Record<Toxin, T>>>
const named = <T>(table: ByProduct<T>, product: string | null): T | null =>
  product !== null && Object.hasOwn(table, product) ? (table[product as Toxin] ?? null) : null

type Vials = Readonly<{ sizes: readonly number[]; because: Cites; unverified: boolean }>
const recalled = (...sizes: readonly number[]): Vials => ({
  sizes,
  because: [ownJudgement('recalled: no label was seen that names the sizes; the vial in the hand counts')],
  unverified: true,
})

/** Units in a vial as sold: one press instead of typing. No statement about a dose. */
export const vials: ByProduct<Vials> = {
  onabotulinumtoxinA: recalled(50, 100, 200),
  incobotulinumtoxinA: recalled(50, 100, 200),
  abobotulinumtoxinA: recalled(300, 500),
  prabotulinumtoxinA: recalled(100),
  daxibotulinumtoxinA: recalled(50, 100),
  letibotulinumtoxinA: recalled(50, 100),
}
/** Null for a product whose vials nobody knows here. */
export const vialsOf = (product: string | null): Vials | null => named(vials, product)

type Billing = Readonly<{ code: string; unit: number; because: Cites }>
export const billing: ByProduct<Billing> = {
  onabotulinumtoxinA: { code: 'J0585', unit: 1, because: [K110a] },
  abobotulinumtoxinA: { code: 'J0586', unit: 5, because: [K110a] },
  rimabotulinumtoxinB: { code: 'J0587', unit: 100, because: [K110a] },
  incobotulinumtoxinA: { code: 'J0588', unit: 1, because: [K110a] },
}
/** One billing unit of a product is so many of its own units; null where no code is known. */
export const billingOf = (product: string): Billing | null => named(billing, product)
