import type { Endpoint } from '@facialis/wire/api/endpoint.ts'
import { refused } from '@facialis/wire/api/refused.ts'
import { notes } from '@facialis/wire/api/schema-notes.ts'
import * as z from 'zod/mini'

export type Json = { [name: string]: unknown }

/** The shape as it stands where it is used: its name, or itself. */
export type At = (shape: z.ZodMiniType) => unknown

/**
 * All shapes at once, so that one that is named stands in the document once. They are told as they are sent: what is asked
 * is exact, while answers may gain members.
 */
export function shapesOf(endpoints: readonly Endpoint[]): Readonly<{ named: Json; at: At }> {
  const used = endpoints.flatMap(({ takes, takesFile, query, gives }) => [
    takes,
    query,
    takesFile,
    typeof gives === 'string' ? undefined : gives,
  ])
  const shapes = [...new Set([refused, ...used])].filter((one) => one !== undefined)
  const box = z.object(Object.fromEntries(shapes.map((shape, place) => [place, z.optional(shape)])))
  const { properties = {}, $defs = {} } = z.toJSONSchema(box, { metadata: notes, io: 'input' })
  return {
    named: sorted(moved($defs) as Json),
    at: (shape) => moved(properties[shapes.indexOf(shape)]),
  }
}

const sorted = (object: Json): Json => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Names stand elsewhere in a document than in a lone schema. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      // The note of a name, which is no word of a schema; a member that is called so holds a shape.
      key === 'id' && typeof inner === 'string' ? [] : [[key, key === '$ref' ? leadingTo(inner) : moved(inner)]],
    ),
  )
}

const leadingTo = (ref: unknown): string => String(ref).replace('#/$defs/', '#/components/schemas/')
