import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { isNoticed, type Verdict } from './judge.ts'
import type { Mutant } from './mutants.ts'
import { textOf } from './sources.ts'

/** What became of mistakes, one line for each, so that a run that was ended goes on where it was. */
export class Journal {
  readonly #file: string | null
  readonly #known = new Map<string, Verdict>()

  constructor(file: string | null) {
    this.#file = file
    if (file === null || !existsSync(file)) return
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue
      const { key, verdict } = JSON.parse(line) as { key: string; verdict: Verdict }
      this.#known.set(key, verdict)
    }
  }

  /** What is known of a mistake in the text as it stands now; what nobody noticed may be asked again. */
  known(mutant: Mutant, again: boolean): Verdict | null {
    const verdict = this.#known.get(keyOf(mutant)) ?? null
    return verdict !== null && again && !isNoticed(verdict) ? null : verdict
  }

  write(verdict: Verdict): void {
    const key = keyOf(verdict.mutant)
    if (this.#file !== null) appendFileSync(this.#file, `${JSON.stringify({ key, verdict })}\n`)
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const keyOf = ({ path, start, end, becomes }: Mutant): string =>
  [path, digest(textOf(path)), start, end, digest(becomes)].join(' ')
