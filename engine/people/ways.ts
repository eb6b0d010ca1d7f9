import { type Chart, exactly } from '@facialis/language'
import type { PlanNode, TruthOp } from '../plan/plan.ts'
import { comparing } from './comparing.ts'
import { onDay, withEntry, without } from './edits.ts'
import { type Aim, isMet, optionsOf } from './options.ts'
import type { Scene } from './scene.ts'
import { answering } from './telling.ts'

/** How much is still to be changed, roughly; 0 when it is so. */
export function distanceTo(aim: Aim, scene: Scene): number {
  if (isMet(aim, scene)) return 0
  const key = keyOf(aim)
  const known = key === null ? undefined : scene.distances.get(key)
  if (known !== undefined) return known
  const options = optionsOf(aim, scene)
  const so = options === null ? effort(aim, scene) : Math.min(...options.map((all) => together(all, scene)))
  if (key !== null) scene.distances.set(key, so)
  return so
}

export const together = (all: readonly Aim[], scene: Scene): number =>
  all.reduce((sum, one) => sum + distanceTo(one, scene), 0)

/** Another entry has fields to fill, and the more there are the less it is worth. */
const effort = (aim: Aim, { entriesOf }: Scene): number =>
  aim.kind === 'add' ? 4 * (1 + entriesOf(aim.entryKind).length) : 1

const keyOf = (aim: Aim): number | null =>
  aim.kind === 'truth'
    ? (aim.node * 8 + aim.as) * 128 + (aim.at + 1) * 2
    : aim.kind === 'answer'
      ? (aim.decision * 65536 + aim.as) * 128 + (aim.at + 1) * 2 + 1
      : null

const deepest = 2

/** Charts in which one thing is changed so that what is aimed at comes nearer. */
export function waysTo(aim: Aim, scene: Scene, depth = 0): readonly Chart[] {
  if (isMet(aim, scene)) return []
  const options = optionsOf(aim, scene)
  if (options === null) return changes(aim, scene, depth)
  const possible = options
    .map((all) => ({ all, far: together(all, scene) }))
    .filter(({ far }) => far !== Number.POSITIVE_INFINITY)
  if (possible.length === 0) return []
  const nearest = Math.min(...possible.map(({ far }) => far))
  const taken = scene.chance.below(8) === 0 ? possible : possible.filter(({ far }) => far === nearest)
  const open = scene.chance.oneOf(taken).all.filter((one) => !isMet(one, scene))
  return open.length === 0 ? [] : waysTo(scene.chance.oneOf(open), scene, depth)
}

function changes(aim: Aim, scene: Scene, depth: number): readonly Chart[] {
  const { chance, asOf } = scene
  const chart = scene.chart()
  switch (aim.kind) {
    case 'truth': {
      const node = scene.plan.nodes[aim.node] as PlanNode & TruthOp
      return node.op === 'compare'
        ? comparing(node, aim, scene, depth < deepest ? (one) => waysTo(one, scene, depth + 1) : () => [])
        : answering(node, aim, scene)
    }
    case 'drop':
      return [without(chart, scene.entriesOf(aim.entryKind)[aim.at] as string)]
    case 'move':
      return [0, 30, 100, 400, 1000].map((back) =>
        onDay(chart, scene.entriesOf(aim.entryKind)[aim.at] as string, exactly(asOf - back - chance.below(14))),
      )
    case 'add':
      return depth < deepest ? [added(aim, scene, depth)] : []
    default:
      return []
  }
}

/** One more entry, filled in until it is as wished or nothing more can be done. */
function added({ entryKind, such }: Extract<Aim, { kind: 'add' }>, scene: Scene, depth: number): Chart {
  const here = scene.chart()
  const { entry } = scene.plan.layout.entryKinds[entryKind] as (typeof scene.plan.layout.entryKinds)[number]
  const back = scene.chance.oneOf([0, 20, 100, 200, 500])
  const { chart, id } = withEntry(here, entry, exactly(scene.asOf - back))
  let now = chart
  for (let tries = 0; tries < 60; tries++) {
    scene.look(now)
    const open = such.map((one): Aim => ({ ...one, at: scene.positionOf(id) })).filter((one) => !isMet(one, scene))
    if (open.length === 0) break
    const ways = waysTo(scene.chance.oneOf(open), scene, depth + 1)
    if (ways.length > 0) now = scene.chance.oneOf(ways)
  }
  scene.look(here)
  return now
}
