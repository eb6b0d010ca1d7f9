import { isText } from '../json/json.ts'
import { codingsOf, wordsOf } from './concept.ts'
import { saysMore } from './stated-reason.ts'
import { addressesOf } from './systems.ts'

/**
 * Whether a medicine is told by codes alone, or by words that say nothing: nobody can tell what it is who does not read those
 * codes. For whoever has found that none of them is known here.
 */
export function isUnnamed(concept: unknown): boolean {
  const codings = codingsOf(concept)
  if (codings.some(({ system, code }) => isText(code) && isWholeClass(system, code))) return false
  return !wordsOf(concept).some(
    (words) => codings.every(({ code }) => saysMore(words, String(code))) && saysMore(words, ''),
  )
}

/** Each substance has one place in that list: whatever stands at another one is something else. */
const isWholeClass = (system: unknown, code: string): boolean =>
  addressesOf.atc.some((address) => address === system) && /^[a-z]\d{2}[a-z]{2}\d{2}$/i.test(code.trim())
