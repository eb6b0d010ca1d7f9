import type { Cites } from './passage.ts'

/** Where a label holds. */
export const jurisdictions = ['us', 'uk', 'eu', 'ca', 'kr', 'cn'] as const
export type Jurisdiction = (typeof jurisdictions)[number]

/** What a product's label says about one indication in one place, as it was read on a day. Never simply "approved". */
export type LabelStatus = Readonly<{
  jurisdiction: Jurisdiction
  /** A word of the field that names the product. */
  product: string
  indication: string
  status: 'labelled' | 'not-labelled' | 'not-marketed' | 'unclear'
  /** The date of the label as it was read: a year, a month or a day. */
  labelDate: string
  because: Cites
  unverified: boolean
}>

/** What is known of a product's label in a place; null when nobody has read it. */
export const labelStatusOf = (
  labels: readonly LabelStatus[],
  asked: Pick<LabelStatus, 'product' | 'indication'> & Readonly<{ jurisdiction: Jurisdiction | null }>,
): LabelStatus | null =>
  labels.find(
    (label) =>
      label.jurisdiction === asked.jurisdiction &&
      label.product === asked.product &&
      label.indication === asked.indication,
  ) ?? null
