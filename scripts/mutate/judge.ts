import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Asked } from './job.ts'
import type { Lanes } from './lanes.ts'
import type { Mutant } from './mutants.ts'
import type { Experience } from './order.ts'
import type { Reach } from './reach.ts'
import { isReached } from './reached-places.ts'

export type Verdict = Readonly<{
  mutant: Mutant
  /** `endless`: a test never came to its end, which is noticed too. `unreached`: no test runs that place at all. */
  fate: 'noticed' | 'endless' | 'unnoticed' | 'unreached'
  /** The test that noticed. */
  by?: string
  /** How many test files were asked, and how many reach it but would take longer than allowed. */
  asked: number
  notAsked: number
}>

export const isNoticed = ({ fate }: Verdict): boolean => fate === 'noticed' || fate === 'endless'

const root = pathToFileURL(join(import.meta.dirname, '..', '..'))

/** What becomes of one mistake when the tests that reach it are asked, for at most so many seconds of work. */
export async function judge(
  mutant: Mutant,
  {
    reaches,
    experience,
    lanes,
    seconds,
  }: Readonly<{ reaches: readonly Reach[]; experience: Experience; lanes: Lanes; seconds: number }>,
): Promise<Verdict> {
  const { path, start, end, becomes } = mutant
  const reaching = reaches.filter(({ places }) => isReached(places[path] ?? [], start))
  if (reaching.length === 0) return { mutant, fate: 'unreached', asked: 0, notAsked: 0 }
  let notAsked = 0
  const outcome = await lanes.run(() => {
    const tests: Asked[] = []
    let left = seconds
    for (const { test, seconds: takes } of experience.order(path, reaching)) {
      if (takes > left) continue
      tests.push({ path: test, within: 8 + 4 * takes })
      left -= takes
    }
    notAsked = reaching.length - tests.length
    const mistake = { url: `${root.href}/${path}`, start, end, becomes }
    return { tests, told: { mistake } }
  })
  experience.learn(path, outcome.begun, outcome.failed !== null)
  if (outcome.endless) return { mutant, fate: 'endless', asked: outcome.begun.length, notAsked }
  if (outcome.failed === null) return { mutant, fate: 'unnoticed', asked: outcome.begun.length, notAsked }
  return { mutant, fate: 'noticed', by: outcome.failed, asked: outcome.begun.length, notAsked }
}
