import * as z from 'zod/mini'

/** Names and descriptions of schemas, for the OpenAPI document. */
export const notes = z.registry<{ id?: string; description?: string; [more: string]: unknown }>()

type More = Readonly<{ [keyword: string]: unknown }>

/** Names a schema, so that the OpenAPI document lists it as a component. */
export function named<S extends z.core.$ZodType>(id: string, shape: S, description?: string, more: More = {}): S {
  if (notes.has(shape)) throw new Error(`This shape has a name already: ${JSON.stringify(notes.get(shape))}`)
  notes.add(shape, { id, ...(description === undefined ? {} : { description }), ...more })
  return shape
}

/** A shape with a sentence about what it holds here; where the same one is used elsewhere, nothing is said of it. */
export function noted<S extends z.core.$ZodType>(description: string, shape: S): S {
  const here = z.clone(shape, undefined, { parent: true })
  notes.add(here, { description })
  return here
}
