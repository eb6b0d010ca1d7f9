import { libraryName } from '@facialis/engine/publish/index.ts'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { publishedLibraries } from '../../cli/publish/cql.ts'
import { decided, differing } from '../../spec/publish/cql/expected.ts'
import { factBundleOf, runningOverBundles } from '../../spec/publish/cql/running.ts'
import { besideReference, type Side } from '../cql/beside-reference.ts'
import { runningReference } from '../cql/reference.ts'
import { people } from '../people.ts'
import type { Row } from '../row.ts'
import { micros, quantile } from '../side-by-side.ts'

const against = 'cql-execution running bench/reference.cql, 15 of the same decisions'

const row = ({ side, ...named }: Pick<Row, 'id' | 'work' | 'hold'> & Readonly<{ side: Side }>): Row => ({
  ...named,
  against,
  unit: '× as fast',
  measure: async () => (await besideReference())[side],
})

export const textBesideCql = row({
  id: 'text-beside-cql',
  work: 'text of a bundle → all decisions',
  hold: 120,
  side: 'fromText',
})
export const answersBesideCql = row({
  id: 'answers-beside-cql',
  work: 'parsed bundle → answers only',
  hold: 2000,
  side: 'answers',
})
export const explainedBesideCql = row({
  id: 'explained-beside-cql',
  work: 'parsed bundle → all advice, with because, missing and why-not',
  hold: 300,
  side: 'explained',
})

/** Enough for a middle value, and the first few for warming up. */
const [most, warmUp] = [60, 20]

/** Our own CQL decides all there is, and is handed facts that have been worked out before. */
export const publishedCql: Row = {
  id: 'published-cql',
  work: 'the whole published CQL in cql-execution, over the facts of the day',
  against: 'the same running bench/reference.cql over bundles',
  unit: '× its time',
  hold: null,
  measure: async () => {
    const { sent } = await people()
    const published = runningOverBundles(await publishedLibraries(pathway), libraryName(pathway))
    const reference = await runningReference()
    const [ours, theirs]: [number[], number[]] = [[], []]
    const every = Math.floor(sent.length / most)
    for (const [index, { text, chart, asking }] of sent.entries()) {
      if (index % every !== 0) continue
      const [facts, bundle] = [factBundleOf(pathway, chart, asking), JSON.parse(text)]
      const begun = performance.now()
      const results = await published(facts, asking)
      const between = performance.now()
      await reference(bundle, asking)
      const ended = performance.now()
      const [difference] = differing(decided(pathway, chart, asking), results)
      if (difference) throw new Error(`${difference.name}: ${difference.engine}, not ${difference.cql}.`)
      if (index < warmUp * every) continue
      ours.push((between - begun) * 1000)
      theirs.push((ended - between) * 1000)
    }
    const ratios = ours.map((took, i) => took / (theirs[i] as number))
    const [our, their] = [ours, theirs].map((took) => micros(quantile(took, 0.5)))
    return { value: quantile(ratios, 0.5), figures: `${our} against ${their}, of ${ours.length} people` }
  },
}
