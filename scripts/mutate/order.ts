import type { Reach } from './reach.ts'

/** Which test files notice what, as far as it has been seen: those that notice most for their time are asked first. */
export class Experience {
  readonly #of = new Map<string, { asked: number; noticed: number }>()

  /** The test files in the order to ask them about a mistake in a file. */
  order(path: string, reaching: readonly Reach[]): readonly Reach[] {
    const worth = new Map(reaching.map((reach) => [reach, this.#chance(path, reach.test) / (0.05 + reach.seconds)]))
    return [...reaching].sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0))
  }

  learn(path: string, begun: readonly string[], failed: boolean): void {
    begun.forEach((test, index) => {
      const noticed = failed && index === begun.length - 1
      for (const key of [test, `${path} ${test}`]) {
        const seen = this.#of.get(key) ?? { asked: 0, noticed: 0 }
        this.#of.set(key, { asked: seen.asked + 1, noticed: seen.noticed + (noticed ? 1 : 0) })
      }
    })
  }

  #chance(path: string, test: string): number {
    const anywhere = this.#of.get(test) ?? { asked: 0, noticed: 0 }
    const here = this.#of.get(`${path} ${test}`) ?? { asked: 0, noticed: 0 }
    const usual = (anywhere.noticed + 1) / (anywhere.asked + 2)
    return (here.noticed + 2 * usual) / (here.asked + 2)
  }
}
