/**
 * `node bench/cohort/write-people.ts COUNT FOLDER [MOST]`: made-up people as a Bulk Data export would write them, a file a type, for
 * trying the command with many. Each is one of the examples under a name of their own; MOST leaves out those with more resources.
 */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleOfChart } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { fromPlainFacts } from '../../spec/examples/forms.ts'
import { chances } from '../../spec/support/chances.ts'

type Resource = Readonly<{ resourceType: string }>

/** Example people as lines by type, each with `demo-person` where their own id belongs. */
const templates: readonly (readonly Readonly<{ type: string; line: string }>[])[] = examples.map((example) => {
  let written = 0
  const bundle = bundleOfChart(hemifacialSpasm, fromPlainFacts(example).chart, {
    patientId: 'demo-person',
    at: '2028-12-31T12:00:00Z',
    newId: () => `demo-person-${++written}`,
  }) as unknown as Readonly<{ entry: readonly Readonly<{ resource: Resource }>[] }>
  return bundle.entry.map(({ resource }) => ({ type: resource.resourceType, line: JSON.stringify(resource) }))
})

function writePeople(count: number, folder: string, most = Number.POSITIVE_INFINITY): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const kept = templates.filter((template) => template.length <= most)
  const chance = chances(2026)
  const waiting = new Map<string, string[]>()
  const write = (type: string): void => {
    appendFileSync(join(folder, `${type}.ndjson`), (waiting.get(type) ?? []).join(''))
    waiting.set(type, [])
  }
  for (let person = 0; person < count; person++)
    for (const { type, line } of kept[chance.below(kept.length)] as (typeof kept)[number]) {
      const lines = waiting.get(type) ?? []
      waiting.set(type, lines)
      if (lines.push(`${line.replaceAll('demo-person', `demo-${person}`)}\n`) === 2000) write(type)
    }
  for (const type of waiting.keys()) write(type)
}

if (import.meta.main) {
  const [count = '1000', folder = 'people', most] = process.argv.slice(2)
  writePeople(Number(count), folder, most === undefined ? undefined : Number(most))
}
