import type { Day } from '@facialis/language'
import { dayOf, parsed } from '../input/command-line.ts'
import { Stop } from '../input/stop.ts'

/** What is asked of one person: the file that tells of them, for which day, by which numbers. */
export type Asked = Readonly<{ path: string; json: boolean; asOf: Day | null; policy: string | undefined }>

const options = { json: { type: 'boolean' }, 'as-of': { type: 'string' }, policy: { type: 'string' } } as const

/** @throws Stop */
export function askedOf(rest: readonly string[]): Asked {
  const { values, positionals } = parsed(rest, options)
  const [path, ...more] = positionals
  if (path === undefined || path === '') throw new Stop('Say which file to read, or - for the standard input.')
  if (more.length > 0) throw new Stop(`One file at a time: ${JSON.stringify(more[0])} is one too many.`)
  const { json = false, policy } = values
  if (path === '-' && policy === '-') throw new Stop('The standard input can be the person or the policy, not both.')
  return { path, json, asOf: dayOf('as-of', values['as-of']), policy }
}
