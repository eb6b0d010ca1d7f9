import { type Asking, type Chart, emptyChart } from '@facialis/language'
import type { Plan } from '../plan/plan.ts'
import { chanceFrom } from './chance.ts'
import type { Aim } from './options.ts'
import { type Scene, sceneOf } from './scene.ts'
import { takenApart } from './taken-apart.ts'
import { together, waysTo } from './ways.ts'
import type { Wish } from './wish.ts'

export type Search = Readonly<{
  asking: Asking
  /** Somebody to begin with. */
  from?: Chart
  /** How often it begins anew, and how many changes each time. */
  beginnings?: number
  changes?: number
  seed?: number
}>

/**
 * Somebody of whom all wishes are so, by changing one thing after another; null when nobody was found, which does not say
 * that there is nobody. The same wishes find the same person.
 */
export function seek(plan: Plan, wishes: readonly Wish[], search: Search): Chart | null {
  const { asking, from = emptyChart, beginnings = 4, changes = 400, seed = 1 } = search
  const scene = sceneOf(plan, asking, chanceFrom(seed))
  scene.look(from)
  const apart = takenApart(wishes, scene)
  if (apart === null) return null
  for (let begun = 0; begun < beginnings; begun++) {
    const found = walk(scene, apart, from, changes)
    if (found) return found
  }
  return null
}

const aimsOf = (wishes: readonly Wish[], scene: Scene): readonly Aim[] =>
  wishes.flatMap((wish): readonly Aim[] => {
    switch (wish.kind) {
      case 'some':
        return [wish]
      case 'every':
        return [...scene.entriesOf(wish.entryKind).keys()].map((at) => ({
          kind: 'truth',
          node: wish.node,
          as: wish.as,
          at,
        }))
      case 'truth':
        return [{ kind: 'truth', node: wish.node, as: wish.as, at: scene.positionOf(wish.entry) }]
      case 'answer':
        return [{ kind: 'answer', decision: wish.decision, as: wish.as, at: scene.positionOf(wish.entry) }]
      default:
        return wish satisfies never
    }
  })

/** Takes the change that leaves least to do; now and then any, so as not to walk in circles. */
function walk(scene: Scene, wishes: readonly Wish[], from: Chart, changes: number): Chart | null {
  const { chance } = scene
  const far = (chart: Chart): number => {
    scene.look(chart)
    return together(aimsOf(wishes, scene), scene)
  }
  let now = from
  for (let change = 0; change < changes; change++) {
    if (far(now) === 0) return now
    const open = aimsOf(wishes, scene).filter((aim) => together([aim], scene) > 0)
    const ways: Chart[] = []
    for (let tries = 0; tries < 3; tries++) {
      ways.push(...waysTo(chance.oneOf(open), scene))
      scene.look(now)
    }
    if (ways.length === 0) continue
    if (chance.below(12) === 0) now = chance.oneOf(ways)
    else {
      const ranked = ways.map((chart) => ({ chart, far: far(chart) }))
      const least = Math.min(...ranked.map((one) => one.far))
      now = chance.oneOf(ranked.filter((one) => one.far === least)).chart
    }
  }
  return null
}
