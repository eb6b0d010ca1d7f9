import { defineConfig } from 'vitest/config'

const browserTests = ['spec/**/*.browser.test.ts', 'clinic/**/*.browser.test.ts']
const never = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
          include: ['{language,knowledge,engine,fhir,record,server,cli,clinic,spec,bench,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...never, ...browserTests],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'browser',
          include: browserTests,
          exclude: never,
          environment: 'node',
          // A real server and a real Chromium start inside these tests.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
