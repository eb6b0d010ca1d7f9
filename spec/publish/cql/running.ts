import type { Answers } from '@facialis/engine'
import { libraryName, settledChart } from '@facialis/engine/publish/index.ts'
import { factObservations } from '@facialis/fhir'
import { type Asking, type Chart, formatDay, type Pathway } from '@facialis/language'
import { PatientSource } from 'cql-exec-fhir'
import cql from 'cql-execution'
import type { Library } from '../../../cli/publish-cql.ts'

export type Running = (chart: Chart, asking: Asking) => Promise<Answers>

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

/** Pathways each under a name of its own, so that their libraries can stand side by side. */
export const numbered = <T extends Readonly<{ pathway: Pathway }>>(list: readonly T[]): readonly T[] =>
  list.map((one, at) => ({ ...one, pathway: { ...one.pathway, id: `${one.pathway.id}-${at}` } }))

/** The published libraries in `cql-execution`, asked for every decision about a person. */
export function runningCql(pathway: Pathway, libraries: readonly Library[]): Running {
  const repository = new cql.Repository(Object.fromEntries(libraries.map(({ name, library }) => [name, { library }])))
  const name = libraryName(pathway)
  const library = repository.resolve(name, pathway.version)
  if (!library) throw new Error(`There is no library ${name}.`)
  const source = PatientSource.FHIRv401()
  const decisions = pathway.decisions.filter(({ scope }) => scope === 'patient')
  return async (chart, asking) => {
    source.reset()
    source.loadBundles([factBundleOf(pathway, chart, asking)])
    const parameters = { AsOf: cql.Date.parse(formatDay(asking.asOf)), ...asking.policy }
    const { patientResults } = await new cql.Executor(library, undefined, parameters).exec(source)
    const results: Readonly<Record<string, string>> = patientResults.demo ?? {}
    return Object.fromEntries(decisions.map(({ id }) => [id, results[id] as string]))
  }
}
