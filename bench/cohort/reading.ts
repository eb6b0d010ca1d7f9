import { cohortOf } from '@facialis/engine'
import { chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { dayOf } from '@facialis/language'
import { templates } from './write-people.ts'

export type ReadingFigures = Readonly<{
  people: number
  bytesEach: number
  /** Milliseconds in the middle of several rounds: parsing every line, and reading all people into columns. */
  parse: number
  read: number
}>

/** NDJSON of FHIR resources to columns of facts, beside parsing the same lines. */
export function measureReading(people = 1000, rounds = 7): ReadingFigures {
  const lines = Array.from({ length: people }, (_, person) =>
    (templates[person % templates.length] as (typeof templates)[number]).map(({ line }) =>
      line.replaceAll('demo-person', `demo-${person}`),
    ),
  )
  const asking = { asOf: dayOf(2026, 11, 23), policy: {} }
  const cohort = cohortOf(pathway, asking)
  const parse = (): void => {
    for (const theirs of lines) for (const line of theirs) JSON.parse(line)
  }
  const read = (): void => {
    for (const theirs of lines) {
      const entry = theirs.map((line) => ({ resource: JSON.parse(line) }))
      const chart = chartFromBundle(pathway, { resourceType: 'Bundle', type: 'collection', entry }, { zone: 'UTC' })
      if (!chart.ok) throw new Error(chart.problem.sentence)
      cohort.add(chart.value.chart)
    }
    cohort.clear()
  }
  const times = { parse: [] as number[], read: [] as number[] }
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of [
      ['parse', parse],
      ['read', read],
    ] as const) {
      const begun = performance.now()
      work()
      times[name].push(performance.now() - begun)
    }
  const middle = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] as number
  const bytes = lines.flat().reduce((sum, line) => sum + line.length, 0)
  return { people, bytesEach: bytes / people, parse: middle(times.parse), read: middle(times.read) }
}
