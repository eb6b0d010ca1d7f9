import type { Act, Resource } from '../index.ts'

const text = (value: unknown): string[] => (typeof value === 'string' ? [value] : [])

/** Plain knowledge about plain resources: `status`, `tag` (many) and `due` can be searched, `due` in order, `patient` says whose it is. */
export const knowing = {
  index: (resource: Resource) => [
    ...text(resource.status).map((value) => ({ name: 'status', value })),
    ...text(resource.due).map((value) => ({ name: 'due', value })),
    ...(Array.isArray(resource.tag) ? resource.tag.flatMap(text).map((value) => ({ name: 'tag', value })) : []),
  ],
  isOrdered: (_: string, name: string) => name === 'due',
  patientOf: (resource: Resource) =>
    resource.resourceType === 'Patient' ? (resource.id ?? null) : (text(resource.patient)[0] ?? null),
}

/** An act that uses everything one can: three resources with search values, a decision, a setting alongside, a key. */
export const wholeAct = (name: string): Act => ({
  actor: { id: 'demo-nurse' },
  action: 'write',
  idempotencyKey: name,
  changes: ['a', 'b', 'c'].map((part) => ({
    method: 'update',
    expectedVersion: 'any',
    resource: { resourceType: 'Task', id: `${name}-${part}`, patient: 'ada', status: 'requested' },
  })),
  decision: { pathway: 'demo', pathwayVersion: '1', input: name, policy: '', advice: '' },
  alongside: async (stores) => {
    await stores.settings.put(`done.${name}`, true)
    return undefined
  },
})
