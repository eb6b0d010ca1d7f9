import type { Chart } from '@facialis/language'
import type { NodeIndex, TruthOp } from '../plan/plan.ts'
import { type Handle, turning } from './handles.ts'
import { type Aim, isMet } from './options.ts'
import type { Scene } from './scene.ts'
import { truths } from './wish.ts'

type Compare = Extract<TruthOp, { op: 'compare' }>

/** How many charts are worth looking at for one comparison. */
const enough = 6

/** Dates and amounts moved to either side of where the comparison turns. */
export function comparing(
  { left, right }: Compare,
  aim: Extract<Aim, { kind: 'truth' }>,
  scene: Scene,
  ways: (aim: Aim) => readonly Chart[],
): readonly Chart[] {
  const here = scene.chart()
  const found = [turning(left, aim.at, scene), turning(right, aim.at, scene)]
  const entry = aim.at < 0 ? null : entryAt(aim, scene)
  const lacks = found.flatMap((one) => one.lacks)
  const others = lacks.length === 0 ? [] : ways(scene.chance.oneOf(lacks))
  const handles = found.flatMap((one) => one.handles)
  if (handles.length === 0) return others
  const handle = scene.chance.oneOf(handles)
  const tried = as(aim, truths.unknown)
    ? [...handle.open, ...valuesNear(handle, { left, right }, entry, scene, true)]
    : []
  if (aim.as & (truths.no | truths.yes)) tried.push(...valuesNear(handle, { left, right }, entry, scene, false))
  const good = tried.filter((chart) => {
    scene.look(chart)
    return isMet({ ...aim, at: scene.positionOf(entry) }, scene)
  })
  scene.look(here)
  return [...good.slice(0, enough), ...others]
}

const as = (aim: Extract<Aim, { kind: 'truth' }>, truth: number): boolean => (aim.as & truth) !== 0

const entryAt = ({ node, at }: Extract<Aim, { kind: 'truth' }>, { plan, entriesOf }: Scene): string | null => {
  const within = plan.nodes[node]?.within ?? null
  return within === null ? null : (entriesOf(within)[at] ?? null)
}

type Sides = Readonly<{ left: NodeIndex; right: NodeIndex }>

/** Values of the handle near the one at which both sides are equal, and some further off. */
function valuesNear(
  handle: Handle,
  sides: Sides,
  entry: string | null,
  scene: Scene,
  vaguely: boolean,
): readonly Chart[] {
  const difference = (value: number): number | null => {
    scene.look(handle.set(value))
    const at = scene.positionOf(entry)
    const [a, b] = [scene.asked.measure(sides.left, at), scene.asked.measure(sides.right, at)]
    return typeof a === 'string' || typeof b === 'string' ? null : a.lo - b.lo
  }
  const within = (value: number): number => Math.min(handle.most, Math.max(handle.least, Math.round(value)))
  const from = within(handle.now)
  const step = handle.vague === null ? 1 : 400
  const other = from + step <= handle.most ? from + step : from - step
  const [one, two] = [difference(from), difference(other)]
  if (one === null || two === null) return [handle.set(from)]
  const slope = (two - one) / (other - from)
  if (slope === 0) return [handle.least, handle.most].map((value) => handle.set(value))
  const guess = within(from - one / slope)
  // A year is no fixed number of days: the first guess is set right by how far it is off.
  const turn = guess - (difference(guess) ?? 0) / slope
  if (vaguely) {
    const { vague } = handle
    return vague ? [20, 200, 800].map((wide) => vague({ lo: within(turn - wide), hi: within(turn + wide) })) : []
  }
  const near = [0, 1, -1, 2, -2, 3, -3, 30, -30, 400, -400].map((by) => turn + by)
  const values = [...near, from, (from + turn) / 2, other].map(within)
  return [...new Set(values)].map((value) => handle.set(value))
}
