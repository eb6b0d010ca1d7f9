import { type Counts, chartFromBundle, chartFromPlainFacts, identityIn, type Problem } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Chart, Day, Policy } from '@facialis/language'
import { siteZone, today } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import { readPolicy } from '../input/policy-file.ts'
import { nameOf, readJson } from '../input/read-json.ts'
import type { CommandIo } from '../io/command-io.ts'
import { singleLine } from '../output/single-line.ts'
import type { PersonOptions } from './options.ts'

/** One person on one day, as a file tells of them, and the numbers in force. */
export type PersonAsked = Readonly<{
  chart: Chart
  day: Day
  policy: Policy
  /** How the person is called, and the address of the patient; null where the file names none. */
  about: string | null
  subject: string | null
  counts: Readonly<Counts> | null
}>

export async function readPerson({ path, asOf, policy }: PersonOptions, io: CommandIo): Promise<PersonAsked> {
  const { asOf: own, ...input } = read(await readJson(path, io), nameOf(path), asOf ?? today(io), siteZone(io))
  const day = asOf ?? own ?? today(io)
  return { ...input, day, policy: policy === undefined ? {} : await readPolicy(policy, hemifacialSpasm, { day, io }) }
}

type Input = Readonly<{
  chart: Chart
  asOf: Day | null
  about: string | null
  subject: string | null
  counts: Readonly<Counts> | null
}>

/** A resource says what it is; anything else is plain facts. */
function read(json: unknown, name: string, day: Day, zone: string): Input {
  const isResource =
    typeof json === 'object' && json !== null && ('resourceType' in json || (Array.isArray(json) && json.length > 0))
  if (!isResource) {
    const read = chartFromPlainFacts(hemifacialSpasm, json, { day })
    if (!read.ok) throw refused(name, read.problem)
    return { ...read.value, about: null, subject: null, counts: null }
  }
  const read = chartFromBundle(hemifacialSpasm, json, { zone })
  if (!read.ok) throw refused(name, read.problem)
  const { chart, patient, counts } = read.value
  const [instead] = patient.replacedBy
  if (instead !== undefined) {
    const sentence = `${patient.reference} was merged into ${instead}: pass the record that is in use, or both in one bundle.`
    throw refused(name, { code: 'merged', sentence, where: '' })
  }
  return { chart, asOf: null, about: identityIn(patient).name ?? patient.reference, subject: patient.reference, counts }
}

const refused = (name: string, { sentence, where }: Problem): ExitError =>
  new ExitError(singleLine(`${name}${where === '' ? '' : `, at ${where}`}: ${sentence}`))
