import { type Aim, optionsOf } from './options.ts'
import type { Scene } from './scene.ts'
import type { Wish } from './wish.ts'

type About = Extract<Wish, { kind: 'truth' | 'answer' }>
const isAbout = (wish: Wish): wish is About => wish.kind === 'truth' || wish.kind === 'answer'

/**
 * Wishes taken apart as far as there is only one way to each. What one wish settles is no longer open to another: else
 * "signed" and "not (signed and open)" would pull to and fro for ever. Null when two of them cannot both be.
 *
 * The person looked at has the entries that are named in the wishes.
 */
export function takenApart(wishes: readonly Wish[], scene: Scene): readonly Wish[] | null {
  const settled = new Map<string, About>()
  const apart = new Set<string>()
  const waiting = wishes.filter(isAbout)
  do {
    for (let wish = waiting.pop(); wish; wish = waiting.pop()) {
      const key = keyOf(wish)
      const before = settled.get(key)
      const as = before ? before.as & wish.as : wish.as
      if (as === 0) return null
      if (before?.as === as) continue
      settled.set(key, { ...wish, as })
      apart.delete(key)
    }
    for (const [key, wish] of settled) {
      if (apart.has(key)) continue
      const ways = waysOf(wish, settled, scene)
      if (ways?.length === 0) return null
      if (ways?.length !== 1) continue
      apart.add(key)
      waiting.push(...(ways[0] as readonly About[]))
    }
  } while (waiting.length > 0)
  const left = [...settled].flatMap(([key, wish]) => (apart.has(key) ? [] : [wish]))
  return [...left, ...wishes.filter((wish) => !isAbout(wish))]
}

const keyOf = (wish: About): string => `${wish.kind} ${wish.kind === 'truth' ? wish.node : wish.decision} ${wish.entry}`

/** How far a way is followed to see whether it contradicts something. */
const deepest = 5

/** The ways to a wish that contradict nothing settled; null where it depends on entries or is changed in one step. */
function waysOf(
  wish: About,
  settled: ReadonlyMap<string, About>,
  scene: Scene,
  depth = 0,
): readonly (readonly About[])[] | null {
  if (depth > deepest || dependsOnEntries(wish, scene)) return null
  const options = optionsOf({ ...wish, at: scene.positionOf(wish.entry) } as Aim, scene)
  if (options === null) return null
  const isPossible = (one: About): boolean => {
    const before = settled.get(keyOf(one))
    if (before && (before.as & one.as) === 0) return false
    return (before && (before.as & ~one.as) === 0) || waysOf(one, settled, scene, depth + 1)?.length !== 0
  }
  return options.map((all) => all.map((aim) => asWish(aim, wish.entry))).filter((all) => all.every(isPossible))
}

function dependsOnEntries(wish: About, { plan }: Scene): boolean {
  if (wish.kind === 'answer') return plan.decisions[wish.decision]?.body.kind === 'fold'
  const { op } = plan.nodes[wish.node] as (typeof plan.nodes)[number]
  return op === 'some' || op === 'recent'
}

function asWish(aim: Aim, entry: string | null): About {
  if (aim.kind !== 'truth' && aim.kind !== 'answer') throw new Error(`${aim.kind} depends on entries.`)
  const { at, ...wish } = aim
  return { ...wish, entry: at < 0 ? null : entry }
}
