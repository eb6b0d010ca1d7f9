import { readFile } from 'node:fs/promises'
import type * as z from 'zod/mini'
import { customMessage, fieldPath } from './field-path.ts'

type Read<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; sentence: string }>

/** Reads a JSON file in which an administrator registers other systems. An error is one sentence that says where it is. */
export async function readRegistryFile<T>(path: string, setting: string, shape: z.ZodMiniType<T>): Promise<Read<T>> {
  const bad = (sentence: string) => ({ ok: false as const, sentence: `${setting}: ${path}${sentence}` })
  let json: unknown
  try {
    json = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    return bad(error instanceof SyntaxError ? ' is not JSON.' : ' cannot be read.')
  }
  const read = shape.safeParse(json)
  if (read.success) return { ok: true, value: read.data }
  const [issue] = read.error.issues
  const said = customMessage(issue, shape) ?? 'it is missing or not of the expected kind.'
  return bad(`, at ${fieldPath(issue?.path ?? []) || 'its outermost part'}: ${said}`)
}
