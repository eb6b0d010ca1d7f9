import { resolve, statedLast } from '@facialis/engine'
import { isObject, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { hasEnded, personName } from '@facialis/fhir/read/person-name.ts'
import { type Chart, type Day, dateWords, emptyChart, formatSpan, type Pathway, type Value } from '@facialis/language'
import type { Resource } from '@facialis/record'
import { type Contact, type CorrectedIdentity, fields, type PatientIdentity } from '@facialis/wire'
import { bornFact } from '../search-indexing/resource-knowledge.ts'
import { namedAnew } from './names.ts'

export type NewPatient = Readonly<{
  name: string
  birthDate: string | null
  phone?: string | undefined
  email?: string | undefined
  interpreter?: string | undefined
  referrer?: string | undefined
}>

/** A new person as a Patient resource. What is not known is left out. */
export const patientResource = (
  id: string,
  { name, birthDate, phone, email, interpreter, referrer }: NewPatient,
): Resource => {
  const telecom = [
    ...(phone ? [{ system: 'phone', value: phone }] : []),
    ...(email ? [{ system: 'email', value: email }] : []),
  ]
  return {
    resourceType: 'Patient',
    id,
    active: true,
    name: [{ text: name }],
    ...(birthDate === null ? {} : { birthDate }),
    ...(telecom.length === 0 ? {} : { telecom }),
    ...(interpreter ? { communication: [spoken(interpreter)] } : {}),
    ...(referrer ? { generalPractitioner: [{ display: referrer }] } : {}),
  }
}

const spoken = (language: string) => ({ language: { text: language }, preferred: true })

/** The same person, reached otherwise: what was shown is replaced, and whatever else another system wrote stays. */
export function withContact(patient: Resource, { phone, email, interpreter }: Contact): Resource {
  const told = (
    system: string,
    value: string | null | undefined,
    all: readonly JsonObject[],
  ): readonly JsonObject[] => {
    if (value === undefined) return all
    const shown = inUse(all, system)
    const at = shown === undefined ? -1 : all.indexOf(shown)
    const now = value === null ? [] : [{ system, value }]
    return at === -1 ? [...all, ...now] : [...all.slice(0, at), ...now, ...all.slice(at + 1)]
  }
  const telecom = told('email', email, told('phone', phone, objectsIn(patient.telecom)))
  const languages = objectsIn(patient.communication)
  const communication =
    interpreter === undefined
      ? languages
      : [...(interpreter === null ? [] : [spoken(interpreter)]), ...languages.slice(1)]
  const { telecom: _, communication: __, ...rest } = patient
  return {
    ...rest,
    ...(telecom.length === 0 ? {} : { telecom }),
    ...(communication.length === 0 ? {} : { communication }),
  }
}

/** A Patient with a corrected name or birth date; without a birth date where it is not known. */
export function withIdentity(patient: Resource, { name, birthDate }: CorrectedIdentity): Resource {
  // What says more of a birth date, such as its hour, says it of the one that stood there.
  const { birthDate: _, _birthDate: __, ...others } = patient
  return {
    ...(birthDate === undefined ? patient : birthDate === null ? others : { ...others, birthDate }),
    ...(name === undefined ? {} : { name: namedAnew(patient, name) }),
  }
}

/** The way by which somebody is reached: what is said to be old is none, and what ends some day goes after what does not. */
function inUse(ways: readonly JsonObject[], system: string): JsonObject | undefined {
  const ofIt = ways.filter((one) => one.system === system && one.use !== 'old')
  return ofIt.find((one) => !hasEnded(one)) ?? ofIt[0]
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Who somebody is, as the head of the page shows it on a day. Without what is on record: as it stands with the person. */
export function identityOf(patient: Resource, said: Said | null): PatientIdentity {
  const contact = (system: string) => textOrNull(inUse(objectsIn(patient.telecom), system)?.value)
  const [language] = objectsIn(patient.communication)
  return {
    id: String(patient.id),
    name: personName(patient) ?? 'Unnamed',
    birthDate: bornOf(patient, said),
    phone: contact('phone'),
    email: contact('email'),
    side: said === null ? null : sideIn(said),
    interpreter: isObject(language?.language) ? textOrNull(language.language.text) : null,
    referrer: textOrNull(objectsIn(patient.generalPractitioner)[0]?.display),
  }
}

/** What is told of somebody on the timeline, where it was changed or somebody said otherwise. */
export const identityFields = ['name', 'birthDate', 'phone', 'email', 'interpreter'] as const
export type IdentityField = (typeof identityFields)[number]

/** What is longer than anything that is typed here, as a name that another system sends may be, is told by its beginning. */
const longestTold = Math.max(...identityFields.map((field) => fields[field].longest))

/** One of these as people read it. */
export function identityText(
  person: Readonly<Partial<Record<IdentityField, string | null>>>,
  field: IdentityField,
): string | null {
  const said = person[field] ?? null
  if (said === null) return null
  if (field === 'birthDate') return dateWords(said)
  // By whole signs: half of one is none, and stands as a question mark.
  const signs = said.length > longestTold ? [...said] : []
  return signs.length > longestTold ? `${signs.slice(0, longestTold).join('')}…` : said
}

/** What is on record of somebody, by what it is read, and the day for which. */
export type Said = Readonly<{ pathway: Pathway; chart: Chart; asOf: Day }>

/** The birth dates of the last day on which one was told, each once: ages are counted from none of several. */
export const lastBirths = ({ chart, asOf }: Said): readonly string[] =>
  [
    ...new Set(
      statedLast(chart, bornFact, asOf).flatMap(({ value }) => ('date' in value ? formatSpan(value.date) : [])),
    ),
  ].sort()

/** As rules take it; null where it is not known, or not which of two answers is right. */
function known(fact: string, { pathway, chart, asOf }: Said): Value | null {
  const stated = chart.observations.filter((one) => one.fact === fact)
  // Who somebody is does not grow too old: no number of the site says anything of it.
  const asking = { asOf, policy: {} }
  const standing = resolve(pathway, { ...emptyChart, observations: stated }, asking).facts.get(fact)
  return standing?.known ? standing.value : null
}

/** The one from which ages are counted: what somebody was asked since counts before what stands with the person. */
function bornOf(patient: Resource, said: Said | null): string | null {
  const born = said && known(bornFact, said)
  return born && 'date' in born ? formatSpan(born.date) : textOrNull(patient.birthDate)
}

function sideIn(said: Said): PatientIdentity['side'] {
  const side = known('hfs.side', said)
  const word = side && 'word' in side ? side.word : null
  return word === 'left' || word === 'right' || word === 'both' ? word : null
}
