import { type Counter, planted, proofsOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { plantedDefects } from '@facialis/knowledge/planted-defects.ts'
import { type Ink, inkFor, wrapped } from './paper.ts'
import { Stop } from './stop.ts'

/** Some promise is broken. */
const broken = 1

/** Proves every promise of the pathway, or plants faults in it and shows that the proof finds each. */
export function prove(args: readonly string[]): void {
  const [option, more] = args
  if (option === undefined) proveAll()
  else if (option === '--self-test' && more === undefined) proveDefects()
  else throw new Stop(`"prove" takes --self-test or nothing: ${JSON.stringify(more ?? option)} was not understood.`)
}

/** Every promise over all states there could be; each is told as soon as it is known. */
function proveAll(): void {
  const ink = inkFor(process.stdout, process.env)
  let [all, failed] = [0, 0]
  let begun = performance.now()
  for (const { id, text, holds, states, counter } of proofsOf(hemifacialSpasm)) {
    const took = Math.max(1, Math.round(performance.now() - begun))
    say(
      `${holds ? ink.good('proved') : ink.bad('BROKEN')}  ${ink.strong(id)}  ${ink.faint(`${about(states)} states, ${took} ms`)}`,
    )
    for (const line of wrapped(text, ink.width, '        ')) say(line)
    if (counter) sayCounter(counter, ink)
    all++
    if (!holds) failed++
    begun = performance.now()
  }
  say(
    failed === 0
      ? ink.strong(`All ${all} promises hold of every person there could be.`)
      : ink.bad(`${failed} of ${all} promises are broken.`),
  )
  if (failed > 0) process.exitCode = broken
}

/** Each fault that somebody could make, and the state in which a promise then does not hold. */
function proveDefects(): void {
  const ink = inkFor(process.stdout, process.env)
  let missed = 0
  for (const defect of plantedDefects) {
    const found = proofsOf(planted(hemifacialSpasm, defect)).find(({ id }) => id === defect.breaks)
    const isFound = found?.holds === false
    if (!isFound) missed++
    say(`${isFound ? ink.good('found ') : ink.bad('MISSED')}  ${ink.strong(defect.says)}  ${ink.faint(defect.breaks)}`)
    if (found?.counter) sayCounter(found.counter, ink)
  }
  const all = plantedDefects.length
  say(missed === 0 ? ink.strong(`All ${all} faults are found.`) : ink.bad(`${missed} of ${all} faults are missed.`))
  if (missed > 0) process.exitCode = broken
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
