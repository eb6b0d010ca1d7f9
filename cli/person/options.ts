import type { Day } from '@facialis/language'
import { dayOf, parsed } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'

/** The parsed options of commands about one person: the file, the day, the policy. */
export type PersonOptions = Readonly<{ path: string; json: boolean; asOf: Day | null; policy: string | undefined }>

const options = { json: { type: 'boolean' }, 'as-of': { type: 'string' }, policy: { type: 'string' } } as const

/** @throws ExitError */
export function personOptionsOf(rest: readonly string[]): PersonOptions {
  const { values, positionals } = parsed(rest, options)
  const [path, ...more] = positionals
  if (path === undefined || path === '') throw new ExitError('Name the file to read, or - for standard input.')
  if (more.length > 0) throw new ExitError(`Only one file at a time: ${JSON.stringify(more[0])} is one too many.`)
  const { json = false, policy } = values
  if (path === '-' && policy === '-') throw new ExitError('Standard input can be the person or the policy, not both.')
  return { path, json, asOf: dayOf('as-of', values['as-of']), policy }
}
