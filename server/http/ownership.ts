import type { ParamOf } from '@facialis/wire/api/endpoint.ts'

/**
 * Object-level authorisation: which of the objects that a path can name a caller may reach. `clinic`: any object here;
 * `asker`: only the caller's own; `opened`: only those of the record they opened in an emergency; `others`: all but their
 * own; `nobody`: none. What may not be reached is answered like what does not exist.
 */
export type Ownership = 'clinic' | 'asker' | 'opened' | 'others' | 'nobody'

/** Path parameters that name no object: a type, a version. */
type Kind = 'type' | 'compartment' | 'version' | 'plan'
const kinds: ReadonlySet<string> = new Set<Kind>(['type', 'compartment', 'version', 'plan'])

/** The path parameters that name an owned object: the `id` of a patient, the `file` of a record. */
export type OwnedParamOf<P extends string> = Exclude<ParamOf<P>, Kind>

const thingsIn = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].flatMap(([, name = '']) => (kinds.has(name) ? [] : [name]))

/** The caller's own object, another's, one that does not exist; or another's under a path of the caller's own. */
const cases = ['own', 'another’s', 'absent', 'misplaced'] as const
export type AccessCase = (typeof cases)[number]

type Line = Readonly<{ path: string; ownership?: Ownership }>

/** The access cases that a route has to be tested for. */
export const accessCasesOf = ({ path, ownership }: Line): readonly AccessCase[] => {
  const many = ownership === undefined ? 0 : thingsIn(path).length
  return many === 0 ? [] : cases.filter((one) => one !== 'misplaced' || (many > 1 && ownership === 'clinic'))
}

/** Whether access is granted in this case, to a caller who holds the permission. */
export const isGranted = ({ ownership }: Line, asked: AccessCase): boolean =>
  asked === 'own'
    ? ownership === 'clinic' || ownership === 'asker' || ownership === 'opened'
    : asked === 'another’s' && (ownership === 'clinic' || ownership === 'others')
