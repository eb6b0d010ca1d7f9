import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Job, Outcome } from './job.ts'
import { kept } from './sources.ts'

/** What V8 makes of a file is kept from thread to thread: a third of what it takes to load the product. */
const compiled = { NODE_COMPILE_CACHE: join(kept, 'compiled') }

/**
 * A tenth of the made-up cases that the longest tests try: the same cases first, so that what these notice all of them
 * would, and a test that takes a minute would never be asked.
 */
const fewer = { FACIALIS_PAIRS: '200', FACIALIS_PEOPLE: '150' }

/** Warm processes that run jobs side by side; a job waits until one of them is free. */
export class Lanes {
  readonly #free: Lane[]
  readonly #waiting: ((lane: Lane) => void)[] = []

  /** Where V8 counts what is reached, nothing compiled may be kept: it counts such functions only as a whole. */
  constructor(count: number, { counting = false } = {}) {
    this.#free = Array.from({ length: count }, () => new Lane(counting ? {} : compiled))
  }

  /** The job is made when its turn comes, from what is known by then. */
  async run(make: () => Job): Promise<Outcome> {
    const lane = this.#free.pop() ?? (await new Promise<Lane>((resolve) => this.#waiting.push(resolve)))
    const outcome = await lane.run(make())
    const next = this.#waiting.shift()
    if (next === undefined) this.#free.push(lane)
    else next(lane)
    return outcome
  }

  close(): void {
    for (const lane of this.#free) lane.close()
  }
}

/** One process, begun when it is needed and again when it had to be given up. */
class Lane {
  #child: ChildProcess | null = null
  readonly #settings: Readonly<Record<string, string>>

  constructor(settings: Readonly<Record<string, string>>) {
    this.#settings = settings
  }

  async run(job: Job): Promise<Outcome> {
    this.#child ??= fork(new URL('lane.ts', import.meta.url), [], {
      execArgv: ['--max-old-space-size=2000'],
      env: { ...fewer, ...process.env, ...this.#settings },
    })
    const child = this.#child
    const outcome = await new Promise<Outcome>((resolve) => {
      const ended = (): void => resolve({ failed: 'the process ended', begun: [], seconds: 0 })
      child.once('exit', ended)
      child.once('message', (answer: Outcome) => {
        child.off('exit', ended)
        resolve(answer)
      })
      child.send(job)
    })
    if (outcome.endless || child.exitCode !== null) this.close()
    return outcome
  }

  close(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }
}
