/**
 * `node spec/publish/cql/agree.ts [PEOPLE] [PATHWAYS]`: the published CQL against the engine, over every example person
 * as a bundle, over made-up people, and over made-up pathways with a chart each. Ends with code 1 where they differ.
 */
import { answersOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import type { Pathway } from '@facialis/language'
import fc from 'fast-check'
import { cqlLibraries } from '../../../cli/publish-cql.ts'
import { asking, fromPlainFacts, throughABundle } from '../../examples/forms.ts'
import { cases } from '../../naive/arbitrary.ts'
import { written } from '../../naive/written.ts'
import { type Case, madeUp } from './people.ts'
import { numbered, type Running, runningCql } from './running.ts'

const [people, pathways] = [Number(process.argv[2] ?? 2000), Number(process.argv[3] ?? 40)]
const seed = Number(process.env.FACIALIS_SEED ?? 20261126)
let differing = 0

/** How many answers were compared. */
async function compare(pathway: Pathway, running: Running, { chart, asking }: Case, name: string): Promise<number> {
  const expected = answersOf(pathway, chart, asking)
  const answers = await running(chart, asking)
  for (const [id, answer] of Object.entries(expected)) {
    if (answers[id] === answer) continue
    differing++
    process.stdout.write(`${name}: ${id} is ${answer} by the engine and ${answers[id]} by CQL\n`)
    if (differing <= 3) process.stdout.write(`${written({ pathway, chart, asking })}\n`)
  }
  return Object.keys(expected).length
}

const progress = (what: string, done: number, all: number): void => {
  if (done % 50 === 0 || done === all) process.stderr.write(`${what}: ${done} of ${all}\n`)
}

const running = runningCql(hemifacialSpasm, await cqlLibraries(hemifacialSpasm))
let answers = 0
for (const [at, example] of examples.entries()) {
  const { chart, asOf } = throughABundle(fromPlainFacts(example))
  answers += await compare(hemifacialSpasm, running, { chart, asking: asking(asOf) }, example.id)
  progress('examples', at + 1, examples.length)
}
for (const [at, one] of fc.sample(madeUp, { seed, numRuns: people }).entries()) {
  answers += await compare(hemifacialSpasm, running, one, `made up ${at}`)
  progress('made-up people', at + 1, people)
}
process.stdout.write(
  `${examples.length} examples and ${people} made-up people: ${answers} answers, ${differing} differences\n`,
)

let others = 0
const made = numbered(fc.sample(cases, { seed, numRuns: pathways }))
const libraries = await cqlLibraries(...made.map(({ pathway }) => pathway))
for (const [at, { pathway, chart, asking }] of made.entries()) {
  others += await compare(pathway, runningCql(pathway, libraries), { chart, asking }, `pathway ${at}`)
  progress('made-up pathways', at + 1, pathways)
}
process.stdout.write(`${pathways} made-up pathways: ${others} answers, ${differing} differences in all\n`)
if (differing > 0) process.exitCode = 1
