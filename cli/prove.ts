import { type Counter, proofsOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Ink, inkFor, wrapped } from './paper.ts'
import { Stop } from './stop.ts'

/** Some promise is broken. */
const broken = 1

/** Proves every promise of the pathway over all states there could be, and says of each as soon as it is known. */
export function prove(args: readonly string[]): void {
  if (args.length > 0) throw new Stop(`"prove" takes nothing more: ${JSON.stringify(args[0])} was not understood.`)
  const ink = inkFor(process.stdout, process.env)
  const [all, failed] = [{ count: 0 }, { count: 0 }]
  let begun = performance.now()
  for (const { id, text, holds, states, counter } of proofsOf(hemifacialSpasm)) {
    const took = Math.max(1, Math.round(performance.now() - begun))
    say(
      `${holds ? ink.good('proved') : ink.bad('BROKEN')}  ${ink.strong(id)}  ${ink.faint(`${about(states)} states, ${took} ms`)}`,
    )
    for (const line of wrapped(text, ink.width, '        ')) say(line)
    if (counter) sayCounter(counter, ink)
    all.count++
    if (!holds) failed.count++
    begun = performance.now()
  }
  say(
    failed.count === 0
      ? ink.strong(`All ${all.count} promises hold of every person there could be.`)
      : ink.bad(`${failed.count} of ${all.count} promises are broken.`),
  )
  if (failed.count > 0) process.exitCode = broken
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

function sayCounter({ state, change }: Counter, { width }: Ink): void {
  say('        A state in which it does not hold:')
  for (const one of state) for (const line of wrapped(one, width, '        - ')) say(line)
  if (change !== null) for (const line of wrapped(change, width, '        What changes: ')) say(line)
}

/** Exactly as long as it can be read, else in powers of ten. */
function about(states: bigint): string {
  const digits = states.toString()
  return digits.length <= 9 ? digits : `${digits[0]}.${digits.slice(1, 3)} × 10^${digits.length - 1}`
}
