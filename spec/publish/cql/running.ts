import { normalChart } from '@facialis/engine/publish/index.ts'
import { factObservations } from '@facialis/fhir'
import { type Asking, type Chart, formatDay, type Pathway } from '@facialis/language'
import { PatientSource } from 'cql-exec-fhir'
import cql from 'cql-execution'
import type { Elm } from '../../../cli/elm/translate.ts'

/** What each definition of a library comes to. */
export type Results = Readonly<Record<string, unknown>>
export type Running = (chart: Chart, asking: Asking) => Promise<Results>
export type RunningOverBundles = (bundle: unknown, asking: Asking) => Promise<Results>

type Named = Elm & Readonly<{ name: string; version: string }>

/** A person as the published library reads them: the Fact Observations of a day, as text and read again. */
export function factBundleOf(pathway: Pathway, chart: Chart, asking: Asking): unknown {
  let written = 0
  const facts = factObservations(pathway, normalChart(pathway, chart, asking), {
    patientId: 'demo',
    asOf: asking.asOf,
    newId: () => `fact-${++written}`,
  })
  const resources = [{ resourceType: 'Patient', id: 'demo' }, ...facts]
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) }
  return JSON.parse(JSON.stringify(bundle))
}

/** One of several libraries in `cql-execution`, over bundles of one person each: loaded once, its patient source used again. */
export function runningOverBundles(libraries: readonly Named[], name: string): RunningOverBundles {
  const repository = new cql.Repository(
    Object.fromEntries(libraries.map((one) => [one.name, { library: one.library }])),
  )
  const library = repository.resolve(name, libraries.find((one) => one.name === name)?.version ?? '')
  if (!library) throw new Error(`There is no library ${name}.`)
  const source = PatientSource.FHIRv401()
  return async (bundle, { asOf, policy }) => {
    source.reset()
    source.loadBundles([bundle])
    const parameters = { AsOf: cql.Date.parse(formatDay(asOf)), ...policy }
    const { patientResults } = await new cql.Executor(library, undefined, parameters).exec(source)
    const [results] = Object.values<Results>(patientResults)
    if (!results) throw new Error('The bundle has no patient.')
    return results
  }
}

/** One of the published libraries, over what a chart comes to on the day. */
export function runningCql(pathway: Pathway, libraries: readonly Named[], name: string): Running {
  const run = runningOverBundles(libraries, name)
  return (chart, asking) => run(factBundleOf(pathway, chart, asking), asking)
}
