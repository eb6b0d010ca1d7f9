import type { Advice, Decided, Listed } from '@facialis/language'

const isDecided = (decision: Decided | Listed | undefined): decision is Decided =>
  decision !== undefined && typeof decision.answer === 'string'

/** A decision with one answer; null when this version of the pathway has none of that id. */
export const decidedOf = (advice: Advice, id: string): Decided | null => {
  const decision = advice.decisions[id]
  return isDecided(decision) ? decision : null
}

export const decidedBy = (advice: Advice, ids: readonly string[]): Readonly<Record<string, Decided>> =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const decision = decidedOf(advice, id)
      return decision === null ? [] : [[id, decision] as const]
    }),
  )

export type RankedCandidate = Readonly<{
  id: string
  for: readonly string[]
  against: readonly string[]
  wouldSettle: readonly string[]
}>

/** The differential, most likely first. */
export function candidatesOf(advice: Advice): readonly RankedCandidate[] {
  const answer = advice.decisions.differential?.answer
  if (!Array.isArray(answer)) return []
  return (answer as readonly unknown[]).flatMap((item) => {
    if (typeof item !== 'object' || item === null || !('id' in item) || typeof item.id !== 'string') return []
    const list = (name: string): readonly string[] => {
      const found = (item as Readonly<Record<string, unknown>>)[name]
      return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : []
    }
    return [{ id: item.id, for: list('for'), against: list('against'), wouldSettle: list('wouldSettle') }]
  })
}

/** A text of a decision's detail, or null. */
export const detailText = (decision: Decided | null, name: string): string | null => {
  const value = decision?.detail[name]
  return typeof value === 'string' ? value : null
}

export const detailList = (decision: Decided | null, name: string): readonly string[] => {
  const value = decision?.detail[name]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
