/** Refused requests of which the first is told at once and those after it together, so that a flood never fills the trail. */
export type ToldTogether<T> = Readonly<{
  /** One more. */
  refused: (one: T) => Promise<void>
  /** Tells what has been gathered since. For the end of the process. */
  tellRest: () => Promise<void>
}>

type Telling<T, G> = Readonly<{
  /** The present as an instant. */
  now: () => string
  /** Milliseconds within which those of one asker are told once. */
  within: number
  /** Whose they are: of each asker the first is told at once. */
  askerOf: (one: T) => string
  /** What is kept of one more beside those that wait already. */
  gather: (waiting: G | null, one: T) => G
  tell: (gathered: G) => Promise<unknown>
}>

export function openToldTogether<T, G>({ now, within, askerOf, gather, tell }: Telling<T, G>): ToldTogether<T> {
  const byAsker = new Map<string, { waiting: G | null; told: number }>()
  const tellOf = async (asker: { waiting: G | null; told: number }): Promise<void> => {
    const { waiting } = asker
    if (waiting === null) return
    Object.assign(asker, { waiting: null, told: Date.parse(now()) })
    await tell(waiting)
  }
  return {
    refused: async (one) => {
      const asker = byAsker.get(askerOf(one)) ?? { waiting: null, told: Number.NEGATIVE_INFINITY }
      byAsker.set(askerOf(one), asker)
      asker.waiting = gather(asker.waiting, one)
      if (Date.parse(now()) - asker.told >= within) await tellOf(asker)
    },
    tellRest: async () => {
      for (const asker of byAsker.values()) await tellOf(asker)
    },
  }
}
