import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pinnedNode, root, run, Stop, since, stillRunning } from './house.mjs'

const oldestNode = 20

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** Whether what is in node_modules is what the lockfile asks for: npm leaves its own account of what it put there. */
function isInstallCurrent() {
  if (!existsSync(pinnedNode) || !existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const wanted = readJson('package-lock.json').packages
  const present = readJson('node_modules/.package-lock.json').packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return true
    // Builds for other machines are optional and rightly absent.
    if (present[path] === undefined) return entry.optional === true || entry.devOptional === true
    return present[path].version === entry.version
  })
}

/** Installs exactly what the lockfile names, when it is not there yet. Throws `Stop` with a plain sentence. */
export async function install() {
  const own = Number(process.versions.node.split('.')[0])
  if (own < oldestNode) {
    throw new Stop(
      `Node ${process.versions.node} is too old for npm to install this. Node ${oldestNode} or newer is needed.`,
    )
  }
  if (isInstallCurrent()) return
  const start = Date.now()
  console.log('Installing packages (about half a minute)…')
  const done = stillRunning(() => 'still installing')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // Development packages build the screens, so NODE_ENV=production must not leave them out.
  const args = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund']
  const { code } = await run(npm, args, { env: withoutOwnBinaries(process.env) })
  done()
  if (code === 127) throw new Stop('npm was not found. It comes with Node and is needed to install packages.')
  if (code !== 0) throw new Stop(`npm could not install the packages (exit code ${code}). What it said is above.`)
  if (!existsSync(pinnedNode)) {
    throw new Stop(
      'The pinned Node runtime was not installed: npm must be allowed to run the install script of "node".',
    )
  }
  console.log(`Packages installed in ${since(start)}.`)
}

/** `npm ci` empties node_modules first, so it must not run on the Node that lives there. */
function withoutOwnBinaries(env) {
  const kept = (env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules')))
  return { ...env, PATH: kept.join(delimiter) }
}
