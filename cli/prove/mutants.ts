import type { Witness } from '@facialis/engine'
import { type Claimed, greedyCover, type Mutant, mutantsOf } from '@facialis/engine/mutants/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { progressOn } from '../output/progress.ts'
import { styledOutputOn } from '../output/styled-output.ts'
import { claims } from './claims.ts'
import { contradictedClaims, generatedPeople, writeGeneratedPeople } from './generated-people.ts'
import { settledBefore, tidySettled } from './settled-mutants.ts'
import { compareMutants, type Progress, survivingMutants } from './surviving-mutants.ts'

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
export function proveMutants({ of, sample, make, part }: AskedMutants, io: CommandIo): number {
  const all = mutantsOf(hemifacialSpasm)
  const places = new Set(all.map(({ place }) => place))
  if (of !== null && !places.has(of))
    throw new ExitError(`There are no rules for ${JSON.stringify(of)}: choose from ${[...places].join(', ')}.`)
  const mutants = all.filter(({ place }, i) => (of === null || place === of) && (sample === null || i % sample === 0))
  const output = styledOutputOn(io)
  const { say, ...style } = output
  const progress = progressOn(io.stderr)
  if (part) {
    say(settlePart(mutants, part, progress))
    return 0
  }
  if (make) say(makePeople(mutants, mutants.length < all.length, progress))
  const judged = judge(mutants, progress)
  for (const line of countedByKind(judged)) say(line)
  for (const { mutant, verdict, why } of judged)
    if (verdict === 'left') say(`${style.bad('not noticed')}  ${mutant.id}  ${style.faint(mutant.was)}  ${why}`)
  const isLeft = judged.some(({ verdict }) => verdict === 'left')
  say((isLeft ? style.bad : style.strong)(`${countsOf(judged)}.`))
  return isLeft ? unnoticed : 0
}

/** Several of these may run beside one another, each with its part. */
function settlePart(
  mutants: readonly Mutant[],
  { at, of }: Readonly<{ at: number; of: number }>,
  progress: Progress,
): string {
  const open = survivingMutants(
    { who: 'somebody made up', people: generatedPeople() },
    survivingMutants({ who: 'an example', people: claims() }, mutants, progress),
    progress,
  )
  const known = new Set(settledBefore(open).map(({ mutant }) => mutant))
  const left = open.filter((mutant) => !known.has(mutant))
  const size = Math.ceil(left.length / of)
  const found = [...compareMutants(left.slice((at - 1) * size, at * size), progress)]
  return `${found.filter((one) => one.found !== null).length} of ${found.length} mistakes settled.`
}

/** Those of the file stay while what is claimed of them holds and notices anything; others are added. */
function makePeople(mutants: readonly Mutant[], isOfSome: boolean, progress: Progress): string {
  const examples = claims()
  const left = survivingMutants({ who: 'an example', people: examples }, mutants, progress)
  const stale = new Set(contradictedClaims(generatedPeople()).map((one) => one.split(':', 1)[0]))
  const before = generatedPeople().filter(({ id }) => !stale.has(id))
  const open = new Set(survivingMutants({ who: 'somebody made up', people: before }, left, progress))
  const people: Claimed[] = [...before]
  const keep = (noticed: readonly Mutant[], some: readonly Witness[]): void => {
    for (const { notices, ...one } of greedyCover(hemifacialSpasm, noticed, some)) {
      people.push({ id: `new ${people.length}`, ...one })
      for (const mutant of notices) open.delete(mutant)
      progress.at('Making people up', null, `${people.length} people, each with as little said as possible`)
    }
  }
  // An example person may be told it, and nobody claims it of that person.
  keep([...open], examples)
  const [found, same] = [new Set<Witness>(), new Set<Mutant>()]
  for (const one of compareMutants([...open], progress))
    if (one.found === 'same') same.add(one.mutant)
    else if (one.found !== null) found.add(one.found)
  keep(
    [...open].filter((mutant) => !same.has(mutant)),
    [...found],
  )
  progress.end()
  const written = writeGeneratedPeople(people, left, isOfSome)
  const proved = tidySettled(mutantsOf(hemifacialSpasm), new Set(mutants.map(({ id }) => id)))
  return `${written} made-up people written; ${proved} mistakes proved.`
}

function judge(mutants: readonly Mutant[], progress: Progress): readonly Judged[] {
  const notByExamples = new Set(survivingMutants({ who: 'the example people', people: claims() }, mutants, progress))
  const nobody = survivingMutants({ who: 'people made up', people: generatedPeople() }, [...notByExamples], progress)
  const verdicts = new Map<Mutant, Readonly<{ verdict: Verdict; why: string }>>()
  for (const { mutant, found } of compareMutants(nobody, progress))
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

const neither = 'nobody was found whose advice changes, and it is not proved that there is nobody'
const somebodyElse = 'advice changes for somebody, whom --make would add'

const kindOf = ({ place }: Mutant): string => {
  const { decisions, steps, alerts } = hemifacialSpasm
  const isOne = (all: readonly Readonly<{ id: string }>[]): boolean => all.some(({ id }) => id === place)
  return isOne(decisions) ? place : isOne(steps) ? 'steps' : isOne(alerts) ? 'alerts' : 'lists'
}

const words: Readonly<Record<Verdict, string>> = {
  example: 'noticed by an example',
  'made-up': 'by somebody made up',
  same: 'give everybody the same advice',
  left: 'not noticed',
}

function countsOf(judged: readonly Judged[]): string {
  const verdicts = Object.keys(words) as Verdict[]
  const counted = verdicts.map(
    (verdict) => `${judged.filter((one) => one.verdict === verdict).length} ${words[verdict]}`,
  )
  return `${judged.length} mistakes: ${counted.join(', ')}`
}

const countedByKind = (judged: readonly Judged[]): readonly string[] =>
  [...Map.groupBy(judged, ({ mutant }) => kindOf(mutant))].map(([kind, some]) => `${kind}: ${countsOf(some)}`)
