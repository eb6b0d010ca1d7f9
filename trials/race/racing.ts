import type { Product } from '../product.ts'

/** A clinic with a door or two, and who comes to them. */
export type Racing = Readonly<{
  doors: readonly Product[]
  cookie: string
  reader: string
  tell: (doing: string, share: number) => void
}>

export const doorFor = ({ doors }: Racing, racer: number): Product => doors[racer % doors.length] as Product
