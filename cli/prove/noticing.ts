import { type Claimed, type Compared, killedBy, type Mutant, settled } from '@facialis/engine/mutants/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Desk } from '../desk/desk.ts'
import { claims } from './claims.ts'
import { keepSettled, settledBefore } from './settled-mistakes.ts'

/** How far it is, on a line that is written over; an empty one takes it away. */
export type Tell = (line: string) => void

export const tellingOn =
  ({ remarks }: Desk): Tell =>
  (line) =>
    void remarks.write(`\r${line.padEnd(78)}${line === '' ? '\r' : ''}`)

/** Those that none of these people notices. `who` is how one of them is called on the way. */
export function unnoticedBy(
  { who, people }: Readonly<{ who: string; people: readonly Claimed[] }>,
  mutants: readonly Mutant[],
  tell: Tell,
): readonly Mutant[] {
  const left: Mutant[] = []
  let done = 0
  for (const { mutant, by } of killedBy(hemifacialSpasm, mutants, people)) {
    if (by === null) left.push(mutant)
    if (++done % 100 === 0) tell(`${done} of ${mutants.length} mistakes shown to ${who}`)
  }
  tell('')
  return left
}

/** Whether each tells everybody the same, and how far that is found out; what is known is not asked again. */
export function* settledAmong(mutants: readonly Mutant[], tell: Tell): Generator<Compared> {
  const before = settledBefore(mutants)
  yield* before
  const known = new Set(before.map(({ mutant }) => mutant))
  const open = mutants.filter((mutant) => !known.has(mutant))
  const [first] = claims()
  let [done, same, others] = [0, 0, 0]
  for (const one of settled(hemifacialSpasm, open, (first as Claimed).asking)) {
    if (one.found === 'same') same++
    else if (one.found !== null) others++
    keepSettled(one)
    tell(`${++done} of ${open.length} looked at over everybody there could be: ${same} the same, ${others} not`)
    yield one
  }
  tell('')
}
