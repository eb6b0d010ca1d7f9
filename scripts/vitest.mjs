import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pinnedNode, root, run } from './house.mjs'

/**
 * Runs one Vitest project on the pinned runtime.
 * Resolves to `{ passed, failed, output }`: tests counted by Vitest itself, plus one failure for a file that does not
 * load and one for a run that failed in any other way (an error outside a test, no test at all).
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
  const counts = readCounts(report)
  rmSync(folder, { recursive: true, force: true })
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  return { ...counts, output }
}

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const unloadable = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    return { passed: numPassedTests, failed: numFailedTests + unloadable.length }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
