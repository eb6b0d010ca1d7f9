import { evaluate } from '@facialis/engine'
import { parseJson } from '@facialis/fhir'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { type People, people } from '../people.ts'
import type { Measured } from '../row.ts'
import { micros, quantile } from '../side-by-side.ts'
import { differencesFrom, runningReference } from './reference.ts'

/** What the product does of the work, beside the reference doing its part. */
export type Side = 'fromText' | 'answers' | 'explained'

/** So many people in turn by each: long enough to be measured, short enough that a busy machine is as busy for all. */
const inOneGo = 100
/** Until then the reference is being compiled. */
const warmUp = 5
/** So often all people are done by us before anything is counted: the runtime goes on compiling for tens of thousands. */
const settling: Readonly<Record<Side, number>> = { fromText: 20, answers: 20, explained: 0 }
/** A pass over the hundred is too short to be measured by itself. */
const passes: Readonly<Record<Side, number>> = { fromText: 10, answers: 10, explained: 1 }

let made: Promise<Readonly<Record<Side, Measured>>> | null = null

/** All people once by the reference, which takes long enough: each answer is compared, and the time is that of all. */
export function besideReference(): Promise<Readonly<Record<Side, Measured>>> {
  made ??= people().then(measure)
  return made
}

async function measure({ sent, read, byModule }: People): Promise<Readonly<Record<Side, Measured>>> {
  const run = await runningReference()
  const bundles = sent.map(({ text }): unknown => JSON.parse(text))
  const works: Readonly<Record<Side, (index: number) => unknown>> = {
    fromText: (index) => byModule(read(parseJson(one(index).text)), one(index).asking),
    answers: (index) => byModule(read(bundles[index]), one(index).asking),
    explained: (index) => evaluate(pathway, read(bundles[index]), one(index).asking),
  }
  const one = (index: number) => sent[index] as (typeof sent)[number]
  const byReference: number[] = []
  const bySide: Readonly<Record<Side, number[]>> = { fromText: [], answers: [], explained: [] }
  const sides = Object.keys(bySide) as Side[]

  for (const side of sides)
    for (let round = 0; round < settling[side]; round++) for (const index of sent.keys()) kept = works[side](index)
  for (let from = 0; from < sent.length; from += inOneGo) {
    const indexes = Array.from({ length: Math.min(inOneGo, sent.length - from) }, (_, i) => from + i)
    let took = 0
    for (const index of indexes) {
      const { asking, chart } = one(index)
      const begun = performance.now()
      // The parsed bundle, also where the other side begins with its text.
      const results = await run(bundles[index], asking)
      took += performance.now() - begun
      const [difference] = differencesFrom(results, chart, asking, byModule)
      if (difference !== undefined) throw new Error(`Bundle ${index}: ${difference}.`)
    }
    const isCounted = from >= warmUp * inOneGo
    if (isCounted) byReference.push((took * 1000) / indexes.length)
    for (const side of sides) {
      const begun = performance.now()
      for (let pass = 0; pass < passes[side]; pass++) for (const index of indexes) kept = works[side](index)
      const each = ((performance.now() - begun) * 1000) / (indexes.length * passes[side])
      if (isCounted) bySide[side].push(each)
    }
  }
  const middle = (values: readonly number[]): number => quantile(values, 0.5)
  const besideIt = (side: Side): Measured => ({
    value: middle(bySide[side].map((each, i) => (byReference[i] as number) / each)),
    figures: `${micros(middle(bySide[side]))} against ${micros(middle(byReference))}, mean of a hundred people`,
  })
  return { fromText: besideIt('fromText'), answers: besideIt('answers'), explained: besideIt('explained') }
}

/** What was made last is kept, so that no work can be left out for being useless. */
export let kept: unknown
