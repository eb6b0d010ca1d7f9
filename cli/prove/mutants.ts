import type { Somebody } from '@facialis/engine'
import {
  type Claimed,
  type Compared,
  covering,
  killedBy,
  type Mutant,
  mutantsOf,
  settled,
} from '@facialis/engine/mutants/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { Stop } from '../input/stop.ts'
import { type Ink, inkFor, say } from '../output/paper.ts'
import { claims } from './claims.ts'
import { madeUpPeople, notSo, writeMadeUp } from './made-up-people.ts'
import { keepSettled, settledBefore, tidySettled } from './settled-mistakes.ts'

export type AskedMutants = Readonly<{
  /** One decision, step, alert or list alone. */
  of: string | null
  /** Only every so-many-th. */
  sample: number | null
  make: boolean
  /** Only looks at one of several parts of what is left, and writes down what it finds out. */
  part: Readonly<{ at: number; of: number }> | null
}>

/** What is to be said of a mistake. */
type Verdict = 'example' | 'made-up' | 'same' | 'left'
type Judged = Readonly<{ mutant: Mutant; verdict: Verdict; why: string }>

/** Somebody notices no mistake, and it is not proved to be none. */
const unnoticed = 1

/**
 * Makes every small mistake in the rules of decisions, steps, alerts and lists. Each has to be noticed by a person, whose
 * claims it contradicts, or to be proved to say the same of everybody.
 */
export function proveMutants({ of, sample, make, part }: AskedMutants): void {
  const all = mutantsOf(hemifacialSpasm)
  const places = new Set(all.map(({ place }) => place))
  if (of !== null && !places.has(of))
    throw new Stop(`There are no rules of ${JSON.stringify(of)}: it is ${[...places].join(', ')}.`)
  const mutants = all.filter(({ place }, i) => (of === null || place === of) && (sample === null || i % sample === 0))
  if (part) {
    settlePart(mutants, part)
    return
  }
  if (make) makePeople(mutants, mutants.length < all.length)
  const ink = inkFor(process.stdout, process.env)
  const judged = judge(mutants)
  sayAll(judged)
  for (const { mutant, verdict, why } of judged)
    if (verdict === 'left') say(`${ink.bad('not noticed')}  ${mutant.id}  ${ink.faint(mutant.was)}  ${why}`)
  sayTotal(judged, ink)
}

/** Several of these may run beside one another, each with its part. */
function settlePart(mutants: readonly Mutant[], { at, of }: Readonly<{ at: number; of: number }>): void {
  const open = unnoticedBy('somebody made up', madeUpPeople(), unnoticedBy('an example', claims(), mutants))
  const known = new Set(settledBefore(open).map(({ mutant }) => mutant))
  const left = open.filter((mutant) => !known.has(mutant))
  const size = Math.ceil(left.length / of)
  const found = [...settledAmong(left.slice((at - 1) * size, at * size))]
  say(`${found.filter((one) => one.found !== null).length} of ${found.length} mistakes settled.`)
}

/** Those of the file stay while what is claimed of them holds and notices anything; others are added. */
function makePeople(mutants: readonly Mutant[], isOfSome: boolean): void {
  const examples = claims()
  const left = unnoticedBy('an example', examples, mutants)
  const stale = new Set(notSo(madeUpPeople()).map((one) => one.split(':', 1)[0]))
  const before = madeUpPeople().filter(({ id }) => !stale.has(id))
  const open = new Set(unnoticedBy('somebody made up', before, left))
  const people: Claimed[] = [...before]
  const keep = (noticed: readonly Mutant[], some: readonly Somebody[]): void => {
    for (const { notices, ...one } of covering(hemifacialSpasm, noticed, some)) {
      people.push({ id: `new ${people.length}`, ...one })
      for (const mutant of notices) open.delete(mutant)
      tell(`${people.length} people, each with as little said as possible`)
    }
  }
  // An example person may be told it, and nobody claims it of that person.
  keep([...open], examples)
  const [found, same] = [new Set<Somebody>(), new Set<Mutant>()]
  for (const one of settledAmong([...open]))
    if (one.found === 'same') same.add(one.mutant)
    else if (one.found !== null) found.add(one.found)
  keep(
    [...open].filter((mutant) => !same.has(mutant)),
    [...found],
  )
  tell('')
  say(
    `${writeMadeUp(people, left, isOfSome)} made-up people written; ${tidySettled(mutantsOf(hemifacialSpasm), new Set(mutants.map(({ id }) => id)))} mistakes proved.`,
  )
}

function unnoticedBy(who: string, people: readonly Claimed[], mutants: readonly Mutant[]): readonly Mutant[] {
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
function* settledAmong(mutants: readonly Mutant[]): Generator<Compared> {
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

function judge(mutants: readonly Mutant[]): readonly Judged[] {
  const notByExamples = new Set(unnoticedBy('the example people', claims(), mutants))
  const nobody = unnoticedBy('people made up', madeUpPeople(), [...notByExamples])
  const verdicts = new Map<Mutant, Readonly<{ verdict: Verdict; why: string }>>()
  for (const { mutant, found } of settledAmong(nobody))
    verdicts.set(mutant, {
      verdict: found === 'same' ? 'same' : 'left',
      why: found === 'same' ? '' : found === null ? neither : somebodyElse,
    })
  return mutants.map((mutant) => ({
    mutant,
    verdict: notByExamples.has(mutant) ? 'made-up' : 'example',
    why: '',
    ...verdicts.get(mutant),
  }))
}

const neither = 'nobody was found who is told something else, and it is not proved that there is nobody'
const somebodyElse = 'somebody is told something else, whom --make would add'

const kindOf = ({ place }: Mutant): string => {
  const { decisions, steps, alerts } = hemifacialSpasm
  const isOne = (all: readonly Readonly<{ id: string }>[]): boolean => all.some(({ id }) => id === place)
  return isOne(decisions) ? place : isOne(steps) ? 'steps' : isOne(alerts) ? 'alerts' : 'lists'
}

const words: Readonly<Record<Verdict, string>> = {
  example: 'noticed by an example',
  'made-up': 'by somebody made up',
  same: 'say the same of everybody',
  left: 'not noticed',
}

function countsOf(judged: readonly Judged[]): string {
  const verdicts = Object.keys(words) as Verdict[]
  const counted = verdicts.map(
    (verdict) => `${judged.filter((one) => one.verdict === verdict).length} ${words[verdict]}`,
  )
  return `${judged.length} mistakes: ${counted.join(', ')}`
}

function sayAll(judged: readonly Judged[]): void {
  for (const [kind, some] of Map.groupBy(judged, ({ mutant }) => kindOf(mutant))) say(`${kind}: ${countsOf(some)}`)
}

function sayTotal(judged: readonly Judged[], ink: Ink): void {
  const isLeft = judged.some(({ verdict }) => verdict === 'left')
  say((isLeft ? ink.bad : ink.strong)(`${countsOf(judged)}.`))
  if (isLeft) process.exitCode = unnoticed
}

const tell = (line: string): void => {
  process.stderr.write(`\r${line.padEnd(78)}${line === '' ? '\r' : ''}`)
}
