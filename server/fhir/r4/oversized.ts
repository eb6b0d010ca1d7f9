import type { Problem } from '@facialis/wire'

/** The most elements of a resource: some hundred times what a clinic's resources hold, and some tenths of a second to check. */
export const mostElements = 5000

/** The problem of a resource with too many elements, at the place where most of them are; null for any other. */
export function oversized(resource: unknown): Problem | null {
  if (typeof resource !== 'object' || resource === null) return null
  const counts = Object.entries(resource).map(([member, value]) => ({ member, many: elementsIn(value) }))
  if (counts.reduce((sum, { many }) => sum + many, 0) <= mostElements) return null
  const [most] = counts.sort((a, b) => b.many - a.many)
  const type = 'resourceType' in resource ? String(resource.resourceType) : 'Resource'
  const sentence = `A resource has at most ${mostElements} elements.`
  return { code: 'too-long', sentence, where: `${type}.${most?.member}` }
}

/** Counted no further than one too many. */
function elementsIn(value: unknown): number {
  let many = 0
  const open = [value]
  while (open.length > 0 && many <= mostElements) {
    const one = open.pop()
    many++
    if (typeof one === 'object' && one !== null) for (const inner of Object.values(one)) open.push(inner)
  }
  return many
}
