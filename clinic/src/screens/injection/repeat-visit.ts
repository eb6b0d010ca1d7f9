import { words } from './words.ts'

/** One press of a visit: the role and the accessible name of what is pressed. */
export type Press = Readonly<{ role: 'button'; name: string }>

const press = (name: string): Press => ({ role: 'button', name })

type Visit = Readonly<{ side: 'left' | 'right'; lot: string; expiry: string; vial: number }>

/** A typical repeat visit, press by press: the same plan and vial as last time, nothing new at the chair. */
export const repeatVisit = ({ side, lot, expiry, vial }: Visit): readonly Press[] => [
  press(words.chair.nothingNew),
  press(words.vial.sameLot(lot, expiry)),
  press(words.vial.add(vial)),
  press(words.map.copy),
  press(words.map.confirm(side)),
  press(words.sign.press),
]
