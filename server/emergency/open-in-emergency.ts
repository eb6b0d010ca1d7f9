import { sha256 } from '@facialis/record'
import { shifted } from '@facialis/record/core/instant.ts'
import type { EmergencyAsked } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Result, refusalOf, refuse } from '../core/refusal.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { auditRefusedOpening } from './audit-refused-opening.ts'
import { breakGlass, mayOpenInEmergency } from './break-glass.ts'
import { findPerson } from './find-person.ts'

/** How long a record stays open: a night's emergency, not a habit. */
const hours = 4

type Asking = Readonly<{ asked: EmergencyAsked; who: SignedIn; session: string; requestId: string }>

/** Opens one person's record to be looked at, for this session. Whoever asks has shown again that it is they. */
export async function openInEmergency(
  clinic: Clinic,
  { asked: { cause, words, ...named }, who, session, requestId }: Asking,
): Promise<Result<null>> {
  const asking = { who, words, requestId }
  if (!mayOpenInEmergency(who)) {
    const sentence = 'You have access to records: look for this person on the board.'
    return auditRefusedOpening(clinic, refuse(409, 'opens-anyhow', sentence), asking)
  }
  const person = await findPerson(clinic, named)
  if (!person.ok) return auditRefusedOpening(clinic, person, asking)
  const patientId = person.value
  const done = await clinic.record.act({
    actor: { id: who.id, role: actingRole(who) },
    action: 'emergency-opened',
    patientId,
    purpose: breakGlass,
    reason: words,
    requestId,
    changes: [],
    alongside: ({ openings }) =>
      openings.open({
        patientId,
        accountId: who.id,
        sessionId: sha256(session),
        cause,
        words,
        expires: shifted(clinic.now(), hours * 3600),
      }),
  })
  if (done.ok) return ok(null)
  return done.problem.code === 'opening-there'
    ? refuse(409, 'opening-there', done.problem.sentence)
    : refusalOf(done.problem)
}
