import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reach } from './reach.ts'

type Seen = Readonly<{ asked: number; noticed: number }>

/** How many askings what is known of a folder counts as for a file in it, and what is known of all for a folder. */
const weight = 2

/**
 * Which test files notice what, as far as it has been seen: those that notice most for their time are asked first. A
 * sample has a mistake or two of most files, so that what is known of a folder says most. It is kept from run to run:
 * otherwise a short sample would spend its seconds on learning whom to ask.
 */
export class Experience {
  readonly #of: Map<string, Seen>
  readonly #file: string | null

  constructor(file: string | null) {
    this.#file = file
    this.#of = new Map(
      file !== null && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, Seen][]) : [],
    )
  }

  /** The test files in the order to ask them about a mistake in a file. */
  order(path: string, reaching: readonly Reach[]): readonly Reach[] {
    const worth = new Map(reaching.map((reach) => [reach, this.#chance(path, reach.test) / (0.05 + reach.seconds)]))
    return [...reaching].sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0))
  }

  learn(path: string, begun: readonly string[], failed: boolean): void {
    begun.forEach((test, index) => {
      const noticed = failed && index === begun.length - 1
      for (const place of places(path)) {
        const key = `${place} ${test}`
        const seen = this.#of.get(key) ?? { asked: 0, noticed: 0 }
        this.#of.set(key, { asked: seen.asked + 1, noticed: seen.noticed + (noticed ? 1 : 0) })
      }
    })
  }

  keep(): void {
    if (this.#file === null) return
    mkdirSync(dirname(this.#file), { recursive: true })
    writeFileSync(this.#file, JSON.stringify([...this.#of]))
  }

  /** Half, until somebody has been asked; then what was seen, most of all of the nearest. */
  #chance(path: string, test: string): number {
    return places(path).reduce((usual, place) => {
      const { asked, noticed } = this.#of.get(`${place} ${test}`) ?? { asked: 0, noticed: 0 }
      return (noticed + weight * usual) / (asked + weight)
    }, 1 / 2)
  }
}

/** Everywhere, the folder, the file. */
const places = (path: string): readonly string[] => ['', dirname(path), path]
