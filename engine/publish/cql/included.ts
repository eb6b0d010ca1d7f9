import { quoted } from './said.ts'
import type { Shelf } from './shelf.ts'

/** A library that another one includes: what it has definitions for, and how they are called from there. */
export type Included = Readonly<{
  library: string
  version: string
  names: Shelf['names']
  member: (name: string) => string
}>

export const includedAs = (library: string, version: string, { names }: Shelf): Included => ({
  library,
  version,
  names,
  member: (name) => `${library}.${quoted(name)}`,
})
