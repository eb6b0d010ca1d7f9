import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root, run, since } from './house.mjs'

const settings = ['package-lock.json', 'tsconfig.base.json']

/** Builds the screens when their sources changed since the last build. Resolves to `{ code, output, line }`. */
export async function buildClinic() {
  const built = join(root, 'clinic', 'dist')
  const stamp = join(built, '.sources')
  const fingerprint = fingerprintSources('clinic')
  if (existsSync(join(built, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
    return { code: 0, output: '', line: 'Screens are up to date.' }
  }
  const start = Date.now()
  const { code, output } = await vite('build', 'clinic')
  if (code !== 0) return { code, output, line: 'The screens could not be built.' }
  writeFileSync(stamp, fingerprint)
  return { code, output, line: `Screens built in ${since(start)}.` }
}

/**
 * Builds the server when its sources changed since it was last built. Resolves to `{ code, output, line, program }`.
 * Each build has a folder of its own, which is there whole or not at all: several may build at once, and a server that
 * runs still finds what it loads late.
 */
export async function buildServer() {
  const all = join(root, 'server', 'dist')
  const folder = join(all, fingerprintSources('server').slice(0, 16))
  const program = join(folder, 'main.js')
  if (existsSync(program)) return { code: 0, output: '', line: 'The server is up to date.', program }
  const start = Date.now()
  const making = `${folder}-${process.pid}`
  const { code, output } = await vite('build', 'server', '--outDir', making)
  if (code === 0) settle(making, folder)
  rmSync(making, { recursive: true, force: true })
  forgetOld(all)
  if (code !== 0) return { code, output, line: 'The server could not be built.', program }
  return { code, output, line: `Server built in ${since(start)}.`, program }
}

const vite = (...args) =>
  run(pinnedNode, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), ...args, '--logLevel', 'warn'], {
    quiet: true,
  })

function settle(making, folder) {
  try {
    renameSync(making, folder)
  } catch (error) {
    // Somebody else was quicker.
    if (!existsSync(folder)) throw error
  }
}

/** A server of one or two builds ago may still run. */
const kept = 3
function forgetOld(all) {
  const builds = (existsSync(all) ? readdirSync(all) : []).map((name) => join(all, name))
  const newestFirst = builds.map((path) => ({ path, at: statSync(path).mtimeMs })).sort((a, b) => b.at - a.at)
  for (const { path } of newestFirst.slice(kept)) rmSync(path, { recursive: true, force: true })
}

/** One hash over the content of every file that can change the build. Content, not times: a checkout resets times. */
function fingerprintSources(room) {
  const hash = createHash('sha256')
  for (const path of [...builtRooms(room).flatMap(filesUnder), ...settings]) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** A room and those its package.json names. */
function builtRooms(room) {
  const { dependencies } = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'))
  const ours = Object.keys(dependencies).filter((name) => name.startsWith('@facialis/'))
  return [room, ...ours.map((name) => name.replace('@facialis/', ''))]
}

function filesUnder(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return ['node_modules', 'dist', 'test'].includes(entry.name) ? [] : filesUnder(path)
    return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
