import type { DialectName } from '@facialis/engine/sql/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Asking } from '@facialis/language'
import type { Desk } from '../desk/desk.ts'
import { dayOf, parsed, today } from '../input/command-line.ts'
import { dialectNamed } from '../input/dialect.ts'
import { readPolicy } from '../input/policy-file.ts'
import { Stop } from '../input/stop.ts'

/** Tables of a database, and the id under which these people are kept there. */
export type Into = Readonly<{ dialect: DialectName; tenantId: string }>

export type AskedOfFacts = Readonly<{
  path: string
  asking: Asking
  /** Null: Fact Observations. */
  into: Into | null
}>

const options = {
  dialect: { type: 'string' },
  tenant: { type: 'string' },
  'as-of': { type: 'string' },
  policy: { type: 'string' },
} as const

/** @throws Stop */
export async function askedOfFacts(rest: readonly string[], desk: Desk): Promise<AskedOfFacts> {
  const { values, positionals } = parsed(rest, options)
  const [path, more] = positionals
  if (path === undefined || path === '')
    throw new Stop('Say which file of lines (NDJSON) or folder to read, or - for the standard input.')
  if (more !== undefined) throw new Stop(`One file or folder at a time: ${JSON.stringify(more)} is one too many.`)
  const { dialect, tenant, policy: file } = values
  if (file === '-' && path === '-') throw new Stop('The standard input can be the people or the policy, not both.')
  if (dialect === undefined && tenant !== undefined)
    throw new Stop('--tenant belongs to --dialect: an Observation names no tenant.')
  if (dialect !== undefined && (tenant === undefined || tenant === ''))
    throw new Stop('--dialect needs --tenant: the id under which these people are kept.')
  const asOf = dayOf('as-of', values['as-of']) ?? today(desk)
  const policy = file === undefined ? {} : await readPolicy(file, hemifacialSpasm, { day: asOf, desk })
  const into = dialect === undefined ? null : { dialect: dialectNamed(dialect), tenantId: tenant as string }
  return { path, asking: { asOf, policy }, into }
}
