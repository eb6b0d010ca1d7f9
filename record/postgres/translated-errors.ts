import type { Dialect, Driver } from 'kysely'
import { StorageFailure } from '../core/problem.ts'
import { storageProblem } from '../core/storage-problem.ts'

/** The same dialect for readers, who are told in plain words when the database fails; writers are told by their transaction. */
export const translatedErrors = (dialect: Dialect): Dialect => ({
  createDriver: () => toldBy(dialect.createDriver()),
  createQueryCompiler: () => dialect.createQueryCompiler(),
  createAdapter: () => dialect.createAdapter(),
  createIntrospector: (db) => dialect.createIntrospector(db),
})

function toldBy(driver: Driver): Driver {
  const known = new WeakSet<object>()
  const acquire = driver.acquireConnection.bind(driver)
  driver.acquireConnection = async (options) => {
    const connection = await acquire(options).catch(tell)
    if (known.has(connection)) return connection
    known.add(connection)
    const execute = connection.executeQuery.bind(connection)
    connection.executeQuery = (query, asked) => execute<never>(query, asked).catch(tell)
    return connection
  }
  return driver
}

function tell(error: unknown): never {
  const problem = storageProblem(error)
  throw problem ? new StorageFailure(problem, error) : error
}
