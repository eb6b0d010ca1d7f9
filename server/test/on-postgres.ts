import { whyNoPostgres } from '@facialis/record/test/find-postgres.ts'
import { type PostgresServer, startPostgres } from '@facialis/record/test/postgres-server.ts'
import { afterAll, beforeAll, describe } from 'vitest'
import { type House, openHouse, standingClock } from './support.ts'

/** What a house promises on the database of several servers, too: one PostgreSQL for all of these tests, skipped where there is none. */
export function onPostgres(tests: (openThere: () => Promise<House>) => void): void {
  describe.skipIf(whyNoPostgres() !== null)('on PostgreSQL', () => {
    let postgres: PostgresServer | undefined
    beforeAll(() => {
      postgres = startPostgres()
      // A PostgreSQL of the moment takes its time on a busy machine.
    }, 60_000)
    afterAll(() => postgres?.stop())
    tests(() => {
      if (postgres === undefined) throw new Error('A house on PostgreSQL is opened within a test.')
      return openHouse(standingClock(), { database: postgres.address() })
    })
  })
}
