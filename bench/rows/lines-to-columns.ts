import { cohortOf } from '@facialis/engine'
import { parseUnambiguousJson } from '@facialis/fhir'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { dayOf } from '@facialis/language'
import { batched } from '../../cli/cohort/batched.ts'
import { count, people } from '../people.ts'
import type { Row } from '../row.ts'
import { micros, sideBySide } from '../side-by-side.ts'

type Bundle = Readonly<{ entry: readonly Readonly<{ resource: object }>[] }>

/** As Bulk Data has it: a resource a line, person by person. */
export const linesToColumns: Row = {
  id: 'lines-to-columns',
  work: 'NDJSON of FHIR resources → columns of facts',
  against: 'JSON.parse of the same lines',
  unit: '× as fast',
  hold: 0.7,
  measure: async () => {
    const { sent, read, byFunctions } = await people()
    const lines = sent.map(({ text }) =>
      (JSON.parse(text) as Bundle).entry.map(({ resource }) => JSON.stringify(resource)),
    )
    const asking = { asOf: dayOf(2026, 11, 23), policy: {} }
    const cohort = cohortOf(pathway, asking)
    const parsed = (index: number, parse: (line: string) => unknown): unknown[] =>
      (lines[index] as readonly string[]).map((line) => parse(line))
    const bundle = (index: number): object => ({
      resourceType: 'Bundle',
      type: 'collection',
      entry: parsed(index, parseUnambiguousJson).map((resource) => ({ resource })),
    })
    for (const index of sent.keys()) cohort.add(read(bundle(index)))
    const { decisions, answer } = cohort.decide()
    for (const index of sent.keys()) {
      const expected = byFunctions(read(bundle(index)), asking)
      for (const [at, { id, answers }] of decisions.entries())
        if (answers[answer(at, index)] !== expected[id]) throw new Error(`Person ${index}, ${id}: not ${expected[id]}.`)
    }
    cohort.clear()
    // As `facialis cohort` does it.
    const adding = batched(read, cohort.add)
    const reading = batched(bundle, adding.take)
    const [parsing, columns] = sideBySide(
      [
        (index) => parsed(index, JSON.parse),
        (index) => {
          if (index === 0) {
            reading.end()
            adding.end()
            cohort.clear()
          }
          reading.take(index)
        },
      ],
      { count },
    )
    return { value: 1 / columns.ratio, figures: `${micros(columns.each)} against ${micros(parsing.each)} a person` }
  },
}
