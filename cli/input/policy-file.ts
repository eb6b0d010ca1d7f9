import { type Day, formatDay, type Pathway, type Policy, parseDate } from '@facialis/language'
import type { CommandIo } from '../io/command-io.ts'
import { ExitError } from './exit-error.ts'
import { nameOf, readJson } from './read-json.ts'

type Numbers = Readonly<Record<string, unknown>>

/** The numbers in force on a day: the file's own, or those of its list that took effect last. */
export async function readPolicy(
  path: string,
  pathway: Pathway,
  { day, io }: Readonly<{ day: Day; io: CommandIo }>,
): Promise<Policy> {
  const json = await readJson(path, io)
  if (!Array.isArray(json)) return checked(json, pathway, '', nameOf(path))
  let inForce: { from: Day; values: Policy } | null = null
  for (const [index, item] of json.entries()) {
    const where = `[${index}]`
    if (!isObject(item)) throw problem(path, where, 'a list must contain objects with "effectiveFrom" and "values"')
    const span = typeof item.effectiveFrom === 'string' ? parseDate(item.effectiveFrom) : null
    if (span === null || span.lo !== span.hi)
      throw problem(path, `${where}.effectiveFrom`, `${shown(item.effectiveFrom)} is not a day (YYYY-MM-DD)`)
    const values = checked(item.values, pathway, `${where}.values`, nameOf(path))
    if (span.lo <= day && (inForce === null || span.lo >= inForce.from)) inForce = { from: span.lo, values }
  }
  if (inForce === null && json.length > 0) throw problem(path, '', `no numbers are in force on ${formatDay(day)}`)
  return inForce?.values ?? {}
}

const shown = (json: unknown): string => (json === undefined ? 'nothing' : JSON.stringify(json))
const isObject = (json: unknown): json is Numbers => typeof json === 'object' && json !== null && !Array.isArray(json)

const problem = (path: string, where: string, sentence: string): ExitError =>
  new ExitError(`${nameOf(path)}${where === '' ? '' : `, at ${where}`}: ${sentence}.`)

function checked(json: unknown, pathway: Pathway, where: string, name: string): Policy {
  if (!isObject(json))
    throw problem(name, where, 'the numbers must be an object such as {"minimumReinjectionInterval": 84}')
  const known = new Map(pathway.policy.map((number) => [number.id, number]))
  const policy: Record<string, number> = {}
  for (const [id, value] of Object.entries(json)) {
    const place = `${where}[${JSON.stringify(id)}]`
    const number = known.get(id)
    if (!number) throw problem(name, place, `there is no policy number ${JSON.stringify(id)}`)
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw problem(name, place, `${JSON.stringify(value)} is not a whole number`)
    if (value < number.min || value > number.max)
      throw problem(name, place, `${value} is outside ${number.min} to ${number.max} ${number.unit} (${number.label})`)
    policy[id] = value
  }
  return policy
}
