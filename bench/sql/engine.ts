import type { DialectName } from '@facialis/engine/sql/dialect.ts'
import type { FlatFile } from './flat-files.ts'

/** A database of the moment with the flat fact table of some people in it. */
export type Database = Readonly<{
  name: DialectName
  /** Runs statements that give nothing back. */
  run: (sql: string) => Promise<void>
  load: (files: readonly FlatFile[]) => Promise<void>
  /** The rows of a SELECT, every value as text. */
  rows: (sql: string) => Promise<readonly (readonly string[])[]>
  close: () => Promise<void>
}>
