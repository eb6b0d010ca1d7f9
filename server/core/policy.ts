import { defaultPolicy, type Pathway, type Policy } from '@facialis/language'
import type { Stores } from '@facialis/record'
import type { CoreContext } from './core-context.ts'
import { ok, type Result, refuse } from './refusal.ts'

const key = 'policy'

/** The site's own numbers as they were set, oldest first. What was in force on an earlier day stays knowable. */
export type PolicyChange = Readonly<{ from: string; by: string; values: Policy }>

export async function policyHistory({ settings }: Pick<Stores, 'settings'>): Promise<readonly PolicyChange[]> {
  const kept = await settings.get(key)
  return Array.isArray(kept) ? (kept as readonly PolicyChange[]) : []
}

/** Every number in force: the pathway's defaults, and above them what the site has set, within bounds. */
export async function policyInForce({
  record,
  pathway,
  today,
}: Pick<CoreContext, 'record' | 'pathway' | 'today'>): Promise<Policy> {
  const day = today()
  const own = (await policyHistory(record)).findLast((change) => change.from <= day)?.values ?? {}
  return withinBounds(pathway, own)
}

/** A number kept by an older version may lie outside today's bounds: then the default counts, for bounds are safety. */
function withinBounds(pathway: Pathway, own: Policy): Policy {
  const values = { ...defaultPolicy(pathway.policy) }
  for (const { id, min, max } of pathway.policy) {
    const set = own[id]
    if (set !== undefined && Number.isInteger(set) && set >= min && set <= max) values[id] = set
  }
  return values
}

/** Checks numbers somebody wants to set. */
export function checkPolicy(pathway: Pathway, asked: Readonly<Record<string, number>>): Result<Policy> {
  const numbers = new Map(pathway.policy.map((number) => [number.id, number]))
  for (const [id, value] of Object.entries(asked)) {
    const where = `values[${JSON.stringify(id)}]`
    const number = numbers.get(id)
    if (!number) return refuse(422, 'unknown-number', `There is no number "${id}".`, { where })
    if (!Number.isInteger(value)) return refuse(422, 'not-whole', `"${number.label}" is a whole number.`, { where })
    if (value < number.min || value > number.max) {
      return refuse(422, 'out-of-bounds', `"${number.label}" lies between ${number.min} and ${number.max}.`, { where })
    }
  }
  return ok(asked)
}

export const putPolicy = ({ settings }: Pick<Stores, 'settings'>, history: readonly PolicyChange[]): Promise<void> =>
  settings.put(key, history)
