// A process of its own that keeps Vitest warm and runs one job at a time, as it is sent.
import { join } from 'node:path'
import { BaseSequencer, createVitest, type Reporter, type TestSpecification } from 'vitest/node'
import config from '../../vitest.config.ts'
import type { Job, Outcome } from './job.ts'
import { tell } from './told.ts'

const root = join(import.meta.dirname, '..', '..')
const rooms = config.test?.projects?.flatMap((project) =>
  typeof project === 'object' && 'test' in project && project.test?.name === 'rooms' ? [project.test] : [],
)[0]
if (rooms === undefined) throw new Error('vitest.config.ts has no project named rooms')

let begun: string[] = []
let failed: string | null = null
/** A test with a limit of its own in seconds of the clock meets it on a busy machine whatever the mistake. */
let outOfTime = false
const isOutOfTime = / timed out in \d+ms/
/** The work done when the present test file began. */
let since = 0
const fails = (what: string): void => {
  failed ??= what
}

const reporter: Reporter = {
  onTestModuleStart: (module) => {
    begun.push(module.relativeModuleId)
    since = worked()
  },
  onTestCaseResult: (test) => {
    const { state, errors = [] } = test.result()
    if (state !== 'failed') return
    if (errors.some(({ message }) => isOutOfTime.test(message))) outOfTime = true
    else fails(`${test.module.relativeModuleId}: ${test.fullName}`)
  },
  onTestModuleEnd: (module) => {
    if (module.state() === 'failed' && !outOfTime) fails(`${module.relativeModuleId}, as a whole`)
  },
  onTestRunEnd: (_modules, errors) => {
    if (errors.length > 0) fails(`outside of any test: ${errors[0]?.message}`)
  },
}

class AsGiven extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files
  }
}

const { name: _name, setupFiles = [], ...asRooms } = rooms
const vitest = await createVitest('test', {
  ...asRooms,
  root,
  config: false,
  watch: false,
  setupFiles: [setupFiles, './scripts/mutate/around-tests.ts'].flat(),
  reporters: [reporter],
  // One thread for all files of a run, so that everything is loaded once; a new one for the next run, so that nothing
  // that was worked out with one mistake is met with the next.
  pool: 'threads',
  isolate: false,
  maxWorkers: 1,
  bail: 1,
  // Work is counted, not the clock: on a busy machine a test would run out of time whatever the mistake.
  testTimeout: 0,
  hookTimeout: 0,
  sequence: { sequencer: AsGiven },
  execArgv: ['--import', new URL('under-test.ts', import.meta.url).href],
})

const worked = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function run({ tests, told }: Job): Promise<Outcome> {
  tell(told)
  begun = []
  failed = null
  outOfTime = false
  const before = worked()
  since = before
  const seconds = (): number => worked() - before
  // The thread that never ends cannot be asked to: the whole process is given up, and told so first.
  const watch = setInterval(() => {
    const within = tests[Math.max(0, begun.length - 1)]?.within ?? 0
    if (worked() - since > within) answer({ failed: null, endless: true, begun, seconds: seconds() })
  }, 500)
  const project = vitest.getRootProject()
  try {
    await vitest.runTestSpecifications(
      tests.map(({ path }) => project.createSpecification(join(root, path))),
      false,
    )
  } catch (error) {
    fails(`the thread ended: ${error instanceof Error ? error.message : String(error)}`)
  }
  clearInterval(watch)
  return { failed, begun, seconds: seconds() }
}

const answer = (outcome: Outcome): void => {
  process.send?.(outcome)
}

process.on('message', async (job: Job) => answer(await run(job)))
process.on('disconnect', () => process.exit())
