import { type Contact, fields, type PatientView } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Refusal, type Result, refuse } from '../ground/problem.ts'
import type { SignedIn } from '../identity/account.ts'
import { refusedBirth } from '../patient/birth.ts'
import { identityOf, reachedBy } from '../patient/identity.ts'
import { openInUse } from '../patient/open-chart.ts'
import { viewOf } from '../patient/view.ts'
import { doAndTell } from './do-and-tell.ts'

type Changing = Readonly<{ patientId: string; contact: Contact; who: SignedIn; requestId: string }>

/** How the person is reached from now on; what stood there before is told on the timeline. The same said twice changes nothing. */
export async function changeContact(
  clinic: Clinic,
  { patientId, contact, who, requestId }: Changing,
): Promise<Result<PatientView>> {
  const open = await openInUse(clinic, clinic.record, patientId)
  if (!open.ok) return open
  const { patient, chart } = open.value
  const { birthDate } = contact
  // What was asked at a visit stands on the page, too.
  const was = identityOf(patient, chart)
  const wrong = birthDate === undefined ? null : unfitBirth(clinic, was.birthDate, birthDate)
  if (wrong) return wrong
  const after = reachedBy(patient, contact)
  const is = identityOf(after, chart)
  const changed = (['phone', 'email', 'interpreter', 'birthDate'] as const).filter((field) => was[field] !== is[field])
  if (changed.length === 0) return ok(await viewOf(clinic, open.value))
  return doAndTell(clinic, {
    open: open.value,
    who,
    requestId,
    action: 'contact-changed',
    tells: {
      kind: 'contact',
      note: changed.map((field) => told(fields[field].label, was[field], is[field])).join('\n'),
    },
    changes: () => [
      {
        method: 'update',
        resource: { ...after, id: open.value.id },
        expectedVersion: Number(patient.meta?.versionId),
      },
    ],
  })
}

/** A part of a birth date becomes whole; another one would be another person's, and is not typed in passing. */
function unfitBirth(clinic: Clinic, known: string | null, birthDate: string): Refusal | null {
  const refused = refusedBirth(clinic, birthDate, 'birthDate')
  if (refused || known === null || birthDate.startsWith(known)) return refused
  return refuse(409, 'born-otherwise', `The birth date on record is ${known}, and is not changed here.`, {
    where: 'birthDate',
  })
}

const told = (label: string, was: string | null, is: string | null): string =>
  `${label}: ${is ?? 'none any more'}${was === null ? '' : ` (before: ${was})`}`
