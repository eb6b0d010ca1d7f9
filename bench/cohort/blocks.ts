import { parentPort, workerData } from 'node:worker_threads'
import { closuresOf, planOf } from '@facialis/engine'
import { planeCohort } from '@facialis/engine/cohort/plane-cohort.ts'
import type { Sheet } from '@facialis/engine/plan/sheet.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { dayOf } from '@facialis/language'
import { copying, madeUpSheets } from '../../spec/support/made-up-sheets.ts'
import { exampleSheets } from '../example-sheets.ts'

/** `compared`: of how many people the answers are held against those of the plan's functions. */
export type Ordered = Readonly<{ people: number; seed: number; compared: number }>

/** What one processor measured, block by block. */
export type Measured = Readonly<{
  /** People who were answered by the functions of the plan as well, and how often the two differed. */
  compared: number
  differences: number
  /** Milliseconds to gather people into columns, to answer for them, and to copy as many bytes; and those bytes. */
  blocks: readonly Readonly<{ people: number; gather: number; answer: number; copy: number; bytes: number }>[]
}>

/** So many people are in memory at once: their columns are far larger than a processor's own cache. */
const block = 131_072
/** So many are made up before they are gathered; making them up is not timed. */
const together = 1024
const asOf = dayOf(2026, 11, 23)

/** Makes up people, puts them into columns, and answers for them; after each block as many bytes are copied. */
function measured({ people, seed, compared: toCompare }: Ordered): Measured {
  const plan = planOf(hemifacialSpasm)
  const next = madeUpSheets(plan, { asOf, seed, examples: exampleSheets(asOf) })
  const asking = { asOf, policy: plan.policy.map(({ default: usual }) => usual) }
  const cohort = planeCohort(plan)
  const alone = closuresOf(plan)
  const copied = copying(plan)
  const blocks: Measured['blocks'][number][] = []
  let [compared, differences] = [0, 0]
  let [from, to] = [Buffer.alloc(0), Buffer.alloc(0)]

  // What is compiled on the way, and memory that is asked for the first time, are not measured.
  for (let warm = 0; warm < 2; warm++) {
    for (let person = 0; person < 2000; person++) cohort.add(next())
    cohort.answer(asking)
    cohort.clear()
  }
  for (let done = 0; done < people; ) {
    const size = Math.min(block, people - done)
    let gather = 0
    const checked: (readonly number[])[] = []
    for (let batch = 0; batch < size; batch += together) {
      const sheets: Sheet[] = []
      while (sheets.length < Math.min(together, size - batch)) {
        const sheet = copied(next())
        sheets.push(sheet)
        if (compared + checked.length < toCompare) checked.push(alone(sheet, asking))
      }
      const begun = performance.now()
      for (const sheet of sheets) cohort.add(sheet)
      gather += performance.now() - begun
    }
    const bytes = cohort.bytes()
    // Once before it is timed: the first time, working memory is still being handed out.
    if (done === 0) cohort.answer(asking)
    if (from.length < bytes) [from, to] = [Buffer.alloc(bytes, 1), Buffer.alloc(bytes, 2)]
    const [answer, copy] = inTurns(
      () => cohort.answer(asking),
      () => from.copy(to, 0, 0, bytes),
    )
    const { of } = cohort.answer(asking)
    for (const [person, expected] of checked.entries()) {
      compared++
      if (plan.decisions.some(({ within }, at) => within === null && of(at, person) !== expected[at])) differences++
    }
    blocks.push({ people: size, gather, answer, copy, bytes })
    cohort.clear()
    done += size
  }
  return { compared, differences, blocks }
}

const rounds = 9

/** Milliseconds for the one and for the other, the middle of nine each: what disturbs a machine for a moment then meets both, or neither. */
function inTurns(one: () => unknown, other: () => unknown): readonly [number, number] {
  const times: readonly [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++)
    for (const [at, work] of [one, other].entries()) {
      const begun = performance.now()
      work()
      times[at]?.push(performance.now() - begun)
    }
  return [middle(times[0]), middle(times[1])]
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] as number

if (parentPort) parentPort.postMessage(measured(workerData as Ordered))
