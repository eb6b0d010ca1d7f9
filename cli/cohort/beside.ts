import { bare, type Whose } from './whose.ts'

/** Resources that stand beside people, by address; each is given to whoever refers to it. */
export type Beside = Readonly<{
  /** Each by its address, in the text in which it came. */
  byKey: ReadonlyMap<string, string>
  /** The roles of a practitioner, by the practitioner's address. */
  roles: ReadonlyMap<string, readonly string[]>
  /** What says of a report that it revises another, by the report's address. */
  revisions: ReadonlyMap<string, readonly string[]>
}>

/** Gathers what stands beside people from lines as they come; `beside` fills meanwhile. */
export function gatheringBeside() {
  const byKey = new Map<string, string>()
  const roles = new Map<string, string[]>()
  const revisions = new Map<string, string[]>()
  const under = (map: Map<string, string[]>, key: string, value: string): void => {
    map.set(key, [...(map.get(key) ?? []), value])
  }
  return {
    beside: { byKey, roles, revisions } satisfies Beside,
    add: (whose: Extract<Whose, { kind: 'beside' | 'revision' }>, line: string): void => {
      if (whose.kind === 'revision') {
        for (const report of whose.of) under(revisions, report, line)
        return
      }
      byKey.set(whose.key, line)
      if (whose.type !== 'PractitionerRole') return
      const { practitioner } = JSON.parse(line) as Readonly<{ practitioner?: Readonly<{ reference?: unknown }> }>
      if (typeof practitioner?.reference === 'string') under(roles, bare(practitioner.reference), whose.key)
    },
  }
}

const reference = /"reference"\s*:\s*"([^"\\]+)"/g
const address = /"id"\s*:\s*"([^"\\]+)"/g

/** What stands beside a person and is referred to, by them or by something that is. */
export function besideThem({ byKey, roles, revisions }: Beside, lines: readonly string[]): readonly string[] {
  if (byKey.size === 0 && revisions.size === 0) return []
  const found = new Map<string, string>()
  const look = (line: string): void => {
    for (const [, to] of line.matchAll(reference)) {
      const key = bare(to as string)
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
