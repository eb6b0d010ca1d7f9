import type { DialectName } from '@facialis/engine/sql/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Asking } from '@facialis/language'
import { dayOf, parsed, today } from '../input/command-line.ts'
import { dialectNamed } from '../input/dialect.ts'
import { ExitError } from '../input/exit-error.ts'
import { peoplePath, refuseStdinTwice } from '../input/people-path.ts'
import { readPolicy } from '../input/policy-file.ts'
import type { CommandIo } from '../io/command-io.ts'

/** Tables of a database, and the id under which these people are kept there. */
export type Into = Readonly<{ dialect: DialectName; tenantId: string }>

export type FactsOptions = Readonly<{
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

/** @throws ExitError */
export async function factsOptionsOf(rest: readonly string[], io: CommandIo): Promise<FactsOptions> {
  const { values, positionals } = parsed(rest, options)
  const path = peoplePath(positionals)
  const { dialect, tenant, policy: file } = values
  refuseStdinTwice(path, file)
  if (dialect === undefined && tenant !== undefined)
    throw new ExitError('--tenant needs --dialect: an Observation has no tenant.')
  if (dialect !== undefined && (tenant === undefined || tenant === ''))
    throw new ExitError('--dialect needs --tenant: the id under which these people are stored.')
  const asOf = dayOf('as-of', values['as-of']) ?? today(io)
  const policy = file === undefined ? {} : await readPolicy(file, hemifacialSpasm, { day: asOf, io })
  const into = dialect === undefined ? null : { dialect: dialectNamed(dialect), tenantId: tenant as string }
  return { path, asking: { asOf, policy }, into }
}
