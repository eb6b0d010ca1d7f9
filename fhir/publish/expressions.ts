import type { JsonObject } from '../json.ts'

/** The library whose definitions conditions name, by its address. */
export type Logic = Readonly<{ library: string; name: string }>

/** A definition of the pathway's library, by name. The names are those the library is written with. */
export const named = (name: string, description: string, { library }: Logic): JsonObject => ({
  description,
  language: 'text/cql-identifier',
  expression: name,
  reference: library,
})

/** CQL that mentions definitions of the pathway's library. */
export const cql = (text: string, description: string, { library }: Logic): JsonObject => ({
  description,
  language: 'text/cql',
  expression: text,
  reference: library,
})

export const quoted = (name: string): string => `"${name.replace(/[\\"]/g, '\\$&')}"`

export const applicable = (expression: JsonObject): JsonObject => ({ kind: 'applicability', expression })

export const stepExpression = (id: string): string => `step ${id}`
export const alertExpression = (id: string): string => `alert ${id}`
