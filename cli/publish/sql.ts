import { planOf } from '@facialis/engine'
import { createTables, dialects, fillTables, queryOf } from '@facialis/engine/sql/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { dayOf, parsed, today } from '../input/command-line.ts'
import { dialectNamed } from '../input/dialect.ts'
import { ExitError } from '../input/exit-error.ts'
import { readPolicy } from '../input/policy-file.ts'
import type { CommandIo } from '../io/command-io.ts'
import { sqlHeading } from '../output/sql-heading.ts'
import { viewAddresses } from './views.ts'

const options = {
  dialect: { type: 'string' },
  tables: { type: 'boolean' },
  'as-of': { type: 'string' },
  policy: { type: 'string' },
  fill: { type: 'boolean' },
  tenant: { type: 'string' },
} as const

/** `facialis sql --dialect NAME [--tables | --fill --tenant ID | --policy FILE] [--as-of DATE]` */
export async function sql(rest: readonly string[], io: CommandIo): Promise<number> {
  const say = (lines: readonly string[]): number => {
    io.stdout.write(`${lines.join('\n')}\n`)
    return 0
  }
  const { values, positionals } = parsed(rest, options)
  const [more] = positionals
  if (more !== undefined) throw new ExitError(`"sql" reads no file: ${JSON.stringify(more)} is one word too many.`)
  const dialect = dialects[dialectNamed(values.dialect)]
  const plan = planOf(hemifacialSpasm)
  if (values.tables && values.fill) throw new ExitError('Use --tables or --fill, not both.')
  if (values.tenant !== undefined && !values.fill)
    throw new ExitError('--tenant needs --fill: the query covers all tenants.')
  if (values.tables) {
    if (values['as-of'] !== undefined || values.policy !== undefined)
      throw new ExitError(
        '--tables prints the tables, which depend on no day and no policy: leave out --as-of and --policy.',
      )
    return say([heading(dialect.title, 'the flat fact table'), ...tableRemarks, '', createTables(plan, dialect)])
  }
  const asOf = dayOf('as-of', values['as-of']) ?? today(io)
  if (values.fill) {
    if (values.tenant === undefined || values.tenant === '')
      throw new ExitError('--fill needs --tenant: the id under which these people are stored.')
    if (values.policy !== undefined)
      throw new ExitError('--fill loads facts already resolved, whatever the policy: leave out --policy.')
    const statements = fillTables(plan, { dialect, addresses: viewAddresses, tenantId: values.tenant, asOf })
    return say([heading(dialect.title, 'filling the flat fact table'), ...fillRemarks, '', statements])
  }
  const policy = values.policy === undefined ? {} : await readPolicy(values.policy, hemifacialSpasm, { day: asOf, io })
  const remarks = [...queryRemarks, ...(dialect.name === 'postgres' ? postgresRemarks : [])]
  return say([heading(dialect.title, 'every decision'), ...remarks, '', `${queryOf(plan, dialect, { asOf, policy })};`])
}

const heading = (title: string, what: string): string =>
  [sqlHeading(title, what), '-- Written by "facialis sql" from the rules of the pathway; edit those, not this.'].join(
    '\n',
  )

const queryRemarks: readonly string[] = [
  '-- It reads the tables of "facialis sql --tables" (docs/fact-table.md); one row per person, one column per decision.',
  '-- The day and the numbers of your site are in "asking", the first step; change nothing else.',
  '-- as_of_day: only people whose facts were resolved for this day (person.as_of) have a row in the result.',
]
const postgresRemarks: readonly string[] = [
  '-- Run "SET jit = off;" first: compiling so many small expressions takes longer than evaluating them.',
]
const tableRemarks: readonly string[] = ['-- docs/fact-table.md explains each column, and what NULL means.']

const fillRemarks: readonly string[] = [
  '-- It reads tables with the names and columns of the views that "facialis publish views" writes (SQL on FHIR), and their rows',
  '-- for the Fact Observations of one day; person.as_of is that day.',
]
