import { bundleOfChart, chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import { type Asking, type Chart, defaultPolicy, type Observation, type Pathway } from '@facialis/language'
import { type Draws, drawsFrom } from './draws.ts'
import { everydayResource } from './everyday.ts'

/** One person as the text that arrives, what is asked about them, and the chart that was sent. */
export type Sent = Readonly<{ text: string; asking: Asking; chart: Chart }>

const policy = defaultPolicy(pathway.policy)

/**
 * People about whom every row is asked: the example people, varied, each as a bundle of the product's own writer
 * with the everyday resources of a record around it, about 25 in all. The same ones in every run.
 */
export function sentBundles(count: number): readonly Sent[] {
  const people = examples.map((example) => {
    const read = chartFromPlainFacts(pathway, plainFactsOf(example))
    if (!read.ok || read.value.asOf === null) throw new Error(`${example.id} cannot be read.`)
    return { chart: read.value.chart, asOf: read.value.asOf }
  })
  return Array.from({ length: count }, (_, index) => {
    const { chart, asOf } = people[index % people.length] as (typeof people)[number]
    const draws = drawsFrom(index)
    // The first round is the example people as they are.
    const person = index < people.length ? chart : varied(chart, pathway, draws)
    return { text: textOf(person, `demo-${index}`, draws), asking: { asOf, policy }, chart: person }
  })
}

function textOf(chart: Chart, patientId: string, draws: Draws): string {
  let ids = 0
  const newId = () => `${patientId}-${++ids}`
  const bundle = bundleOfChart(pathway, chart, {
    patientId,
    at: '2028-12-31T12:00:00Z',
    newId,
    patient: { resourceType: 'Patient', id: patientId, name: [{ family: 'Sample', given: ['Demo'] }] },
  })
  const entry = [...(bundle.entry as readonly object[])]
  for (let more = draws.int(2, 6); more > 0; more--) {
    const resource = everydayResource(draws, { patient: patientId, id: newId() })
    entry.splice(draws.int(1, entry.length), 0, { resource })
  }
  return JSON.stringify({ ...bundle, entry })
}

/** Some answers are another word, some are of another day, some are not there. */
function varied(chart: Chart, { facts }: Pathway, draws: Draws): Chart {
  const change = (said: Observation): readonly Observation[] => {
    if (draws.chance(4)) return []
    const fact = facts.find(({ id }) => id === said.fact)
    const isWord = (fact?.type === 'choice' || fact?.type === 'yes-no') && 'word' in said.value
    const words = isWord ? fact.values.filter((word) => !fact.judged?.words.includes(word)) : []
    const value = words.length > 0 && draws.chance(6) ? { word: draws.pick(words) } : said.value
    const days = draws.chance(20) ? draws.int(-40, 0) : 0
    const date = said.date && { lo: said.date.lo + days, hi: said.date.hi + days }
    return [{ ...said, value, date }]
  }
  return { ...chart, observations: chart.observations.flatMap(change) }
}
