import { sha256 } from '@facialis/record'
import type { OpeningEnd } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { breakGlass } from './break-glass.ts'

/** `who` is null where their session was over before. */
type Ending = Readonly<{ who: SignedIn | null; session: string; by: OpeningEnd; requestId: string }>

/** Shuts what this session has open, if anything. What is shut already is told once. */
export async function endEmergency(clinic: Clinic, { who, session, by, requestId }: Ending): Promise<void> {
  const sessionId = sha256(session)
  const open = await clinic.record.openings.openIn(sessionId)
  if (open === null) return
  const done = await clinic.record.act({
    actor: who === null ? { id: open.accountId } : { id: who.id, role: actingRole(who) },
    action: 'emergency-ended',
    patientId: open.patientId,
    purpose: breakGlass,
    requestId,
    changes: [],
    alongside: async ({ openings }) => {
      await openings.endIn(sessionId, by)
      return undefined
    },
  })
  if (!done.ok) throw new Error(done.problem.sentence)
}
