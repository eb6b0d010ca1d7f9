import type { Environment } from './setting-names.ts'

/** The PostgreSQL that keeps the record, null for a file; a sentence where it is no address of one. */
export function databaseAddress({
  FACIALIS_DATABASE_URL,
}: Environment): Readonly<{ database: string | null }> | Readonly<{ sentence: string }> {
  const database = FACIALIS_DATABASE_URL || null
  // Not repeated: it may hold a password.
  return database === null || /^postgres(ql)?:\/\/./.test(database)
    ? { database }
    : { sentence: 'FACIALIS_DATABASE_URL is an address such as postgres://NAME:PASSWORD@HOST:5432/DATABASE.' }
}
