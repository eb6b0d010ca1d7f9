/**
 * `node spec/publish/cql/agree.ts [PEOPLE] [PATHWAYS] [PART/PARTS]`: the published CQL against the engine, over every example
 * person as a bundle, over made-up people, and over made-up pathways with a chart each; or over every so many of them, so that
 * it can be done in parts. Ends with code 1 where they differ.
 */
import { libraryName, stepsLibraryName } from '@facialis/engine/publish/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import type { Pathway } from '@facialis/language'
import fc from 'fast-check'
import { inBothForms, publishedLibraries, textsOf } from '../../../cli/publish/cql.ts'
import { asking, fromPlainFacts, throughABundle } from '../../examples/forms.ts'
import { cases } from '../../naive/arbitrary.ts'
import { written } from '../../naive/written.ts'
import { called, decided, differing } from './expected.ts'
import { type Case, madeUp, numbered } from './people.ts'
import { type Results, type Running, runningCql } from './running.ts'

const [people, pathways] = [Number(process.argv[2] ?? 2000), Number(process.argv[3] ?? 200)]
const [part, parts] = (process.argv[4] ?? '1/1').split('/').map(Number) as [number, number]
const ofThisPart = <T>(all: readonly T[]): readonly T[] => all.filter((_, at) => at % parts === part - 1)
const seed = Number(process.env.FACIALIS_SEED ?? 20261126)
/** Cases with a difference that are written out whole. */
const mostShown = 3
let [compared, different] = [0, 0]

async function compare(name: string, pathway: Pathway, { chart, asking }: Case, run: Running, expected: Results) {
  const found = differing(expected, await run(chart, asking))
  compared += Object.keys(expected).length
  if (found.length > 0 && different < mostShown) say(written({ pathway, chart, asking }))
  for (const one of found) say(`${name}: ${one.name} is ${one.engine} by the engine and ${one.cql} by CQL`)
  different += found.length
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const progress = (what: string, done: number, all: number): void => {
  if (done % 50 === 0 || done === all) process.stderr.write(`${what}: ${done} of ${all}\n`)
}
const tell = (what: string): void => {
  say(`${what}: ${compared} results, ${different} differences so far`)
}

const published = await publishedLibraries(hemifacialSpasm)
const decisions = runningCql(hemifacialSpasm, published, libraryName(hemifacialSpasm))
const steps = runningCql(hemifacialSpasm, published, stepsLibraryName(hemifacialSpasm))

async function comparePerson(name: string, one: Case): Promise<void> {
  const { chart, asking } = one
  await compare(name, hemifacialSpasm, one, decisions, decided(hemifacialSpasm, chart, asking))
  await compare(name, hemifacialSpasm, one, steps, called(hemifacialSpasm, chart, asking))
}

const asked = ofThisPart(examples)
for (const [at, example] of asked.entries()) {
  const { chart, asOf } = throughABundle(fromPlainFacts(example))
  await comparePerson(example.id, { chart, asking: asking(asOf) })
  progress('examples', at + 1, asked.length)
}
tell(`${asked.length} examples`)

const crowd = ofThisPart(fc.sample(madeUp, { seed, numRuns: people }))
for (const [at, one] of crowd.entries()) {
  await comparePerson(`made up ${at}`, one)
  progress('made-up people', at + 1, crowd.length)
}
tell(`${crowd.length} made-up people`)

const made = ofThisPart(numbered(fc.sample(cases, { seed, numRuns: pathways })))
const theirs = await inBothForms(made.map(({ pathway }) => textsOf(pathway).decisions))
for (const [at, { pathway, ...one }] of made.entries()) {
  const run = runningCql(pathway, theirs, libraryName(pathway))
  await compare(`pathway ${at}`, pathway, one, run, decided(pathway, one.chart, one.asking))
  progress('made-up pathways', at + 1, made.length)
}
tell(`${made.length} made-up pathways`)
if (different > 0) process.exitCode = 1
