import { birthFacts, resourcesOfAct } from '@facialis/fhir'
import { type Chart, formatSpan } from '@facialis/language'
import type { Change, Resource } from '@facialis/record'
import type { CorrectedIdentity, PatientView } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import type { Result } from '../core/refusal.ts'
import { actingRole } from '../identity/account.ts'
import { birthAfterRecordRefusal, impossibleBirthRefusal, isKeptWithThem } from '../patient/birth.ts'
import { withIdentity } from '../patient/identity.ts'
import type { OpenRecord } from '../patient/open-chart.ts'
import { type Changer, changePerson } from './change-person.ts'

type Correcting = Changer & Readonly<{ identity: CorrectedIdentity }>

/** What the person is called and when they were born, where it was not known, only in part, or wrong; also that it is not known after all. */
export async function correctIdentity(
  clinic: Clinic,
  { identity, ...changer }: Correcting,
): Promise<Result<PatientView>> {
  const { birthDate } = identity
  const wrong = birthDate === undefined ? null : impossibleBirthRefusal(clinic, birthDate, 'birthDate')
  if (wrong) return wrong
  return changePerson(clinic, {
    ...changer,
    action: 'identity-corrected',
    kind: 'identity',
    after: (patient) => withIdentity(patient, identity),
    unfit: ({ chart }) =>
      birthDate === undefined || birthDate === null
        ? null
        : birthAfterRecordRefusal(clinic, chart, { date: birthDate, where: 'birthDate' }),
    besides: (open, at) =>
      birthDate === undefined ? [] : askedOtherwise(clinic, { open, birthDate, at, who: changer.who }),
  })
}

type Asked = Readonly<{ open: OpenRecord; birthDate: string | null; at: string; who: Changer['who'] }>

type Said = Chart['observations'][number]

/** Whether an answer would still say something else once the person’s own record says this. */
function saysOtherwise(one: Said, { id, birthDate }: Readonly<{ id: string; birthDate: string | null }>): boolean {
  // A record that was merged keeps its birth date, and is told beside that of the one in use; where that has none, by itself.
  if (birthDate === null) return 'date' in one.value && one.provenance.source !== `Patient/${id}`
  return !isKeptWithThem(one) && !('date' in one.value && formatSpan(one.value.date) === birthDate)
}

/** An answer at a visit is of a later day than what stands with the person, and ages are counted from it: it is corrected, too. */
function askedOtherwise(clinic: Clinic, { open, birthDate, at, who }: Asked): readonly Change[] {
  const facts = [...birthFacts(clinic.pathway)].filter((born) =>
    open.chart.observations.some((one) => one.fact === born && saysOtherwise(one, { id: open.id, birthDate })),
  )
  if (facts.length === 0) return []
  const made = resourcesOfAct(
    clinic.pathway,
    { kind: 'correction', date: clinic.today(), facts: Object.fromEntries(facts.map((fact) => [fact, birthDate])) },
    {
      patientId: open.id,
      actor: { id: who.id, name: who.name, role: actingRole(who) },
      at,
      newId: clinic.record.newId,
    },
  )
  if (!made.ok) throw new Error(`A birth date could not be corrected: ${made.problem.sentence}`)
  return made.value.map((resource) => ({
    method: 'update',
    resource: resource as Resource & { id: string },
    expectedVersion: 'any',
  }))
}
