import {
  type Claimed,
  classifyMutants,
  type EquivalenceResult,
  killedBy,
  type Mutant,
} from '@facialis/engine/mutants/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { progressOn } from '../output/progress.ts'
import { claims } from './claims.ts'
import { keepSettled, settledBefore } from './settled-mutants.ts'

/** A progress bar: these commands take minutes. */
export type Progress = ReturnType<typeof progressOn>

/** The mutants that none of these people kills. `who` names them in the progress line. */
export function survivingMutants(
  { who, people }: Readonly<{ who: string; people: readonly Claimed[] }>,
  mutants: readonly Mutant[],
  progress: Progress,
): readonly Mutant[] {
  const left: Mutant[] = []
  let done = 0
  for (const { mutant, by } of killedBy(hemifacialSpasm, mutants, people)) {
    if (by === null) left.push(mutant)
    progress.at(`Mistakes shown to ${who}`, ++done / mutants.length, `${done} of ${mutants.length}`)
  }
  progress.end()
  return left
}

/** Compares each mutant with the original over every possible person. Known results are reused. */
export function* compareMutants(mutants: readonly Mutant[], progress: Progress): Generator<EquivalenceResult> {
  const before = settledBefore(mutants)
  yield* before
  const known = new Set(before.map(({ mutant }) => mutant))
  const open = mutants.filter((mutant) => !known.has(mutant))
  const [first] = claims()
  let [done, same, others] = [0, 0, 0]
  for (const one of classifyMutants(hemifacialSpasm, open, (first as Claimed).asking)) {
    if (one.found === 'same') same++
    else if (one.found !== null) others++
    keepSettled(one)
    const counts = `${++done} of ${open.length}: ${same} the same, ${others} not`
    progress.at('Searching all possible people', done / open.length, counts)
    yield one
  }
  progress.end()
}
