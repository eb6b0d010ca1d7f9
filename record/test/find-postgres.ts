import { existsSync } from 'node:fs'
import { join } from 'node:path'

const folders = [
  process.env.FACIALIS_POSTGRES,
  ...[15, 16, 17, 18].flatMap((version) => [
    `/usr/lib/postgresql/${version}/bin`,
    `/opt/homebrew/opt/postgresql@${version}/bin`,
  ]),
]

export const whatIsMissing =
  'PostgreSQL is missing. Install the package "postgresql" (15 or newer), or set FACIALIS_POSTGRES to the folder of its programs (initdb, pg_ctl, psql).'

/** The folder with the programs of a PostgreSQL, or null. */
export const findPostgres = (): string | null =>
  folders.find((folder) => folder !== undefined && existsSync(join(folder, 'initdb'))) ?? null

/** Why there is none to test with, or null. */
export const whyNoPostgres = (): string | null => (findPostgres() === null ? whatIsMissing : null)

// Asked by the script that installs what is missing: 0 when there is one.
if (import.meta.main) process.exitCode = findPostgres() === null ? 1 : 0
