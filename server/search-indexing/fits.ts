import { holds, type Present, type Where } from '@facialis/record'
import { resourceKnowledge } from './resource-knowledge.ts'

/** Whether all of this is so of a resource that is at hand, without asking the record. */
export function fits({ id, lastUpdated, resource }: Present, where: readonly Where[]): boolean {
  if (where.length === 0) return true
  const held = { id, lastUpdated, values: resourceKnowledge.index(resource) }
  return where.every((one) => holds(one, held))
}
