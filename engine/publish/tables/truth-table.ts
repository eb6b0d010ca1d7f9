import type { Condition } from '@facialis/language'
import { type Case, casesWhere, no, unknown, yes } from './cases.ts'
import { conditionParts } from './condition-parts.ts'

/**
 * When a condition is yes and when it is no, over its parts. Any other state is not known; where there is no such
 * state, what is not known of the parts has already been counted.
 */
export type TruthTable = Readonly<{
  parts: readonly Condition[]
  yes: readonly Case[]
  no: readonly Case[]
  canBeUnknown: boolean
}>

const widest = 12
const longest = 30

/** The finest table that can still be read; null for a condition that is too wide for any. */
export function truthTable(condition: Condition): TruthTable | null {
  for (const depth of [4, 3, 2, 1]) {
    const parts = conditionParts([condition], depth)
    if (parts.length > widest) continue
    const holds = casesWhere(condition, parts, yes)
    const fails = casesWhere(condition, parts, no)
    const open = casesWhere(condition, parts, unknown)
    if (holds === null || fails === null || holds.length + fails.length > longest) continue
    return { parts, yes: holds, no: fails, canBeUnknown: open === null || open.length > 0 }
  }
  return null
}
