import { isObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { foldText } from '@facialis/fhir/terms/fold-text.ts'
import { saysNothing } from '@facialis/fhir/terms/stated-reason.ts'
import type { CoreContext } from '../core/core-context.ts'
import { clinicSettings } from '../core/settings.ts'
import { longestName, nameKey } from '../search-indexing/name-key.ts'
import { referenceKey } from '../search-indexing/values.ts'
import { mayBeTheSame } from './same-name.ts'

type Json = Readonly<Record<string, unknown>>
/** Words that name no person and no place, by themselves or together: "our neurologist", "clinic staff". */
const nobody: ReadonlySet<string> = new Set([
  'us',
  'we',
  'me',
  'self',
  'myself',
  'here',
  'staff',
  'team',
  'doctor',
  'nurse',
  'physician',
  'our',
  'the',
  'clinic',
  'neurologist',
  'surgeon',
  'injector',
  'colleague',
])
export type IsOurs = (performer: Json) => boolean

/**
 * Tells who works here from who does not: by the numbers and the names of the accounts, and by the name of the clinic. Who has
 * no name, or one that is none for its length, counts as ours, and so does whoever may be one of us written otherwise: with a title, without a middle name, by an initial.
 */
export async function colleagues({ record }: Pick<CoreContext, 'record'>): Promise<IsOurs> {
  const [accounts, { name }] = await Promise.all([record.accounts.list(), clinicSettings(record)])
  // A name without words would be anybody's.
  const names = [name, ...accounts.map(({ displayName }) => displayName)]
    .map(foldText)
    .filter((one) => nameKey(one) !== '')
  const numbers: ReadonlySet<unknown> = new Set(accounts.flatMap(({ id }) => [id, `Practitioner/${id}`]))
  return ({ display, reference, identifier }) => {
    const identifiers = isObject(identifier) ? [identifier] : objectsIn(identifier)
    const named = typeof reference === 'string' ? referenceKey(reference) : ''
    if ([named, ...identifiers.map(({ value }) => value)].some((one) => numbers.has(one))) return true
    const said = typeof display === 'string' && display.length <= longestName ? foldText(display) : ''
    return (
      saysNothing(said) ||
      nameKey(said)
        .split(' ')
        .every((word) => nobody.has(word)) ||
      names.some((one) => mayBeTheSame(said, one))
    )
  }
}
