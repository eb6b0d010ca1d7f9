import type { Case } from '../naive/on-the-day.ts'
import type { Encoding } from './encoding.ts'
import { lawsBroken } from './sheet-laws.ts'
import { foundOtherwise, notEnough } from './somebody-found.ts'
import { compared } from './told-otherwise.ts'

/** The ways an encoding is looked at. */
const looks = {
  'who has more entries': (encoding: Encoding, one: Case) => notEnough(encoding, one, 60).otherwise,
  'who is found': (encoding: Encoding, one: Case) => foundOtherwise(encoding, one).otherwise,
  'what may be in a sheet': lawsBroken,
  'whoever is on a chart': (encoding: Encoding, one: Case) => {
    const { isAmong, otherwise } = compared(encoding, one)
    return isAmong ? otherwise : ['is not among everybody', ...otherwise]
  },
} satisfies Record<string, (encoding: Encoding, one: Case) => readonly string[]>
export type Look = keyof typeof looks
export const everyLook = Object.keys(looks) as readonly Look[]

/** At whom of these an encoding is seen to be wrong first by one of these looks; null where it is not. */
export function noticed(encoding: Encoding, by: readonly Look[], cases: readonly Case[]): string | null {
  for (const [at, one] of cases.entries())
    for (const look of by) {
      const [first] = looks[look](encoding, one)
      if (first !== undefined) return `${at}, ${look}: ${first}`
    }
  return null
}
