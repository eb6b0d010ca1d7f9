import type { Cites } from './passage.ts'

/** A number a site may set, with its cited default and the bounds within which it stays safe. */
export type PolicyNumber = Readonly<{
  kind: 'policy'
  id: string
  label: string
  unit: 'd' | 'a' | '%' | 'U' | 'score' | 'count' | 'mm'
  default: number
  min: number
  max: number
  because: Cites
}>

/** The numbers in force at a site, by policy id. */
export type Policy = Readonly<Record<string, number>>

export const policyNumber = (id: string, settings: Omit<PolicyNumber, 'kind' | 'id'>): PolicyNumber => {
  if (!Number.isInteger(settings.default)) throw new Error(`Policy ${id}: numbers are whole, got ${settings.default}.`)
  if (settings.default < settings.min || settings.default > settings.max)
    throw new Error(`Policy ${id}: its default ${settings.default} lies outside ${settings.min} to ${settings.max}.`)
  return { kind: 'policy', id, ...settings }
}

/** The number in force: the site's own, and the usual one where it has none. */
export const numberIn = (policy: Policy, { id, default: usual }: Pick<PolicyNumber, 'id' | 'default'>): number =>
  policy[id] ?? usual

/** Every policy number at its default. */
export const defaultPolicy = (numbers: readonly PolicyNumber[]): Policy =>
  Object.freeze(Object.fromEntries(numbers.map((number) => [number.id, number.default])))
