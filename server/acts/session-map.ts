import * as z from 'zod/mini'
import { ok, type Result, refuse } from '../problem.ts'

const amount = z.number().check(z.gte(0), z.lte(50_000))
const shape = z.looseObject({
  points: z
    .array(z.looseObject({ muscle: z.string().check(z.maxLength(80)), side: z.enum(['left', 'right']), units: amount }))
    .check(z.maxLength(200)),
  /** Units of each vial that was opened. */
  vials: z.optional(z.array(amount).check(z.maxLength(20))),
  /** Units thrown away. */
  waste: z.optional(amount),
})

/** Where how much was injected, as it stands in `session.map`. Units are whole hundredths, so that sums are exact. */
export type SessionMap = Readonly<{
  points: readonly Readonly<{ muscle: string; side: 'left' | 'right'; units: number }>[]
  vials: readonly number[] | null
  waste: number | null
}>

const hundredths = (units: number): number => Math.round(units * 100)

/** Reads the text of `session.map`. @returns null when there is none */
export function readSessionMap(text: string | null, where: string): Result<SessionMap | null> {
  if (text === null) return ok(null)
  const read = shape.safeParse(parsed(text))
  if (!read.success) {
    const sentence =
      'The map of points cannot be read: it is {"points": [{"muscle", "side", "units"}], "vials": [units], "waste": units}.'
    return refuse(422, 'bad-map', sentence, { where })
  }
  const { points, vials, waste } = read.data
  return ok({
    points: points.map(({ muscle, side, units }) => ({ muscle, side, units: hundredths(units) })),
    vials: vials ? vials.map(hundredths) : null,
    waste: waste === undefined ? null : hundredths(waste),
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
