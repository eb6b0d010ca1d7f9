import { factOf } from '../../pathway.ts'

const product = factOf('session.product')

/** Products that can be injected here. */
export const products: readonly string[] = product?.type === 'choice' ? product.values : []

/** Vials as sold, for one press instead of typing; no statement about a dose. */
const sizes: Readonly<Record<string, readonly number[]>> = {
  onabotulinumtoxinA: [50, 100, 200],
  incobotulinumtoxinA: [50, 100, 200],
  abobotulinumtoxinA: [300, 500],
  prabotulinumtoxinA: [100],
  daxibotulinumtoxinA: [50, 100],
  letibotulinumtoxinA: [50, 100],
}
export const vialSizes = (name: string | null): readonly number[] => (name === null ? [] : (sizes[name] ?? []))

type Billing = Readonly<{ code: string; unit: number }>
/** One billing unit of each product is so many of its own units. */
const billing: Readonly<Record<string, Billing>> = {
  onabotulinumtoxinA: { code: 'J0585', unit: 1 },
  abobotulinumtoxinA: { code: 'J0586', unit: 5 },
  rimabotulinumtoxinB: { code: 'J0587', unit: 100 },
  incobotulinumtoxinA: { code: 'J0588', unit: 1 },
}
export const billingOf = (name: string): Billing | null => billing[name] ?? null
