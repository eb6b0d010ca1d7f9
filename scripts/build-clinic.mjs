import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root, run, since } from './house.mjs'

const settings = ['package-lock.json', 'tsconfig.base.json']
const built = join(root, 'clinic', 'dist')
const stamp = join(built, '.sources')

/** Builds the screens when their sources changed since the last build. Resolves to `{ code, output, line }`. */
export async function buildClinic() {
  const fingerprint = fingerprintSources()
  if (existsSync(join(built, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
    return { code: 0, output: '', line: 'Screens are up to date.' }
  }
  const start = Date.now()
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { code, output } = await run(pinnedNode, [vite, 'build', 'clinic', '--logLevel', 'warn'], { quiet: true })
  if (code !== 0) return { code, output, line: 'The screens could not be built.' }
  writeFileSync(stamp, fingerprint)
  return { code, output, line: `Screens built in ${since(start)}.` }
}

/** One hash over the content of every file that can change the build. Content, not times: a checkout resets times. */
function fingerprintSources() {
  const hash = createHash('sha256')
  for (const path of [...builtRooms().flatMap(filesUnder), ...settings]) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** The clinic and the rooms its package.json names. */
function builtRooms() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'clinic', 'package.json'), 'utf8'))
  const ours = Object.keys(dependencies).filter((name) => name.startsWith('@facialis/'))
  return ['clinic', ...ours.map((name) => name.replace('@facialis/', ''))]
}

function filesUnder(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : filesUnder(path)
    return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
