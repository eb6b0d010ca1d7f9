import { isObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { personName } from '@facialis/fhir/read/person-name.ts'
import type { Chart } from '@facialis/language'
import type { Resource } from '@facialis/record'
import type { PatientIdentity } from '@facialis/wire'

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
  ...(interpreter ? { communication: [{ language: { text: interpreter }, preferred: true }] } : {}),
  ...(referrer ? { generalPractitioner: [{ display: referrer }] } : {}),
})

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Who somebody is, as the head of the page shows it. The side is the last one stated. */
export function identityOf(patient: Resource, chart: Chart | null): PatientIdentity {
  const contact = (system: string) => textOrNull(objectsIn(patient.telecom).find((one) => one.system === system)?.value)
  const [language] = objectsIn(patient.communication)
  return {
    id: String(patient.id),
    name: personName(patient) ?? 'Unnamed',
    birthDate: textOrNull(patient.birthDate),
    phone: contact('phone'),
    email: contact('email'),
    side: chart === null ? null : sideIn(chart),
    interpreter: isObject(language?.language) ? textOrNull(language.language.text) : null,
    referrer: textOrNull(objectsIn(patient.generalPractitioner)[0]?.display),
  }
}

function sideIn(chart: Chart): PatientIdentity['side'] {
  const said = chart.observations.filter(({ fact }) => fact === 'hfs.side')
  const [last] = [...said].sort((a, b) => (b.date?.hi ?? -Infinity) - (a.date?.hi ?? -Infinity))
  const word = last && 'word' in last.value ? last.value.word : null
  return word === 'left' || word === 'right' || word === 'both' ? word : null
}
