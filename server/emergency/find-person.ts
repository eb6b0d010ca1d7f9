import type { PatientIdentity } from '@facialis/wire'
import type { CoreContext } from '../core/core-context.ts'
import { ok, type Result, refuse } from '../core/refusal.ts'
import { identified } from '../patient/identified.ts'
import { identityOf } from '../patient/identity.ts'
import { patientsByName } from '../patient/patients-by-name.ts'
import { inUseOfEach } from '../patient/same-person.ts'

type Looking = Pick<CoreContext, 'record' | 'pathway' | 'zone' | 'today'>
type Named = Readonly<{ name: string; birthDate: string }>

/**
 * The one person of a whole name and day of birth: whoever stands at a bed knows both, and nobody can leaf through a list.
 * A record that says less of the day of birth is not ruled out by what it does not say. @returns their id
 */
export async function findPerson(clinic: Looking, { name, birthDate }: Named): Promise<Result<string>> {
  const named = await everybodyNamed(clinic, name)
  const exact = named.filter((one) => one.birthDate === birthDate)
  const possible = named.filter((one) => birthDate.startsWith(one.birthDate ?? ''))
  const [only, ...more] = exact.length > 0 ? exact : possible
  if (only === undefined)
    return refuse(422, 'nobody-found', 'Nobody with this name and birth date is on record here.', { where: 'name' })
  if (more.length > 0)
    return refuse(422, 'several-found', 'Several people have this name and birth date. Ring the clinic.', {
      where: 'name',
    })
  return ok(only.id)
}

/** All of them, each once, by the record that is in use: also whoever had this name in one that was merged into it. */
async function everybodyNamed(clinic: Looking, name: string): Promise<readonly PatientIdentity[]> {
  const { record } = clinic
  const found = new Map<string, PatientIdentity>()
  const asFound = await patientsByName(record, [name])
  const inUse = await inUseOfEach(record, asFound)
  for (const [at, patient] of asFound.entries()) {
    const named = identityOf(patient, null)
    const { id, birthDate } = await identified(clinic, inUse[at] ?? patient)
    // The day of birth may stand in either of them.
    found.set(id, { ...named, id, birthDate: birthDate ?? named.birthDate })
  }
  return [...found.values()]
}
