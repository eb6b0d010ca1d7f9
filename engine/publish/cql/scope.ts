import type { Fact } from '@facialis/language'
import type { Said } from './said.ts'
import type { Column } from './stages.ts'

/** The entry a condition is asked of, as it is called there; null outside of any. */
export type Scope = Readonly<{
  field: (fact: Fact) => Said
  date: Said
  /** Null where it has to be worked out on the spot. */
  column: (column: Column) => Said
}> | null
