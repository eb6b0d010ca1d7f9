import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root, run } from './house.mjs'

// The same question that the tests ask themselves, which say what is missing when the answer is no.
const isThere = async () =>
  (await run(pinnedNode, [join(root, 'record', 'test', 'find-postgres.ts')], { quiet: true })).code === 0

/** Installs Debian's PostgreSQL where there is none and that is possible; the tests start a server of their own with it. */
export async function ensurePostgres() {
  if (await isThere()) return
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    console.log('PostgreSQL is missing, and only root on Debian can have it installed here: its tests are left out.')
    return
  }
  console.log("Installing Debian's PostgreSQL for the tests that need one…")
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const asked of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
  ]) {
    const { code, output } = await run('apt-get', asked, { quiet: true, env })
    if (code !== 0) console.log(`apt-get ${asked.join(' ')} ended with code ${code}:\n${output.trimEnd()}`)
  }
  if (!(await isThere())) console.log('PostgreSQL could not be installed: its tests are left out.')
}
