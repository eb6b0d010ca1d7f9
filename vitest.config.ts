import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { roomForNew } from './scripts/house.mjs'

if (!process.versions.node.startsWith('26.')) {
  throw new Error(`Tests run on the pinned Node 26, this is ${process.versions.node}: use "npx vitest" or "npm test".`)
}

const browserTests = ['spec/**/*.browser.test.ts', 'clinic/**/*.browser.test.ts']
/** Node runs the sources as they are, here as in the product: each import that Vite sees to costs a look-up at every use. */
const asNodeRunsThem = { viteModuleRunner: false, nodeLoader: false }
const never = ['**/node_modules/**', '**/dist/**']

/** What takes longest, the longest first. Begun last, as the small files many of them are, they would leave the other cores with nothing to do. */
const longest = [
  'trials/trials.test.ts',
  'spec/promises/proved.test.ts',
  'spec/naive/agreement.test.ts',
  'spec/promises/dead-ends.test.ts',
  'spec/naive/plan.test.ts',
  'spec/everybody/faults.test.ts',
  'record/test/on-postgres.test.ts',
  'bench/cql/reference.test.ts',
  'cli/govern/govern.test.ts',
  'cli/facialis.test.ts',
  'spec/walk/every-screen.browser.test.ts',
  'spec/walk/walk.browser.test.ts',
  'spec/walk/overview.browser.test.ts',
  'spec/walk/what-if.browser.test.ts',
]
for (const path of longest)
  if (!existsSync(join(import.meta.dirname, path)))
    throw new Error(`vitest.config.ts names ${path}, which is not there.`)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project))]
    const place = ({ project, moduleId }: TestSpecification): number => {
      const rank = longest.findIndex((path) => moduleId.endsWith(`/${path}`))
      return projects.indexOf(project) * (longest.length + 1) + (rank === -1 ? longest.length : rank)
    }
    return sorted.toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Tests wait for pages, programs and databases: with one on each core a quarter of the time nothing runs.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    execArgv: [roomForNew],
    projects: [
      {
        test: {
          name: 'rooms',
          include: [
            '{language,knowledge,engine,fhir,record,server,wire,cli,clinic,spec,bench,scripts,trials}/**/*.test.{ts,tsx}',
          ],
          exclude: [...never, ...browserTests],
          environment: 'node',
          setupFiles: ['spec/support/steady-cases.ts'],
          experimental: asNodeRunsThem,
          // Files that follow each other share one loading of the product, which takes longer than most of them. So a
          // file leaves nothing behind: no server, no setting, no clock.
          isolate: false,
          // Generated charts take their time on a busy machine; a test that hangs still ends.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: browserTests,
          exclude: never,
          environment: 'node',
          // As in the rooms.
          experimental: asNodeRunsThem,
          isolate: false,
          // A real server and a real Chromium start inside these tests.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
