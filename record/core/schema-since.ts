import { ok, type Result, refuse } from './problem.ts'

/** Whether a record that is looked at holds what is asked of it, which a schema of an earlier release may not. Problem: `schema-older`. */
export function requireSchema(schema: number, since: number, where: string): Result<null> {
  if (schema >= since) return ok(null)
  const sentence =
    `An earlier release wrote this record (schema ${schema}), which holds less than verify checks (schema ${since}). ` +
    'Restoring a backup of it into an empty folder verifies it and migrates it to this release.'
  return refuse('schema-older', sentence, where)
}
