import fc from 'fast-check'
import { anyChart } from '../spec/fhir/any-chart.ts'
import { type Case, madeUp } from '../spec/publish/cql/people.ts'
import { crowded } from './crowded-charts.ts'

const anyDay = fc.record({ asOf: fc.integer({ min: 15_000, max: 25_000 }), policy: fc.constant({}) })

/** The kinds of people over whom hand and engine are compared, beside the examples. */
export const madeUpPeople: Readonly<Record<string, fc.Arbitrary<Case>>> = {
  'people near an example, on other days and with other numbers': madeUp,
  'charts of any kind, likely or not': fc.record({ chart: anyChart, asking: anyDay }),
  'charts in which much is said twice': crowded,
}
