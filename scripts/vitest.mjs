import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pinnedNode, root, run } from './house.mjs'

/**
 * Runs one Vitest project on the pinned runtime.
 * Resolves to `{ passed, failed, output, failures }`: tests counted by Vitest itself, plus one failure for a file that
 * does not load and one for a run that failed in any other way (an error outside a test, no test at all). `failures`
 * has a line or two for each test that failed and each file that did not load.
 */
export async function runVitest(project, { filters = [], env = process.env } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'facialis-test-'))
  const report = join(folder, 'report.json')
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const options = ['--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  // A filter may name tests of one project only; without a filter an empty project is a mistake.
  if (filters.length > 0) options.push('--passWithNoTests')
  // What one program of a test has compiled, the next one need not.
  const compiled = { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') }
  const asked = { quiet: true, env: { ...env, ...compiled } }
  const { code, output } = await run(pinnedNode, [vitest, 'run', ...options, ...filters], asked)
  const { passed, failures } = readReport(report)
  rmSync(folder, { recursive: true, force: true })
  if (code !== 0 && failures.length === 0)
    failures.push('It ended badly, and no test of it failed: see what it printed.')
  return { passed, failed: failures.length, output, failures }
}

const firstLine = (message = '') => message.split('\n', 1)[0]

function readReport(report) {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
      const told = (what, why) => `${relative(root, name)}${what}\n  ${firstLine(why)}`
      if (status === 'failed' && assertionResults.length === 0) return [told('', message)]
      const failed = assertionResults.filter((test) => test.status === 'failed')
      return failed.map((test) => told(` > ${test.fullName}`, test.failureMessages[0]))
    })
    return { passed: numPassedTests, failures }
  } catch {
    return { passed: 0, failures: [] }
  }
}
