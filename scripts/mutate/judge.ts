import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Asked } from './job.ts'
import type { Lanes } from './lanes.ts'
import type { Mutant } from './mutants.ts'
import type { Experience } from './order.ts'
import type { Reach } from './reach.ts'
import { isReached } from './reached-places.ts'
import { root } from './sources.ts'
import type { Types } from './types.ts'

export type Verdict = Readonly<{
  mutant: Mutant
  /**
   * `endless`: a test never came to its end, which is noticed too. `refused`: by the type checker alone. `unreached`: no
   * test runs that place at all.
   */
  fate: 'noticed' | 'endless' | 'refused' | 'unnoticed' | 'unreached'
  /** The test that noticed, or what the type checker said. */
  by?: string | undefined
  /** How many test files were asked, and how many reach it but would take longer than allowed. */
  asked: number
  notAsked: number
}>

export const isNoticed = ({ fate }: Verdict): boolean => fate !== 'unnoticed' && fate !== 'unreached'

type Judges = Readonly<{
  reaches: readonly Reach[]
  experience: Experience
  lanes: Lanes
  types: Types
  seconds: number
}>

/** What becomes of one mistake: the tests that reach it are asked and, where they say nothing, the type checker. */
export async function judge(mutant: Mutant, judges: Judges): Promise<Verdict> {
  const verdict = await askTests(mutant, judges)
  if (isNoticed(verdict)) return verdict
  const said = await judges.types.against(mutant)
  return said === null ? verdict : { ...verdict, fate: 'refused', by: said }
}

/** Asks the tests that reach it, the most promising first, for at most so many seconds of work. */
async function askTests(mutant: Mutant, { reaches, experience, lanes, seconds }: Judges): Promise<Verdict> {
  const { path, start, end, becomes } = mutant
  const reaching = reaches.filter(({ places }) => isReached(places[path] ?? [], start))
  if (reaching.length === 0) return { mutant, fate: 'unreached', asked: 0, notAsked: 0 }
  let notAsked = 0
  const outcome = await lanes.run(() => {
    const tests: Asked[] = []
    let left = seconds
    for (const { test, seconds: takes } of experience.order(path, reaching)) {
      if (takes > left && tests.length > 0) continue
      tests.push({ path: test, within: 10 + 4 * takes })
      left -= takes
    }
    notAsked = reaching.length - tests.length
    const mistake = { url: pathToFileURL(join(root, path)).href, start, end, becomes }
    return { tests, told: { mistake } }
  })
  experience.learn(path, outcome.begun, outcome.failed !== null)
  const fate = outcome.endless ? 'endless' : outcome.failed === null ? 'unnoticed' : 'noticed'
  return { mutant, fate, by: outcome.failed ?? undefined, asked: outcome.begun.length, notAsked }
}
