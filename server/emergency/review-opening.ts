import type { OpeningReviewed } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Result, refusalOf, refuse } from '../core/refusal.ts'
import type { SignedIn } from '../identity/account.ts'

type Reviewing = Readonly<{ openingId: string; said: OpeningReviewed; who: SignedIn; requestId: string }>

/** Says what an opening was, once, by somebody who did not open it. */
export async function reviewOpening(
  { record }: Clinic,
  { openingId, said, who, requestId }: Reviewing,
): Promise<Result<null>> {
  const opening = await record.openings.byId(openingId)
  if (!opening) return refuse(404, 'not-found', 'There is no such opening.')
  const isOwn = opening.accountId === who.id
  const done = await record.act({
    actor: { id: who.id },
    action: 'emergency-reviewed',
    patientId: opening.patientId,
    reason: `${said.verdict}: ${said.note}`,
    requestId,
    changes: [],
    alongside: async ({ openings }) =>
      isOwn ? ownOpening : openings.review(opening.id, { ...said, reviewerId: who.id }),
  })
  if (done.ok) return ok(null)
  return done.problem.code === 'own-opening'
    ? refuse(403, 'own-opening', done.problem.sentence)
    : refusalOf(done.problem)
}

const ownOpening = {
  ok: false,
  problem: { code: 'own-opening', sentence: 'Somebody else must review what you opened.', where: 'opening' },
} as const
