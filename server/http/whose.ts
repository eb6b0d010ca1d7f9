import type { ParamOf } from '@facialis/wire/api/endpoint.ts'

/**
 * Which things may be had of those a path can name: whatever the clinic has, whoever put it there; only what the asker
 * put there themselves; only what belongs to whose record they opened in an emergency; all but what they did themselves;
 * or none, by nobody. What may not be had is answered like what is not there.
 */
export type Whose = 'clinic' | 'asker' | 'opened' | 'others' | 'nobody'

/** What a path names beside things: which type, which version. */
type Kind = 'type' | 'compartment' | 'version' | 'plan'
const kinds: ReadonlySet<string> = new Set<Kind>(['type', 'compartment', 'version', 'plan'])

/** The names in a path behind which stands one thing of somebody: the `id` of a patient, the `file` of a record. */
export type ThingOf<P extends string> = Exclude<ParamOf<P>, Kind>

const thingsIn = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].flatMap(([, name = '']) => (kinds.has(name) ? [] : [name]))

/** One's own, somebody else's, none that is there; or somebody else's as if it belonged to one's own. */
const cases = ['own', 'another’s', 'absent', 'misplaced'] as const
export type Case = (typeof cases)[number]

type Line = Readonly<{ path: string; whose?: Whose }>

/** In which ways a thing may be asked for by one line of the table of routes. */
export const casesOf = ({ path, whose }: Line): readonly Case[] => {
  const many = whose === undefined ? 0 : thingsIn(path).length
  return many === 0 ? [] : cases.filter((one) => one !== 'misplaced' || (many > 1 && whose === 'clinic'))
}

/** Whether a thing that is asked for in this way may be had, by those who may ask at all. */
export const isHad = ({ whose }: Line, asked: Case): boolean =>
  asked === 'own'
    ? whose === 'clinic' || whose === 'asker' || whose === 'opened'
    : asked === 'another’s' && (whose === 'clinic' || whose === 'others')
