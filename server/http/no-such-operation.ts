import { methodNotAllowed, type Refusal, refuse } from '../core/refusal.ts'

type Line = Readonly<{ method: string; path: string }>

/**
 * What is said of an operation that is asked for in a way, or at an address, where there is none; null of any other address.
 * It tells what the manual tells everybody, and nothing of what is on record.
 */
export function noSuchOperation({ path }: Pick<Line, 'path'>, lines: readonly Line[]): Refusal | null {
  const name = /\/(?:\$|%24)([A-Za-z][A-Za-z-]*)(?=\/|$)/.exec(path)?.[1]
  if (name === undefined) return null
  const offered = lines.filter((line) => named.test(line.path))
  const same = offered.filter((line) => line.path.endsWith(`/$${name}`))
  if (same.length === 0)
    return refuse(
      404,
      'unknown-operation',
      `There is no operation $${name} here. There are ${listed(offered)}. Read, search (with _include and _revinclude) and write everything else by its type.`,
    )
  const behind = same.every(({ method }) => method === 'GET') ? '; what it takes stands behind "?"' : ''
  const here = same.filter((line) => isAt(line, path))
  // Whatever can be read can be asked for its head.
  const allow = here.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  return methodNotAllowed(allow, 'not-supported', `$${name} is asked for as ${listed(same)}${behind}.`)
}

/** Whether a line is asked at this address, whoever it is about. */
const isAt = (line: Line, path: string): boolean => {
  const [asked, parts] = [path.replace('%24', '$').split('/'), line.path.split('/')]
  return asked.length === parts.length && parts.every((part, at) => part.startsWith(':') || part === asked[at])
}

/** An operation, and not what one left behind, such as the file of an export. */
const named = /^\/fhir\/(?:.*\/)?\$[a-z]+$/

const listed = (lines: readonly Line[]): string => {
  const byPath = Map.groupBy(lines, ({ path }) => path)
  const all = [...byPath].map(
    ([path, ones]) =>
      `${ones.map(({ method }) => method).join(' or ')} ${path.slice('/fhir/'.length).replaceAll(/:\w+/g, '[id]')}`,
  )
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
