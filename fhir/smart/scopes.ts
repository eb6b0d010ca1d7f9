/** How a server writes what may be read: `patient/Observation.read` (SMART 1) or `patient/Observation.rs` (SMART 2). */
export type ScopeStyle = 'v1' | 'v2'

/** What is asked for to read these types of one person's record, each alone: whoever grants may take single ones away. */
export const scopesFor = (types: readonly string[], style: ScopeStyle): readonly string[] =>
  types.map((type) => `patient/${type}.${style === 'v1' ? 'read' : 'rs'}`)

/** Reads one resource whose id is known, or finds all of a type. */
export type ReadingAct = 'read' | 'search'

/** `in part`: a scope that is narrowed to some of them, so that nobody can tell what the others would say. */
export type Granted = 'whole' | 'in part' | 'no'

type Scope = Readonly<{ type: string; acts: ReadonlySet<string>; isNarrowed: boolean }>

/** Whether these granted scopes, parted by spaces and of either style, let resources of a type be read. */
export function grantedIn(scopes: string, type: string, act: ReadingAct): Granted {
  const fitting = scopes
    .split(' ')
    .flatMap((text) => scopeIn(text) ?? [])
    .filter((scope) => (scope.type === '*' || scope.type === type) && scope.acts.has(act))
  if (fitting.length === 0) return 'no'
  return fitting.some(({ isNarrowed }) => !isNarrowed) ? 'whole' : 'in part'
}

/** Why a kind may not be there as a whole for want of access. */
export type GrantGap = 'not granted' | 'granted in part' | 'grant not said'

/** @param scopes null where the server did not say what it granted */
export function grantGap(scopes: string | null, type: string, act: ReadingAct): GrantGap | null {
  if (scopes === null) return 'grant not said'
  const granted = grantedIn(scopes, type, act)
  switch (granted) {
    case 'no':
      return 'not granted'
    case 'in part':
      return 'granted in part'
    case 'whole':
      return null
    default:
      return granted satisfies never
  }
}

/** Whether any of them lets something be written. */
export const writesIn = (scopes: string): boolean =>
  scopes.split(' ').some((text) => scopeIn(text)?.acts.has('write') ?? false)

const none: ReadonlySet<string> = new Set()

/** A scope on clinical resources; null for any other, such as `launch` or `openid`. */
function scopeIn(text: string): Scope | null {
  const parts = /^(?:patient|user)\/(\*|[A-Z][A-Za-z]+)\.(\*|read|write|c?r?u?d?s?)(\?.+)?$/.exec(text)
  if (parts === null) return null
  const [, type = '', acts = '', narrowing] = parts
  return { type, acts: actsOf(acts), isNarrowed: narrowing !== undefined }
}

function actsOf(acts: string): ReadonlySet<string> {
  if (acts === '*') return new Set(['read', 'search', 'write'])
  if (acts === 'read') return new Set(['read', 'search'])
  if (acts === 'write') return new Set(['write'])
  if (acts === '') return none
  return new Set([
    ...(acts.includes('r') ? ['read'] : []),
    ...(acts.includes('s') ? ['search'] : []),
    ...(/[cud]/.test(acts) ? ['write'] : []),
  ])
}
