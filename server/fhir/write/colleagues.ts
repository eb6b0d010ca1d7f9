import type { Clinic } from '../../clinic.ts'
import { nameKey } from '../../knowing.ts'
import { clinicSettings } from '../../settings.ts'

type Json = Readonly<Record<string, unknown>>
export type IsOurs = (performer: Json) => boolean

/** Tells who works here from who does not: by the names of the accounts and of the clinic. Who has no name counts as ours. */
export async function colleagues({ record }: Pick<Clinic, 'record'>): Promise<IsOurs> {
  const [accounts, { name }] = await Promise.all([record.accounts.list(), clinicSettings(record)])
  const ours = new Set(['', nameKey(name), ...accounts.map(({ displayName }) => nameKey(displayName))])
  return ({ display }) => ours.has(nameKey(typeof display === 'string' ? display : ''))
}
