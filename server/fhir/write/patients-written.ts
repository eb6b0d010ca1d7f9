import { linkedTo } from '@facialis/fhir/read/linked-people.ts'
import type { RecordView, Resource } from '@facialis/record'
import { idIn, type Patients, patientsIn, type SamePerson, samePersonAmong } from '../../patient/same-person.ts'
import type { Target } from './targets.ts'

type Reads = Pick<RecordView, 'read' | 'search'>
export type Seeing = Readonly<{ view: Reads }>

export type WrittenPatient = Readonly<{ id: string; resource: Resource; target: Target }>

/** Nobody takes a Patient back here. */
export const writtenIn = (targets: readonly Target[]): readonly WrittenPatient[] =>
  targets.flatMap((target) => {
    const { type, id, does, resource } = target
    return type === 'Patient' && does !== 'nothing' && resource !== null ? [{ id, resource, target }] : []
  })

/** The Patients as they will be: those that come together may name each other. */
export function asWritten(written: readonly WrittenPatient[], view: Reads): Patients {
  const before = patientsIn(view)
  const coming = new Map(written.map(({ id, resource }) => [id, resource]))
  const leading = new Map<string, Resource[]>()
  for (const { resource } of written)
    for (const reference of linkedTo(resource)) {
      const other = idIn(reference) ?? ''
      leading.set(other, [...(leading.get(other) ?? []), resource])
    }
  return {
    named: async (id) => coming.get(id) ?? before.named(id),
    linking: async (id) => [
      ...(await before.linking(id)).filter((one) => !coming.has(String(one.id))),
      ...(leading.get(id) ?? []),
    ],
  }
}

/** Asked once for all records of a person, however many of them are written. */
export function onceOf(patients: Patients): (patient: Resource) => Promise<SamePerson> {
  const known = new Map<string, SamePerson>()
  return async (patient) => {
    const earlier = known.get(String(patient.id))
    if (earlier !== undefined) return earlier
    const same = await samePersonAmong(patients, patient)
    for (const id of [String(patient.id), same.inUse, ...same.merged]) known.set(id, same)
    return same
  }
}
