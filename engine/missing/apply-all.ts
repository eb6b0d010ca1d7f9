import { type Diagram, noLevel, terminals, type UniqueTable } from './unique-table.ts'

/** Applies an n-ary operation. Operations with equal names must be equal, as results are cached by name. */
export type ApplyAll = (name: string, parts: readonly Diagram[], of: (values: readonly number[]) => number) => Diagram

/** Stands where it is not known yet what comes of some. */
const open = -1

export function applyAllIn({ levelOf, childrenOf, makeNode }: UniqueTable): ApplyAll {
  const several = new Map<string, Map<string, Diagram>>()

  const severalAt = (now: readonly Diagram[]) => {
    const level = now.reduce((so, one) => Math.min(so, levelOf(one)), noLevel)
    const asked = childrenOf(now.find((one) => levelOf(one) === level) as Diagram)
    return { now, level, width: asked.length, to: [] as Diagram[] }
  }

  return (name, parts, of) => {
    const done = several.get(name) ?? new Map<string, Diagram>()
    several.set(name, done)
    const atOnce = (now: readonly Diagram[]): Diagram =>
      now.every((one) => one < terminals) ? of(now) : (done.get(now.join()) ?? open)
    const known = atOnce(parts)
    if (known !== open) return known
    const begun = [severalAt(parts)]
    for (;;) {
      const top = begun.at(-1) as ReturnType<typeof severalAt>
      const i = top.to.length
      if (i < top.width) {
        const next = top.now.map((one) => (levelOf(one) === top.level ? (childrenOf(one)[i] as Diagram) : one))
        const made = atOnce(next)
        if (made === open) begun.push(severalAt(next))
        else top.to.push(made)
        continue
      }
      const made = makeNode(top.level, top.to)
      done.set(top.now.join(), made)
      begun.pop()
      const above = begun.at(-1)
      if (above === undefined) return made
      above.to.push(made)
    }
  }
}
