// Fails when a page that is made from the pathway is not what the pathway makes of it today.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './house.mjs'
import { pages } from './pages.ts'

const stale = pages.filter(({ path, make }) => {
  const file = join(root, path)
  return !existsSync(file) || readFileSync(file, 'utf8') !== make()
})

for (const { path } of stale) console.error(`${path} is out of date: run "npx node scripts/generate.ts".`)
process.exitCode = stale.length === 0 ? 0 : 1
