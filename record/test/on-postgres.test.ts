import { describe, expect, test } from 'vitest'
import { everyPromise } from './contract/all.ts'
import { whyNoPostgres } from './find-postgres.ts'
import { onPostgres } from './fixture.ts'

const missing = whyNoPostgres()

// A machine without PostgreSQL says so; where everything has to be tested, that is a failure.
test.runIf(missing !== null)(`on PostgreSQL nothing was tested: ${missing}`, () => {
  expect(process.env.FACIALIS_TEST_ALL, missing ?? '').toBeUndefined()
})

describe.skipIf(missing !== null)('on PostgreSQL', () => {
  onPostgres()
  everyPromise()
})
