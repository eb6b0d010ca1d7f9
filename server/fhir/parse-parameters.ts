import { isObject } from '@facialis/fhir/json/json.ts'
import { ok, type Result, refuse } from '../core/refusal.ts'
import type { Pairs } from './search/search-request.ts'

/** What is sent as the Parameters of an operation, as it would stand behind `?` of its address; nothing where none are sent. */
export function parseParameters(body: unknown): Result<Pairs> {
  if (body === undefined) return ok([])
  if (!isObject(body) || body.resourceType !== 'Parameters')
    return refuse(422, 'wrong-type', 'Parameters are expected here.', { where: 'resourceType' })
  const { parameter = [] } = body
  if (!Array.isArray(parameter))
    return refuse(422, 'bad-shape', 'The parameters of Parameters are a list.', { where: 'Parameters.parameter' })
  const pairs: [string, string][] = []
  for (const [index, one] of parameter.entries()) {
    const value = isObject(one) ? wordOf(one) : null
    if (!isObject(one) || typeof one.name !== 'string' || value === null)
      return refuse(422, 'bad-shape', 'A parameter has a name and one plain value.', {
        where: `Parameters.parameter[${index}]`,
      })
    pairs.push([one.name, value])
  }
  return ok(pairs)
}

function wordOf(parameter: Readonly<Record<string, unknown>>): string | null {
  const [value, ...more] = Object.entries(parameter).flatMap(([name, held]) => (name.startsWith('value') ? [held] : []))
  if (more.length > 0) return null
  if (isObject(value)) return typeof value.reference === 'string' ? value.reference : null
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null
}
