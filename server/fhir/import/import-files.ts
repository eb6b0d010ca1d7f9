import { linkedTo } from '@facialis/fhir/read/linked-people.ts'
import type { Resource } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import { ok, type Result } from '../../ground/problem.ts'
import { memberTwice, twiceIn } from '../../http/member-twice.ts'
import { notUnicode } from '../../http/unicode.ts'
import type { SignedIn } from '../../identity/account.ts'
import { patientsIn } from '../../patient/same-person.ts'
import { linkedWrongly, linkPlace } from '../write/merged.ts'
import { type Aside, importBatch, type Linking } from './import-batch.ts'
import { linesOf } from './ndjson-lines.ts'
import type { Line } from './new-among.ts'

export type Summary = Readonly<{
  written: ReadonlyMap<string, number>
  there: number
  aside: number
  /** How many were written with a link to another record of theirs that leads nowhere. */
  badlyLinked: number
}>

export type Told = Readonly<{
  /** After each transaction. `read`: bytes of all files, over all times they are read. */
  progress: (read: number, resources: number) => void
  aside: (one: Aside) => void
  /** It is here, and somebody has to mend it where it came from. */
  badlyLinked: (one: Aside) => void
}>

/** As many as one transaction takes well. */
const batchSize = 500
/**
 * What others refer to goes first, in whatever order the files come: whom a role names before it, and the roles before the
 * people who name them. What is another here is known by then.
 */
const turns = new Map([
  ...['Organization', 'Location', 'Practitioner', 'Medication'].map((type) => [type, 0] as const),
  ['PractitionerRole', 1],
  ['Patient', 2],
])
const last = 3
/** How often each file is read: once in each turn. */
export const timesRead = last + 1
const turnOf = (type: string): number => turns.get(type) ?? last
const typeAtStart = /^\{"resourceType":"([A-Za-z]+)"/
const longestLine = 16 * 1024 * 1024

/** Whoever runs the command on the machine of the record: it may bring in whatever a file holds, and signs nothing. */
const importer: SignedIn = {
  id: 'import',
  name: 'Import from files',
  roles: ['administrator', 'clinician', 'surgeon', 'nurse', 'coordinator', 'imaging-reader'],
  profession: null,
  senior: false,
}

/** Brings the resources of NDJSON files into the record, one a line, some hundred in each transaction. */
export async function importFiles(clinic: Clinic, files: readonly string[], told: Told): Promise<Result<Summary>> {
  const written = new Map<string, number>()
  let [there, aside, read, resources, badlyLinked] = [0, 0, 0, 0, 0]
  const linking: Linking[] = []
  const begun = await clinic.record.position()
  const others = new Set<string>()
  const put = (one: Aside) => {
    aside++
    told.aside(one)
  }
  for (let turn = 0; turn < timesRead; turn++) {
    let batch: Line[] = []
    // Whoever says that they are somebody's as well goes last: it is known by then who is somebody else here.
    const linked: Line[] = []
    const flush = async (): Promise<Result<null>> => {
      const lines = batch
      batch = []
      if (lines.length === 0) return ok(null)
      const done = await importBatch(lines, { clinic, who: importer, begun, others })
      if (!done.ok) return done
      for (const [type, many] of done.value.written) written.set(type, (written.get(type) ?? 0) + many)
      there += done.value.there
      for (const one of done.value.aside) put(one)
      linking.push(...done.value.linking)
      resources += lines.length
      told.progress(read, resources)
      return done.ok ? ok(null) : done
    }
    const take = async (line: Line): Promise<Result<null>> => {
      batch.push(line)
      return batch.length < batchSize ? ok(null) : flush()
    }
    for (const file of files) {
      let number = 0
      for await (const { lines, bytes } of linesOf(file)) {
        read += bytes
        for (const text of lines) {
          number++
          if (text === null) {
            if (turn === 0)
              put(asideAt(`${file}:${number}`)(notUnicode.code, 'This line is not UTF-8: letters of it would be lost.'))
            continue
          }
          // Most lines say at their beginning that it is not their turn, and are not parsed for it.
          const type = typeAtStart.exec(text)?.[1]
          if (type !== undefined && turnOf(type) !== turn) continue
          if (text.trim() === '') continue
          const line = lineOf(text, `${file}:${number}`)
          if ('code' in line) {
            // Told once, though the file is read several times.
            if (type !== undefined || turn === 0) put(line)
            continue
          }
          if (type === undefined && turnOf(line.resource.resourceType) !== turn) continue
          if (linkedTo(line.resource).length > 0) {
            linked.push(line)
            continue
          }
          const taken = await take(line)
          if (!taken.ok) return taken
        }
      }
    }
    for (const line of linked) {
      const taken = await take(line)
      if (!taken.ok) return taken
    }
    const flushed = await flush()
    if (!flushed.ok) return flushed
  }
  for await (const one of wronglyLinked(clinic, linking)) {
    badlyLinked++
    told.badlyLinked(one)
  }
  await clinic.record.weigh()
  return ok({ written, there, aside, badlyLinked })
}

/** Whose links lead nowhere, now that everybody is here who came. They hide nobody, and are refused where they are sent one by one. */
async function* wronglyLinked({ record }: Clinic, linking: readonly Linking[]): AsyncGenerator<Aside> {
  const patients = patientsIn(record)
  const wrongly = linkedWrongly(patients)
  for (const { where, id } of linking) {
    const patient = await patients.named(id)
    const wrong = patient === null ? null : await wrongly(patient)
    if (wrong) yield { ...wrong, where, type: 'Patient', place: linkPlace }
  }
}

const asideAt =
  (where: string) =>
  (code: string, sentence: string, place = ''): Aside => ({ where, type: '', code, sentence, place })

function lineOf(text: string, where: string): Line | Aside {
  const wrong = asideAt(where)
  if (text.length > longestLine) return wrong('too-large', 'This line is too long for a resource.')
  try {
    const resource: unknown = JSON.parse(text)
    const twice = twiceIn(text, resource)
    if (twice !== null) return wrong(memberTwice.code, memberTwice.sentence, twice)
    if (
      typeof resource === 'object' &&
      resource !== null &&
      'resourceType' in resource &&
      typeof resource.resourceType === 'string'
    )
      return { where, resource: resource as Resource }
    return wrong('no-resource', 'This line is no FHIR resource.')
  } catch {
    return wrong('not-readable', 'This line is no JSON.')
  }
}
