import { billingOf } from '../../pathway.ts'
import type { Hundredths } from './amounts.ts'

export type BillingCode = Readonly<{
  code: string
  amount: number | null
  of: 'diagnosis' | 'procedure' | 'given' | 'wasted' | 'none-wasted'
}>

type Given = Readonly<{
  product: string
  side: 'left' | 'right' | 'both'
  units: Hundredths
  /** Null when nobody wrote it down. */
  waste: Hundredths | null
}>

const diagnosis = { right: 'G51.31', left: 'G51.32', both: 'G51.33' } as const
const procedure = { right: '64612-RT', left: '64612-LT', both: '64612-50' } as const

/**
 * What the session is billed as. Started billing units count whole and what is wasted fills up the vial, so that both
 * together never exceed what was opened. JW names the wasted units, JZ that there were none.
 */
export function codesOf({ product, side, units, waste }: Given): readonly BillingCode[] {
  const billing = billingOf(product)
  const basics: readonly BillingCode[] = [
    { code: diagnosis[side], amount: null, of: 'diagnosis' },
    { code: procedure[side], amount: null, of: 'procedure' },
  ]
  if (billing === null) return basics
  const size = billing.unit * 100
  const given = Math.ceil(units / size)
  if (waste === null) return [...basics, { code: billing.code, amount: given, of: 'given' }]
  const wasted = Math.max(0, Math.floor((units + waste) / size) - given)
  return [
    ...basics,
    wasted === 0
      ? { code: `${billing.code}-JZ`, amount: given, of: 'none-wasted' }
      : { code: billing.code, amount: given, of: 'given' },
    ...(wasted === 0 ? [] : [{ code: `${billing.code}-JW`, amount: wasted, of: 'wasted' } as const]),
  ]
}
