import { type LineSubject, typeAndIdOf } from './line-subject.ts'

/** Resources that belong to no patient, such as practitioners and medications; each is read with every person who refers to it. */
export type SharedResources = Readonly<{
  /** `Type/id` to the line as it was read. */
  byKey: ReadonlyMap<string, string>
  /** The PractitionerRoles of a practitioner, by the practitioner's `Type/id`. */
  roles: ReadonlyMap<string, readonly string[]>
  /** Provenances that mark a report as a revision, by the report's `Type/id`. */
  revisions: ReadonlyMap<string, readonly string[]>
}>

/** Gathers what stands beside people from lines as they come; `beside` fills meanwhile. */
export function openSharedResources() {
  const byKey = new Map<string, string>()
  const roles = new Map<string, string[]>()
  const revisions = new Map<string, string[]>()
  const under = (map: Map<string, string[]>, key: string, value: string): void => {
    map.set(key, [...(map.get(key) ?? []), value])
  }
  return {
    beside: { byKey, roles, revisions } satisfies SharedResources,
    add: (whose: Extract<LineSubject, { kind: 'beside' | 'revision' }>, line: string): void => {
      if (whose.kind === 'revision') {
        for (const report of whose.of) under(revisions, report, line)
        return
      }
      byKey.set(whose.key, line)
      if (whose.type !== 'PractitionerRole') return
      const { practitioner } = JSON.parse(line) as Readonly<{ practitioner?: Readonly<{ reference?: unknown }> }>
      if (typeof practitioner?.reference === 'string') under(roles, typeAndIdOf(practitioner.reference), whose.key)
    },
  }
}

const reference = /"reference"\s*:\s*"([^"\\]+)"/g
const address = /"id"\s*:\s*"([^"\\]+)"/g

/** The shared resources that a person's lines refer to, directly or through another shared resource. */
export function sharedResourcesOf(
  { byKey, roles, revisions }: SharedResources,
  lines: readonly string[],
): readonly string[] {
  if (byKey.size === 0 && revisions.size === 0) return []
  const found = new Map<string, string>()
  const look = (line: string): void => {
    for (const [, to] of line.matchAll(reference)) {
      const key = typeAndIdOf(to as string)
      for (const one of [key, ...(roles.get(key) ?? [])]) {
        const text = byKey.get(one)
        if (text === undefined || found.has(one)) continue
        found.set(one, text)
        look(text)
      }
    }
    if (revisions.size === 0 || !line.includes('"DiagnosticReport"')) return
    for (const [, id] of line.matchAll(address))
      for (const text of revisions.get(`DiagnosticReport/${id}`) ?? []) found.set(text, text)
  }
  for (const line of lines) look(line)
  return [...found.values()]
}
