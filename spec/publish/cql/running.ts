import { settledChart } from '@facialis/engine/publish/index.ts'
import { factObservations } from '@facialis/fhir'
import { type Asking, type Chart, formatDay, type Pathway } from '@facialis/language'
import { PatientSource } from 'cql-exec-fhir'
import cql from 'cql-execution'
import type { Library } from '../../../cli/publish-cql.ts'

/** What each definition of a library comes to. */
export type Results = Readonly<Record<string, unknown>>
export type Running = (chart: Chart, asking: Asking) => Promise<Results>

/** A person as the published library reads them: the Fact Observations of a day, as text and read again. */
export function factBundleOf(pathway: Pathway, chart: Chart, asking: Asking): unknown {
  let written = 0
  const facts = factObservations(pathway, settledChart(pathway, chart, asking), {
    patientId: 'demo',
    asOf: asking.asOf,
    newId: () => `fact-${++written}`,
  })
  const resources = [{ resourceType: 'Patient', id: 'demo' }, ...facts]
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) }
  return JSON.parse(JSON.stringify(bundle))
}

/** One of the published libraries in `cql-execution`. */
export function runningCql(pathway: Pathway, libraries: readonly Library[], name: string): Running {
  const repository = new cql.Repository(
    Object.fromEntries(libraries.map((one) => [one.name, { library: one.library }])),
  )
  const library = repository.resolve(name, pathway.version)
  if (!library) throw new Error(`There is no library ${name}.`)
  const source = PatientSource.FHIRv401()
  return async (chart, asking) => {
    source.reset()
    source.loadBundles([factBundleOf(pathway, chart, asking)])
    const parameters = { AsOf: cql.Date.parse(formatDay(asking.asOf)), ...asking.policy }
    const { patientResults } = await new cql.Executor(library, undefined, parameters).exec(source)
    return patientResults.demo ?? {}
  }
}
