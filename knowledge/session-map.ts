import { regionOf } from './entries/muscles.ts'
import { session } from './entries/session.ts'

export type MapPoint = Readonly<{
  muscle: string
  side: 'left' | 'right'
  /** Hundredths, so that sums are exact. */
  units: number
  /** Place on the drawing, as shares of its width and height. */
  x?: number
  y?: number
}>

/** Where how much was injected, as it stands in `session.map`. Units and millilitres are whole hundredths; null is not written. */
export type SessionMap = Readonly<{
  points: readonly MapPoint[]
  /** Units of each vial that was opened. */
  vials: readonly number[] | null
  waste: number | null
  /** What the vials were diluted with, and how much of it was injected. */
  diluent: number | null
  volume: number | null
}>
export type MapRead = Readonly<{ ok: true; map: SessionMap }> | Readonly<{ ok: false; sentence: string }>

const unreadable: MapRead = {
  ok: false,
  sentence:
    'The map of points cannot be read: it is {"points": [{"muscle", "side", "units"}], "vials": [units], "waste": units}.',
}
const mostUnits = 50_000
type Json = Readonly<Record<string, unknown>>

/** Reads the text of `session.map`. The one reader there is: what a map says is taken from here. */
export function readSessionMap(text: string): MapRead {
  const json = parsed(text)
  if (!isObject(json) || !Array.isArray(json.points) || json.points.length > 200) return unreadable
  const points = json.points.map(pointOf)
  const vials = json.vials === undefined ? null : vialsOf(json.vials)
  const amounts = [json.waste, json.diluent, json.volume].map((one) => (one === undefined ? null : hundredths(one)))
  if (points.includes(undefined) || vials === undefined || amounts.includes(undefined)) return unreadable
  const [waste, diluent, volume] = amounts as readonly (number | null)[]
  return {
    ok: true,
    map: {
      points: points as readonly MapPoint[],
      vials,
      waste: waste ?? null,
      diluent: diluent ?? null,
      volume: volume ?? null,
    },
  }
}

/** The inverse of `readSessionMap`. */
export const sessionMapText = ({ points, vials, waste, diluent, volume }: SessionMap): string =>
  JSON.stringify({
    points: points.map((point) => ({ ...point, units: point.units / 100 })),
    ...(vials === null ? {} : { vials: vials.map((vial) => vial / 100) }),
    ...(waste === null ? {} : { waste: waste / 100 }),
    ...(diluent === null ? {} : { diluent: diluent / 100 }),
    ...(volume === null ? {} : { volume: volume / 100 }),
  })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json)

/** Undefined for what is no amount. */
const hundredths = (json: unknown): number | undefined =>
  typeof json === 'number' && json >= 0 && json <= mostUnits ? Math.round(json * 100) : undefined

function vialsOf(json: unknown): readonly number[] | undefined {
  if (!Array.isArray(json) || json.length > 20) return undefined
  // Both ways of writing a vial are on record.
  const vials = json.map((vial) => hundredths(isObject(vial) ? vial.units : vial))
  return vials.includes(undefined) ? undefined : (vials as readonly number[])
}

function pointOf(json: unknown): MapPoint | undefined {
  if (!isObject(json) || typeof json.muscle !== 'string' || json.muscle.length > 80) return undefined
  const units = hundredths(json.units)
  if (units === undefined || (json.side !== 'left' && json.side !== 'right')) return undefined
  const place =
    typeof json.x === 'number' && typeof json.y === 'number' && Number.isFinite(json.x + json.y)
      ? { x: json.x, y: json.y }
      : {}
  return { muscle: json.muscle, side: json.side, units, ...place }
}

const f = session.fields
/** The fields of a session that its map says, or its side and units where there is no map. */
export const mapFields = [
  f.highestPoint,
  f.unitsLeft,
  f.unitsRight,
  f.eyeLeft,
  f.eyeRight,
  f.lowerFace,
  f.opened,
  f.waste,
  f.diluent,
  f.volume,
].map(({ id }): string => id)
export const mapField: string = f.map.id
type Fields = Readonly<Record<string, unknown>>

/**
 * A session's plain fields with what its map tells as fields of their own. The map has the last word: what somebody
 * sends beside it is replaced. Without a map that can be read, side and units say what lies on each side.
 */
export function withMapFields(fields: Fields, how: Readonly<{ amends: boolean }> = { amends: false }): Fields {
  const named = (id: string): unknown => fields[id] ?? fields[id.replace('session.', '')]
  const text = named(f.map.id)
  const read = typeof text === 'string' ? readSessionMap(text) : null
  const concerns = [f.map.id, f.units.id, f.side.id].some((id) => named(id) !== undefined)
  if (!concerns) return fields
  const says = read?.ok ? saidByMap(read.map) : saidBySide(named(f.side.id), amountOf(named(f.units.id)))
  // An amendment that says nothing of them leaves what an older map said, which is true no more.
  const stale = how.amends ? Object.fromEntries(mapFields.map((id) => [id, null])) : {}
  const replaced = read?.ok ? mapFields : Object.keys(says)
  const others = Object.entries(fields).filter(([id]) => !replaced.includes(id) && !replaced.includes(`session.${id}`))
  return { ...stale, ...Object.fromEntries(others), ...says }
}

const amountOf = (plain: unknown): number | null =>
  typeof plain === 'number' ? plain : isObject(plain) && typeof plain.value === 'number' ? plain.value : null

function saidBySide(side: unknown, units: number | null): Fields {
  if (units === null || (side !== 'left' && side !== 'right')) return {}
  return { [f.unitsLeft.id]: side === 'left' ? units : 0, [f.unitsRight.id]: side === 'right' ? units : 0 }
}

function saidByMap({ points, vials, waste, diluent, volume }: SessionMap): Fields {
  const sum = (of: readonly MapPoint[]): number => of.reduce((total, point) => total + point.units, 0) / 100
  const on = (side: MapPoint['side']): readonly MapPoint[] => points.filter((point) => point.side === side)
  const around = (side: MapPoint['side']): readonly MapPoint[] =>
    on(side).filter(({ muscle }) => regionOf(muscle) === 'eye')
  const lower = points.map(({ muscle }) => muscle).filter((muscle) => regionOf(muscle) === 'lower-face')
  // A muscle of another hand may lie anywhere: then nobody can say how much lies around an eye.
  const placed = points.every(({ muscle }) => regionOf(muscle) !== null)
  return {
    [f.highestPoint.id]: Math.max(0, ...points.map(({ units }) => units)) / 100,
    [f.unitsLeft.id]: sum(on('left')),
    [f.unitsRight.id]: sum(on('right')),
    ...(placed ? { [f.eyeLeft.id]: sum(around('left')), [f.eyeRight.id]: sum(around('right')) } : {}),
    ...(placed || lower.length > 0 ? { [f.lowerFace.id]: [...new Set(lower)] } : {}),
    ...(vials === null ? {} : { [f.opened.id]: vials.reduce((total, vial) => total + vial, 0) / 100 }),
    ...(waste === null ? {} : { [f.waste.id]: waste / 100 }),
    ...(diluent === null ? {} : { [f.diluent.id]: diluent / 100 }),
    ...(volume === null ? {} : { [f.volume.id]: volume / 100 }),
  }
}
