import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PatientView } from '@facialis/wire'
import { demoStaff } from '../../demo/staff.ts'
import { importFiles } from '../../fhir/import/import-files.ts'
import type { SkippedLine } from '../../fhir/import/skipped-line.ts'
import type { House } from '../support.ts'
import { fhir, type Json } from './support.ts'

/** Whoever works in the demo clinic has an account here, too, under another number and by the same name. */
export async function hireDemoStaff(house: House): Promise<void> {
  for (const { name, roles } of demoStaff) await house.hire(name.replace('Demo ', ''), { roles })
}

const pathOf = (url: unknown): string => String(url).slice(String(url).indexOf('/fhir') + 5)

/** What an export holds of each type, a line for each resource. */
export type Exported = ReadonlyMap<string, string>

/** Everything of a clinic as Bulk Data writes it. */
export async function exported(house: House): Promise<Exported> {
  const headers = { prefer: 'respond-async' }
  const begun = await fhir(house, 'neurologist', 'GET', '/$export', undefined, { headers })
  const status = pathOf(begun.headers['content-location'])
  let told = await fhir(house, 'neurologist', 'GET', status)
  while (told.status === 202) {
    // Nobody waits for a line here, so the counting would never have its turn.
    await new Promise((resolve) => setImmediate(resolve))
    told = await fhir(house, 'neurologist', 'GET', status)
  }
  const { output } = told.body as unknown as { output: readonly { type: string; url: string }[] }
  const files = new Map<string, string>()
  for (const { type, url } of output) files.set(type, (await fhir(house, 'neurologist', 'GET', pathOf(url))).text)
  return files
}

/** The resources of a type in an export. */
export const linesOf = (files: Exported, type: string): readonly Json[] =>
  (files.get(type) ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** An export as files in the folder of a clinic. */
const writtenFor = (house: House, files: Exported): readonly string[] =>
  [...files].map(([type, text]) => {
    const path = join(house.folder, `${type}.ndjson`)
    writeFileSync(path, text)
    return path
  })

/** What came of bringing them in: the summary, and what was put aside, by type and code. */
export async function broughtIn(house: House, files: Exported) {
  const aside: SkippedLine[] = []
  const otherwise: SkippedLine[] = []
  const done = await importFiles(house.built.clinic, writtenFor(house, files), {
    progress: () => {},
    aside: (one) => aside.push(one),
    otherwise: (one) => otherwise.push(one),
    badlyLinked: () => {},
  })
  if (!done.ok) throw new Error(done.problem.sentence)
  const counted: Record<string, number> = {}
  for (const { type, code } of aside) counted[`${type} ${code}`] = (counted[`${type} ${code}`] ?? 0) + 1
  return { ...done.value, counted, refused: aside, otherwise: otherwise.map(({ sentence }) => sentence) }
}

/** What is advised about each person, by their name: every answer, and every next step. */
export async function advisedIn(house: House): Promise<ReadonlyMap<string, PatientView>> {
  const { resources } = await house.built.clinic.record.search({ type: 'Patient', limit: 500 })
  const views = new Map<string, PatientView>()
  for (const { resource } of resources) {
    const view = await house.view(String(resource.id))
    views.set(view.patient.name, view)
  }
  return views
}
