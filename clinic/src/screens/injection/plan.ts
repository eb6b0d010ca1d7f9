import type { PlainValue } from '@facialis/wire'
import type { NewPoint } from '../../pieces/face-map.tsx'
import type { Side } from '../../pieces/face-plan.ts'
import { amountOf, amountWords, type Hundredths, readAmount, sum } from './amounts.ts'
import { inReadingOrder, type MapPoint, placed } from './session-map.ts'

/** A point as it is being planned: units as typed; `copiedFrom` names the session whose number it still is. */
export type PlannedPoint = NewPoint & Readonly<{ id: string; units: string; copiedFrom: string | null }>

/** Today's session until it is signed. Numbers stay as typed; they are read where they are needed. */
export type Plan = Readonly<{
  product: string | null
  /** It was said twice, at the lock, that it is another one than last time. */
  productChanged: boolean
  lot: string
  expiry: string
  /** Units of each opened vial. */
  vials: readonly string[]
  /** Null: the rest of the opened vials. */
  waste: string | null
  /** Millilitres the opened vials were diluted with, and injected in all; both empty when nobody measures. */
  diluent: string
  injected: string
  points: readonly PlannedPoint[]
  bothSides: boolean
  /** Why an unusual dose or side is meant. */
  reason: string
  chair: Readonly<Record<string, PlainValue>>
  count: number
}>

export const emptyPlan = (product: string | null): Plan => ({
  product,
  productChanged: false,
  lot: '',
  expiry: '',
  vials: [],
  waste: null,
  diluent: '',
  injected: '',
  points: [],
  bothSides: false,
  reason: '',
  chair: {},
  count: 0,
})

/** A stored draft, or null when it is of another shape. */
export function readPlan(stored: unknown): Plan | null {
  if (typeof stored !== 'object' || stored === null) return null
  const shape = emptyPlan(null)
  const draft = stored as Record<string, unknown>
  const fits = Object.entries(shape).every(
    ([name, empty]) =>
      name in draft &&
      (empty === null
        ? true
        : Array.isArray(empty) === Array.isArray(draft[name]) && typeof empty === typeof draft[name]),
  )
  return fits ? (stored as Plan) : null
}

export const addPoint = (plan: Plan, point: NewPoint): Plan => ({
  ...plan,
  count: plan.count + 1,
  points: [...plan.points, { ...point, id: `p${plan.count + 1}`, units: '', copiedFrom: null }],
})

export const removePoint = (plan: Plan, id: string): Plan => ({
  ...plan,
  points: plan.points.filter((point) => point.id !== id),
})

/** Whoever types a number owns it: it is no copy any more. */
export const setUnits = (plan: Plan, id: string, units: string): Plan => ({
  ...plan,
  points: plan.points.map((point) => (point.id === id ? { ...point, units, copiedFrom: null } : point)),
})

/** The clinician's own last numbers, in place of what was planned, every one still to be confirmed. */
export const copyLast = (plan: Plan, last: Readonly<{ date: string; points: readonly MapPoint[] }>): Plan => ({
  ...plan,
  count: plan.count + last.points.length,
  points: placed(inReadingOrder(last.points)).map(({ muscle, side, x, y, units }, index) => ({
    id: `p${plan.count + index + 1}`,
    muscle,
    side,
    x,
    y,
    units: amountWords(amountOf(units)),
    copiedFrom: last.date,
  })),
})

export const confirmSide = (plan: Plan, side: Side): Plan => ({
  ...plan,
  points: plan.points.map((point) => (point.side === side ? { ...point, copiedFrom: null } : point)),
})

/** Units never cross products: with another one every number is typed anew, and the vial in hand is another vial. */
export const changeProduct = (plan: Plan, product: string): Plan => ({
  ...plan,
  product,
  productChanged: true,
  lot: '',
  expiry: '',
  vials: [],
  waste: null,
  diluent: '',
  points: plan.points.map((point) => ({ ...point, units: '', copiedFrom: null })),
})

export const unconfirmedSides = ({ points }: Plan): readonly Side[] =>
  (['right', 'left'] as const).filter((side) =>
    points.some((point) => point.side === side && point.copiedFrom !== null),
  )

export const sideOf = ({ points }: Pick<Plan, 'points'>): Side | 'both' | null => {
  const sides = new Set(points.map(({ side }) => side))
  return sides.size === 2 ? 'both' : ([...sides][0] ?? null)
}

export type Totals = Readonly<{
  right: Hundredths
  left: Hundredths
  total: Hundredths
  opened: Hundredths
  /** What is left of the opened vials; negative when more was given than opened. */
  rest: Hundredths
  /** As typed, or the rest. Null while what was typed is no number. */
  waste: Hundredths | null
}>

export function totalsOf(plan: Pick<Plan, 'points' | 'vials' | 'waste'>): Totals {
  const on = (side: Side) => sum(plan.points.filter((p) => p.side === side).map((p) => readAmount(p.units) ?? 0))
  const [right, left] = [on('right'), on('left')]
  const opened = sum(plan.vials.map((vial) => readAmount(vial) ?? 0))
  const rest = opened - right - left
  return { right, left, total: right + left, opened, rest, waste: plan.waste === null ? rest : readAmount(plan.waste) }
}
