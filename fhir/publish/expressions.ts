import type { JsonObject } from '../json/json.ts'

/** The address of the library that has a definition of this name. */
export type Logic = (definition: string) => string

/** A definition of the pathway's libraries, by name. The names are those the libraries are written with. */
export const named = (name: string, description: string, logic: Logic): JsonObject => ({
  description,
  language: 'text/cql-identifier',
  expression: name,
  reference: logic(name),
})

/** That a definition comes to this word. */
export const comesTo = (name: string, word: string, description: string, logic: Logic): JsonObject => ({
  description,
  language: 'text/cql',
  expression: `${quoted(name)} = '${word.replace(/[\\']/g, '\\$&')}'`,
  reference: logic(name),
})

const quoted = (name: string): string => `"${name.replace(/[\\"]/g, '\\$&')}"`

export const applicable = (expression: JsonObject): JsonObject => ({ kind: 'applicability', expression })

export const stepExpression = (id: string): string => `step ${id}`
export const alertExpression = (id: string): string => `alert ${id}`
