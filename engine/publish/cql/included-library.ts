import { quoted } from './cql-expression.ts'
import type { Definitions } from './definitions.ts'

/** A library that another one includes: what it has definitions for, and how they are called from there. */
export type IncludedLibrary = Readonly<{
  library: string
  version: string
  names: Definitions['names']
  member: (name: string) => string
}>

export const includedLibrary = (library: string, version: string, { names }: Definitions): IncludedLibrary => ({
  library,
  version,
  names,
  member: (name) => `${library}.${quoted(name)}`,
})
