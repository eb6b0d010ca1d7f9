import { isObject, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { hasEnded, personName } from '@facialis/fhir/read/person-name.ts'
import { type Chart, dateWords, formatSpan } from '@facialis/language'
import { canonical, type Resource } from '@facialis/record'
import { type Contact, type CorrectedIdentity, fields, type PatientIdentity } from '@facialis/wire'
import { bornFact } from '../indexed/knowing.ts'
import { namedAnew } from './names.ts'

export type NewPatient = Readonly<{
  name: string
  birthDate: string | null
  phone?: string | undefined
  email?: string | undefined
  interpreter?: string | undefined
  referrer?: string | undefined
}>

export const patientResource = (
  id: string,
  { name, birthDate, phone, email, interpreter, referrer }: NewPatient,
): Resource => ({
  resourceType: 'Patient',
  id,
  active: true,
  name: [{ text: name }],
  ...(birthDate === null ? {} : { birthDate }),
  telecom: [
    ...(phone ? [{ system: 'phone', value: phone }] : []),
    ...(email ? [{ system: 'email', value: email }] : []),
  ],
  ...(interpreter ? { communication: [spoken(interpreter)] } : {}),
  ...(referrer ? { generalPractitioner: [{ display: referrer }] } : {}),
})

const spoken = (language: string) => ({ language: { text: language }, preferred: true })

/** The same person, reached otherwise: what was shown is replaced, and whatever else another system wrote stays. */
export function reachedBy(patient: Resource, { phone, email, interpreter }: Contact): Resource {
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

/** The same person by another name, or born on another day; where it is not known, on none. */
export function calledBy(patient: Resource, { name, birthDate }: CorrectedIdentity): Resource {
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

/** Who somebody is, as the head of the page shows it. The side is the last one stated. */
export function identityOf(patient: Resource, chart: Chart | null): PatientIdentity {
  const contact = (system: string) => textOrNull(inUse(objectsIn(patient.telecom), system)?.value)
  const [language] = objectsIn(patient.communication)
  return {
    id: String(patient.id),
    name: personName(patient) ?? 'Unnamed',
    birthDate: bornOf(patient, chart),
    phone: contact('phone'),
    email: contact('email'),
    side: chart === null ? null : sideIn(chart),
    interpreter: isObject(language?.language) ? textOrNull(language.language.text) : null,
    referrer: textOrNull(objectsIn(patient.generalPractitioner)[0]?.display),
  }
}

/** What is told of somebody on the timeline, where it was changed or somebody said otherwise. */
export const toldFields = ['name', 'birthDate', 'phone', 'email', 'interpreter'] as const
export type Told = (typeof toldFields)[number]

/** What is longer than anything that is typed here, as a name that another system sends may be, is told by its beginning. */
const longestTold = Math.max(...toldFields.map((field) => fields[field].longest))

/** One of these as people read it. */
export function toldIn(person: Readonly<Partial<Record<Told, string | null>>>, field: Told): string | null {
  const said = person[field] ?? null
  if (said === null) return null
  if (field === 'birthDate') return dateWords(said)
  return said.length > longestTold ? `${said.slice(0, longestTold)}…` : said
}

type Stated = Chart['observations'][number]

/** The last that was stated of a fact; none where answers of one day disagree, for no rule follows either of them. */
function lastOf(chart: Chart, id: string): Stated | undefined {
  const last = ofLastDay(chart, id)
  const known = last.filter(({ value }) => !('unknown' in value))
  const values = new Set(known.map(({ value }) => canonical(value)))
  return values.size > 1 ? undefined : (known[0] ?? last[0])
}

/** All that was stated of it on the last day on which anything was. */
function ofLastDay(chart: Chart, id: string): readonly Stated[] {
  const stated = chart.observations.filter(({ fact }) => fact === id)
  const dayOf = ({ date }: Stated): number => date?.hi ?? Number.NEGATIVE_INFINITY
  const latest = stated.reduce((day, one) => Math.max(day, dayOf(one)), Number.NEGATIVE_INFINITY)
  return stated.filter((one) => dayOf(one) === latest)
}

/** The birth dates of the last day on which one was told, each once: ages are counted from none of several. */
export const lastBirths = (chart: Chart): readonly string[] =>
  [
    ...new Set(ofLastDay(chart, bornFact).flatMap(({ value }) => ('date' in value ? formatSpan(value.date) : []))),
  ].sort()

/** The one from which ages are counted: what somebody was asked since counts before what stands with the person. */
function bornOf(patient: Resource, chart: Chart | null): string | null {
  const last = chart === null ? undefined : lastOf(chart, bornFact)
  return last && 'date' in last.value ? formatSpan(last.value.date) : textOrNull(patient.birthDate)
}

function sideIn(chart: Chart): PatientIdentity['side'] {
  const last = lastOf(chart, 'hfs.side')
  const word = last && 'word' in last.value ? last.value.word : null
  return word === 'left' || word === 'right' || word === 'both' ? word : null
}
