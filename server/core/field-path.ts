import type * as z from 'zod/mini'

/** A path into the request body, as screens read it: `entries[0].fields["session.units"]`. */
export const fieldPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((where, part) => {
    if (typeof part === 'number') return `${where}[${part}]`
    const name = String(part)
    if (!/^[A-Za-z_]\w*$/.test(name)) return `${where}[${JSON.stringify(name)}]`
    return where === '' ? name : `${where}.${name}`
  }, '')

type Issue = Readonly<{ code?: string | undefined; path: readonly PropertyKey[]; message: string }>

/**
 * The message a schema defines itself for a validation issue; null where there is only the library's default message, which
 * depends on what else the program has loaded. An unknown key is never repeated: it may be somebody's name.
 */
export function customMessage(issue: Issue | undefined, shape: z.ZodMiniType): string | null {
  if (issue === undefined) return null
  if (issue.code === 'unrecognized_keys') {
    const names = namesAt(shape, issue.path)
    return names === null ? 'It contains more than is allowed there.' : `There may stand: ${names.join(', ')}.`
  }
  return issue.message.startsWith('Invalid input') ? null : issue.message
}

/** The keys that the object at a path may have; null where that depends on other values. */
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
