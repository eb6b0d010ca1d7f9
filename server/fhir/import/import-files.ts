import { linkedTo } from '@facialis/fhir/read/linked-people.ts'
import type { Clinic } from '../../clinic/clinic.ts'
import { ok, type Result } from '../../core/refusal.ts'
import type { SignedIn } from '../../identity/account.ts'
import { patientsIn } from '../../patient/same-person.ts'
import { linkPlace, mergeLinkFault } from '../write/merge-links.ts'
import { importBatch, type Linking } from './import-batch.ts'
import { openSource } from './multi-pass-source.ts'
import type { Line } from './new-resources.ts'
import { passCount } from './passes.ts'
import type { SkippedLine } from './skipped-line.ts'

export type Summary = Readonly<{
  written: ReadonlyMap<string, number>
  there: number
  /** How many of them the files say something else of. */
  otherwise: number
  aside: number
  /** How many of those that came have a diagnosis that was signed elsewhere and waits for a clinician here. */
  toAgree: number
  /** How many were written with a link to another record of theirs that leads nowhere. */
  badlyLinked: number
}>

export type Told = Readonly<{
  /** After each transaction. `read`: bytes of all files, over all times they are gone through, or need not be. */
  progress: (read: number, resources: number) => void
  aside: (one: SkippedLine) => void
  /** It is here, stays as it is, and a file says something else. */
  otherwise: (one: SkippedLine) => void
  /** It is here, and somebody has to mend it where it came from. */
  badlyLinked: (one: SkippedLine) => void
}>

/** As many as one transaction takes well. */
const batchSize = 500

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
  let [there, otherwise, aside, read, resources, badlyLinked] = [0, 0, 0, 0, 0, 0]
  const linking: Linking[] = []
  const begun = await clinic.record.position()
  const others = new Set<string>()
  const toAgree = new Set<string>()
  let isTorn = false
  const sources = files.map(openSource)
  const put = (one: SkippedLine) => {
    aside++
    told.aside(one)
  }
  const { take, takeRest } = inBatches(async (lines) => {
    const done = await importBatch(lines, { clinic, who: importer, begun, others, isTorn })
    if (!done.ok) return done
    for (const [type, many] of done.value.written) written.set(type, (written.get(type) ?? 0) + many)
    there += done.value.there
    for (const one of done.value.aside) put(one)
    otherwise += done.value.otherwise.length
    for (const one of done.value.otherwise) told.otherwise(one)
    linking.push(...done.value.linking)
    for (const id of done.value.toAgree) toAgree.add(id)
    resources += lines.length
    told.progress(read, resources)
    return ok(null)
  })
  const torn = (one: SkippedLine) => {
    isTorn = true
    put(one)
  }
  const passed = (bytes: number) => {
    read += bytes
  }
  for (let pass = 0; pass < passCount; pass++) {
    for await (const line of linesIn(sources, pass, { put: torn, passed })) {
      const taken = await take(line)
      if (!taken.ok) return taken
    }
    const taken = await takeRest()
    if (!taken.ok) return taken
  }
  // Nothing may have been left for the last passes.
  told.progress(read, resources)
  for await (const one of wronglyLinked(clinic, linking)) {
    badlyLinked++
    told.badlyLinked(one)
  }
  await clinic.record.analyze()
  return ok({ written, there, otherwise, aside, toAgree: toAgree.size, badlyLinked })
}

type Taking = Promise<Result<null>>

/** Gathers lines until a transaction is full of them. */
function inBatches(bringIn: (lines: readonly Line[]) => Taking) {
  let batch: Line[] = []
  const takeRest = async (): Taking => {
    const lines = batch
    batch = []
    return lines.length === 0 ? ok(null) : bringIn(lines)
  }
  const take = async (line: Line): Taking => {
    batch.push(line)
    return batch.length < batchSize ? ok(null) : takeRest()
  }
  return { take, takeRest }
}

type Passing = Readonly<{ put: (one: SkippedLine) => void; passed: (bytes: number) => void }>

/** The lines of one pass. A Patient that links to another comes last: id collisions are known by then. */
async function* linesIn(
  sources: readonly ReturnType<typeof openSource>[],
  pass: number,
  { put, passed }: Passing,
): AsyncGenerator<Line> {
  const linked: Line[] = []
  for (const source of sources)
    for await (const { found, bytes } of source.inPass(pass)) {
      passed(bytes)
      for (const one of found)
        if ('code' in one) put(one)
        else if (linkedTo(one.resource).length > 0) linked.push(one)
        else yield one
    }
  yield* linked
}

/** Whose links lead nowhere, now that everybody is here who came. They hide nobody, and are refused where they are sent one by one. */
async function* wronglyLinked({ record }: Clinic, linking: readonly Linking[]): AsyncGenerator<SkippedLine> {
  const patients = patientsIn(record)
  const wrongly = mergeLinkFault(patients)
  for (const { where, id } of linking) {
    const patient = await patients.named(id)
    const wrong = patient === null ? null : await wrongly(patient)
    if (wrong) yield { ...wrong, where, type: 'Patient', place: linkPlace }
  }
}
