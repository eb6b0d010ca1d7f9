import { centreOf, faceHeight, faceWidth, type MuscleId, muscles, placeFor, type Side } from '../../pieces/face-plan.ts'

/** The map of one session as it is kept in `session.map`: JSON text, units as plain numbers of that product. */
export type MapPoint = Readonly<{ muscle: MuscleId; side: Side; units: number; x?: number; y?: number }>
export type SessionMap = Readonly<{
  points: readonly MapPoint[]
  /** Units of each opened vial. */
  vials: readonly number[]
  waste: number | null
  /** False when some of its points cannot be drawn here: then its numbers are no whole to copy. */
  whole: boolean
}>

const known = new Set<string>(muscles.map(({ id }) => id))
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** Reads a stored map. Null when there is none; points on muscles this version cannot draw are left out and told. */
export function readMap(text: unknown): SessionMap | null {
  if (typeof text !== 'string' || text === '') return null
  let stored: unknown
  try {
    stored = JSON.parse(text)
  } catch {
    // A map typed as prose elsewhere is no map to draw.
    return null
  }
  if (!isObject(stored)) return null
  const given = list(stored.points)
  const points = given.flatMap((point) => {
    const read = pointOf(point)
    return read === null ? [] : [read]
  })
  return {
    points,
    vials: list(stored.vials).flatMap((vial) => {
      // Both ways of writing a vial are on record.
      const units = numberIn(isObject(vial) ? vial.units : vial)
      return units === undefined ? [] : [units]
    }),
    waste: numberIn(stored.waste) ?? null,
    whole: points.length === given.length,
  }
}

function pointOf(point: unknown): MapPoint | null {
  if (!isObject(point) || typeof point.muscle !== 'string' || !known.has(point.muscle)) return null
  if (point.side !== 'left' && point.side !== 'right') return null
  const units = numberIn(point.units)
  if (units === undefined) return null
  const [x, y] = [numberIn(point.x), numberIn(point.y)]
  return {
    muscle: point.muscle as MuscleId,
    side: point.side,
    units,
    ...(x === undefined || y === undefined ? {} : { x, y }),
  }
}

export type PlacedPoint = MapPoint & Readonly<{ x: number; y: number }>

/** Every point with a place on the drawing; those without take the muscle's own places, one after the other. */
export function placed(points: readonly MapPoint[]): readonly PlacedPoint[] {
  const seen = new Map<string, number>()
  return points.map((point) => {
    const key = `${point.muscle} ${point.side}`
    const already = seen.get(key) ?? 0
    seen.set(key, already + 1)
    if (point.x !== undefined && point.y !== undefined) return { ...point, x: point.x, y: point.y }
    const [x, y] = placeFor(point, already)
    return { ...point, x: x / faceWidth, y: y / faceHeight }
  })
}

const lowerFace: ReadonlySet<MuscleId> = new Set<MuscleId>([
  'levatorLabii',
  'zygMinor',
  'zygMajor',
  'risorius',
  'orisUpper',
  'orisLower',
  'dao',
  'mentalis',
  'platysma',
])
export const isLowerFace = (muscle: MuscleId): boolean => lowerFace.has(muscle)

/** Read aloud from the top of the face to the bottom, the right side first. */
export const inReadingOrder = <P extends Readonly<{ muscle: MuscleId; side: Side }>>(points: readonly P[]): P[] =>
  [...points].sort((a, b) =>
    a.side === b.side
      ? centreOf({ ...a, side: 'left' })[1] - centreOf({ ...b, side: 'left' })[1]
      : a.side === 'right'
        ? -1
        : 1,
  )
