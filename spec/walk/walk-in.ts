import { afterAll, afterEach, beforeAll } from 'vitest'
import { openDemo, signInDemo, today } from './demo-clinic.ts'
import type { Addressed, Walk } from './open-walk.ts'

/**
 * A walk for the tests of the block, or of the file, that calls this: opened before the first, closed behind the last,
 * and a picture is kept of each that fails.
 * @returns what stands empty until the first hook that is written below the call
 */
export function walkIn(open: () => Promise<Walk>): Walk {
  const walk = {} as Walk
  beforeAll(async () => {
    Object.assign(walk, await open())
  })
  afterEach(({ task }) => walk.lookAtFailure(task))
  // Where it did not open there is nothing to close, and the reason is told and not this.
  afterAll(() => walk.close?.())
  return walk
}

/** As `walkIn`, in the demo clinic, with one of its staff signed in on the board, e.g. `demo.neurologist`. */
export function walkDemo(login: string | null = null, addressed: () => Promise<Addressed> = async () => ({})): Walk {
  const walk = walkIn(async () => openDemo(today, await addressed()))
  if (login !== null) beforeAll(() => signInDemo(walk, walk.page, login))
  return walk
}
