import { bundleOfChart, chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import { type DurableRecord, openRecord, type Resource } from '@facialis/record'
import { resourceKnowledge } from '@facialis/server/search-indexing/resource-knowledge.ts'
import type { Place } from '../place.ts'

const inOneAct = 100
/** A long record makes no other row, only a longer trial. */
const mostOfEach = 8

/** Fills a record with made-up people, each with the beginning of an example person's record. */
export async function fillWith(people: number, place: Place, tell: (done: number) => void): Promise<void> {
  const opened = await openRecord(place.folder, {
    ...resourceKnowledge,
    database: place.env.FACIALIS_DATABASE_URL || null,
  })
  if (!opened.ok) throw new Error(opened.problem.sentence)
  try {
    for (let from = 0; from < people; from += inOneAct) {
      const ids = Array.from({ length: Math.min(inOneAct, people - from) }, (_, at) => from + at)
      await write(opened.value, ids.flatMap(resourcesOf))
      tell(from / people)
    }
  } finally {
    await opened.value.close()
  }
}

async function write(record: DurableRecord, resources: readonly Resource[]): Promise<void> {
  const changes = resources.map((resource) => ({ method: 'create' as const, resource }))
  const done = await record.act({ actor: { id: 'trial' }, action: 'import', changes })
  if (!done.ok) throw new Error(`${done.problem.sentence} ${done.problem.where}`)
}

const charts = examples.flatMap((example) => {
  const read = chartFromPlainFacts(pathway, plainFactsOf(example))
  return read.ok ? [read.value.chart] : []
})

// No part of a name is found in another.
export const nameOf = (at: number): string => `Demo Person p${at.toString(36).padStart(5, '0')} Sample`

function resourcesOf(at: number): readonly Resource[] {
  const patientId = `trial-${at}`
  const born = `19${String(30 + (at % 60)).padStart(2, '0')}-0${1 + (at % 9)}-1${at % 10}`
  const patient = { resourceType: 'Patient', id: patientId, name: [{ text: nameOf(at) }], birthDate: born }
  let ids = 0
  const bundle = bundleOfChart(pathway, charts[at % charts.length] as (typeof charts)[number], {
    patientId,
    at: '2026-11-20T12:00:00Z',
    newId: () => `${patientId}-${++ids}`,
    patient,
  })
  const entries = bundle.entry as readonly Readonly<{ resource: Resource }>[]
  return entries.slice(0, mostOfEach).map(({ resource }) => resource)
}
