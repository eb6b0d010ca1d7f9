import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isInstalled, pinnedNode, root, run } from './house.mjs'

/** Debian's Chromium without a window: the same engine, which takes a fifth less of the processor for the same tests. */
const windowless = '/usr/bin/chromium-headless-shell'

const usualPlaces = [
  windowless,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const whatIsMissing =
  'No Chromium for the browser tests. Install the package "chromium", or set FACIALIS_CHROMIUM to the path of a Chromium or Chrome.'

/** Finds a Chromium, installing one where that is possible. `{ ok: true, path }` or `{ ok: false, sentence }`. */
export async function ensureBrowser() {
  const named = process.env.FACIALIS_CHROMIUM
  if (named) {
    return existsSync(named) ? found(named) : missing(`FACIALIS_CHROMIUM names ${named}, which does not exist.`)
  }
  const present = findBrowser()
  const onDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (onDebian && present !== windowless) {
    console.log("Installing Debian's Chromium for the browser tests…")
    const words = await installFromDebian('chromium-headless-shell', 'fonts-liberation')
    // Not every Debian has it; whoever has another one needs no words about it.
    if (findBrowser() === undefined) console.log(words, await installFromDebian('chromium', 'fonts-liberation'))
  } else if (present === undefined) {
    console.log("Installing Playwright's Chromium for the browser tests…")
    await run(pinnedNode, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'])
  }
  const installed = findBrowser()
  return installed === undefined ? missing(whatIsMissing) : found(installed)
}

const found = (path) => ({ ok: true, path })
const missing = (sentence) => ({ ok: false, sentence })

const findBrowser = () => [...usualPlaces, playwrightsOwn()].find((path) => path !== undefined && existsSync(path))

/** Where Playwright keeps a Chromium of its own; asked on the pinned runtime, which may be newer than ours. */
function playwrightsOwn() {
  if (!isInstalled('playwright-core')) return undefined
  const script = "process.stdout.write(require('playwright-core').chromium.executablePath())"
  return execFileSync(pinnedNode, ['--eval', script], { cwd: root, encoding: 'utf8' })
}

/** Without fonts every page is blank boxes. Resolves to what the installer had to say of what went wrong. */
async function installFromDebian(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update', '-qq'], { quiet: true, env })
  const adding = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
  const added = await run('apt-get', adding, { quiet: true, env })
  return [update, added].map(({ code, output }) => (code === 0 ? '' : output)).join('')
}
