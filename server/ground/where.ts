import type * as z from 'zod/mini'

/** A path into what was sent, as screens read it: `entries[0].fields["session.units"]`. */
export const whereOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((where, part) => {
    if (typeof part === 'number') return `${where}[${part}]`
    const name = String(part)
    if (!/^[A-Za-z_]\w*$/.test(name)) return `${where}[${JSON.stringify(name)}]`
    return where === '' ? name : `${where}.${name}`
  }, '')

type Issue = Readonly<{ code?: string | undefined; path: readonly PropertyKey[]; message: string }>

/**
 * What a shape says in words of its own of what it was given; null where only the library speaks, which says more or less of it
 * by what else the program has loaded. What may not stand there is not repeated: it may be somebody's name.
 */
export function ownWords(issue: Issue | undefined, shape: z.ZodMiniType): string | null {
  if (issue === undefined) return null
  if (issue.code === 'unrecognized_keys') {
    const names = namesAt(shape, issue.path)
    return names === null ? 'There is more in it than may stand there.' : `There may stand: ${names.join(', ')}.`
  }
  return issue.message.startsWith('Invalid input') ? null : issue.message
}

/** The names that may stand in the object at a place; null where that hangs on what else was sent. */
function namesAt(shape: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] | null {
  const { def } = (shape as z.core.$ZodTypes)._zod
  const [next, ...rest] = path
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return namesAt(def.innerType, path)
    case 'object': {
      if (next === undefined) return Object.keys(def.shape)
      const inside = def.shape[String(next)]
      return inside === undefined ? null : namesAt(inside, rest)
    }
    case 'array':
      return next === undefined ? null : namesAt(def.element, rest)
    case 'record':
      return next === undefined ? null : namesAt(def.valueType, rest)
    default:
      return null
  }
}
