import { type DialectName, dialectNames } from '@facialis/engine/sql/index.ts'
import { ExitError } from './exit-error.ts'

/** The database that --dialect names. @throws ExitError */
export function dialectNamed(name: string | undefined): DialectName {
  const known = dialectNames.find((one) => one === name)
  if (known) return known
  const all = `${dialectNames.slice(0, -1).join(', ')} or ${dialectNames.at(-1)}`
  throw new ExitError(
    name === undefined
      ? `Name the database with --dialect ${all}.`
      : `--dialect ${JSON.stringify(name)} is not known: choose ${all}.`,
  )
}
