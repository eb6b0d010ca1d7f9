import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './house.mjs'

// The same places as in bench/sql/postgres.ts, which says what is missing when none of them has it.
const isThere = () =>
  [process.env.FACIALIS_POSTGRES, ...[15, 16, 17].map((version) => `/usr/lib/postgresql/${version}/bin`)].some(
    (folder) => folder !== undefined && existsSync(join(folder, 'initdb')),
  )

/** Installs Debian's PostgreSQL where there is none and that is possible; the tests start a server of their own with it. */
export async function ensurePostgres() {
  if (isThere() || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return
  console.log("Installing Debian's PostgreSQL for the tests of the SQL…")
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update', '-qq'], { quiet: true, env })
  if (update.code !== 0) console.log(update.output)
  const added = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], {
    quiet: true,
    env,
  })
  if (added.code !== 0) console.log(added.output)
}
