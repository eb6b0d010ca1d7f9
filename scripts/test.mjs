// npm test: every check the project has. `npm test -- <filter>` runs only the tests whose path contains the filter.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { buildClinic, buildServer } from './build.mjs'
import { pinnedNode, root, run, since, stillRunning, stopPlainly } from './house.mjs'
import { writeInMemory } from './in-memory.mjs'
import { install } from './install.mjs'
import { ensurePostgres } from './postgres.mjs'
import { runVitest } from './vitest.mjs'

const filters = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
const running = new Set()
const failures = []
let ranAnyTest = false

const tool = (path, ...args) => run(pinnedNode, [join(root, 'node_modules', path), ...args], { quiet: true })
// One checker of types and not four: each would look at the libraries anew, and the tests want the cores.
const types = (folder) => tool('typescript/bin/tsc', '--noEmit', '--checkers', '1', '-p', folder)
const oneCheck = ({ code, output }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output })

/** Runs one phase, prints it, adds its counts. Never throws: the other phases must still be reported. */
async function phase(name, work) {
  const start = Date.now()
  running.add(name)
  const {
    passed,
    failed,
    output,
    failures: told = ['see above'],
  } = await work().catch((error) => ({
    passed: 0,
    failed: 1,
    output: `${error.stack}\n`,
  }))
  running.delete(name)
  total.passed += passed
  total.failed += failed
  if (failed > 0) failures.push(...told.map((line) => `FAILED ${name}: ${line}`))
  if (name.startsWith('tests') && passed + failed > 0) ranAnyTest = true
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name} (${since(start)})`)
  if (failed > 0 || name.startsWith('tests')) console.log(output.trimEnd().replace(/^/gm, '       '))
}

async function standingChecks() {
  await phase('types, what runs in Node', async () => oneCheck(await types('.')))
  await phase('types, what runs in a browser', async () => oneCheck(await types('clinic')))
  await phase('lint and format', async () =>
    oneCheck(await tool('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.')),
  )
  const generated = join(root, 'scripts', 'check-generated.mjs')
  if (existsSync(generated)) {
    await phase('generated pages', async () => oneCheck(await run(pinnedNode, [generated], { quiet: true })))
  }
}

async function browserTests() {
  const browser = await ensureBrowser()
  if (!browser.ok) return { passed: 0, failed: 1, output: browser.sentence }
  return runVitest('browser', { filters, env: { ...process.env, FACIALIS_CHROMIUM: browser.path } })
}

await stopPlainly(async () => {
  await install()
  await ensurePostgres()
  const clear = writeInMemory()
  const done = stillRunning(() => `still running: ${[...running].join(', ')}`)
  // Trials among the tests of the rooms start it.
  await phase('server builds', async () => oneCheck(await buildServer()))
  // Two lanes: the checks mostly wait for their own programs while the tests fill the cores.
  await Promise.all([
    phase('tests of the rooms', () => runVitest('rooms', { filters })),
    (async () => {
      if (filters.length === 0) await standingChecks()
      await phase('screens build', async () => oneCheck(await buildClinic()))
    })(),
  ])
  await phase('tests in a browser', browserTests)
  done()
  clear()
  if (!ranAnyTest) {
    console.log(`FAILED no test's path contains ${filters.join(' or ')}`)
    total.failed += 1
  }
  // Once more at the end: what failed early was printed some thousand lines ago.
  if (failures.length > 0) console.log(`\n${failures.join('\n')}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
})
