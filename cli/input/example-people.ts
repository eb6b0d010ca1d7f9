import type { ExamplePerson } from '@facialis/engine/publish/index.ts'
import { chartFromPlainFacts } from '@facialis/fhir'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import type { Pathway } from '@facialis/language'

/** The example people with their charts read. */
export const examplePeople = (pathway: Pathway): readonly ExamplePerson[] =>
  examples.map((example) => {
    const read = chartFromPlainFacts(pathway, plainFactsOf(example))
    if (!read.ok) throw new Error(`${example.id}: ${read.problem.sentence}`)
    if (read.value.asOf === null) throw new Error(`${example.id} does not name its day.`)
    const { id, title, story } = example
    return { id, title, story, asOf: read.value.asOf, chart: read.value.chart }
  })
