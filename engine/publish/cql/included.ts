import { quoted } from './cql-expression.ts'
import type { Definitions } from './definitions.ts'

/** A library that another one includes: what it has definitions for, and how they are called from there. */
export type Included = Readonly<{
  library: string
  version: string
  names: Definitions['names']
  member: (name: string) => string
}>

export const includedAs = (library: string, version: string, { names }: Definitions): Included => ({
  library,
  version,
  names,
  member: (name) => `${library}.${quoted(name)}`,
})
