/**
 * Evaluations per second for one parsed bundle: the engine alone and with explanation, beside a hand-written
 * evaluation of the gate. Answers are compared before anything is timed; the ratio is what counts.
 */
import { answersBy, answersOf, evaluate } from '@facialis/engine'
import { chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { asking, bundle, byEngine, byHand, chart, charts } from './gate-charts.ts'
import { writtenModule } from './written-module.ts'

/** Nothing is timed that does not agree. */
function compared(): number {
  for (const [name, one] of charts)
    if (byEngine(one) !== byHand(one))
      throw new Error(`${name}: the engine says ${byEngine(one)}, the hand-written gate ${byHand(one)}.`)
  return charts.length
}

/** Median of several rounds, each long enough to be measured. */
function perSecond(work: () => unknown): number {
  const rounds: number[] = []
  for (let round = 0; round < 7; round++) {
    let done = 0
    const begun = performance.now()
    while (performance.now() - begun < 250) {
      work()
      done++
    }
    rounds.push((done * 1000) / (performance.now() - begun))
  }
  return rounds.sort((a, b) => a - b)[3] as number
}

export async function benchGate(): Promise<
  readonly Readonly<{ work: string; perSecond: number; against: string; ratio: string }>[]
> {
  const agreeing = compared()
  const byModule = answersBy(pathway, await writtenModule(pathway))
  for (const [name, one] of charts)
    if (byModule(one, asking).botulinum !== byEngine(one)) throw new Error(`${name}: the module says something else.`)
  const rows = [
    {
      work: `parsed bundle of ${bundle.entry.length} resources → chart`,
      run: () => chartFromBundle(pathway, bundle, { zone: 'UTC' }),
    },
    { work: 'chart → the gate, hand-written', run: () => byHand(chart) },
    { work: 'chart → all answers, engine alone', run: () => answersOf(pathway, chart, asking) },
    { work: 'chart → all answers, as a written module', run: () => byModule(chart, asking) },
    { work: 'chart → all advice, with explanation', run: () => evaluate(pathway, chart, asking) },
    {
      work: 'parsed bundle → all advice',
      run: () => {
        const again = chartFromBundle(pathway, bundle, { zone: 'UTC' })
        return again.ok && evaluate(pathway, again.value.chart, asking)
      },
    },
  ].map(({ work, run }) => ({ work, perSecond: perSecond(run) }))
  const handWritten = rows[1]?.perSecond as number
  console.log(`Compared first: the engine and the hand-written gate agree on ${agreeing} charts.`)
  return rows.map((row) => ({
    work: row.work,
    perSecond: Math.round(row.perSecond),
    against: 'the gate by hand',
    ratio: `${(row.perSecond / handWritten).toPrecision(2)}×`,
  }))
}
