import { readSessionMap } from '../../pathway.ts'
import { centreOf, faceHeight, faceWidth, type MuscleId, muscles, placeFor, type Side } from '../../pieces/face-plan.ts'

/** The map of one session as it is drawn: units as plain numbers of that product. */
export type MapPoint = Readonly<{ muscle: MuscleId; side: Side; units: number; x?: number; y?: number }>
export type SessionMap = Readonly<{
  points: readonly MapPoint[]
  /** Units of each opened vial. */
  vials: readonly number[]
  waste: number | null
  /** Millilitres the vials were diluted with, and injected. */
  diluent: number | null
  volume: number | null
  /** False when some of its points cannot be drawn here: then its numbers are no whole to copy. */
  whole: boolean
}>

const drawn = new Set<string>(muscles.map(({ id }) => id))
const isDrawn = (muscle: string): muscle is MuscleId => drawn.has(muscle)
const plain = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100)

/** A stored map as it can be drawn. Null when there is none; points on muscles this version cannot draw are left out and told. */
export function readMap(text: unknown): SessionMap | null {
  const read = typeof text === 'string' && text !== '' ? readSessionMap(text) : null
  if (!read?.ok) return null
  const { points, vials, waste, diluent, volume } = read.map
  const drawable = points.flatMap(({ muscle, units, ...point }) =>
    isDrawn(muscle) ? [{ ...point, muscle, units: units / 100 }] : [],
  )
  return {
    points: drawable,
    vials: (vials ?? []).map((vial) => vial / 100),
    waste: plain(waste),
    diluent: plain(diluent),
    volume: plain(volume),
    whole: drawable.length === points.length,
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

/** Read aloud from the top of the face to the bottom, the right side first. */
export const inReadingOrder = <P extends Readonly<{ muscle: MuscleId; side: Side }>>(points: readonly P[]): P[] =>
  [...points].sort((a, b) =>
    a.side === b.side
      ? centreOf({ ...a, side: 'left' })[1] - centreOf({ ...b, side: 'left' })[1]
      : a.side === 'right'
        ? -1
        : 1,
  )
