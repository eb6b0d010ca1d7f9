import type { ReferralAccepted } from '@facialis/wire'
import type { Clinic } from '../clinic.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { ok, type Result, refusalOf } from '../problem.ts'
import { readAttachments } from './attachments.ts'
import { duplicatesOf } from './duplicates.ts'
import { readReferral } from './referral-content.ts'
import type { SentReferral } from './referral-shape.ts'
import { newReference, requestTask } from './requests.ts'
import { issueStatusLink, newStatusToken, statusAddress } from './status-link.ts'
import { changesOfTaking } from './take-on.ts'

export type Entered = ReferralAccepted & Readonly<{ patientId: string }>
type Entering = Readonly<{ referral: SentReferral; by: SignedIn; requestId?: string }>

/** A referral on paper, typed in by somebody here: the person is on the board at once. Others alike are named. */
export async function enterReferral(
  clinic: Clinic,
  { referral: sent, by, requestId }: Entering,
): Promise<Result<Entered>> {
  const { attachments = [], ...referral } = sent
  const read = readReferral(clinic, referral)
  if (!read.ok) return read
  const files = readAttachments(attachments)
  if (!files.ok) return files
  const { name, birthDate, phone } = referral.patient
  const alike = await duplicatesOf(clinic.record, { name, birthDate, phone: phone ?? null })

  const { newId } = clinic.record
  const [patientId, taskId, reference, token] = [newId(), newId(), newReference(), newStatusToken()]
  const { received } = read.value
  const at = clinic.nextInstant()
  const request = { kind: 'referral', sent: referral } as const
  const changes = changesOfTaking(clinic, { request, patientId, isNew: true, received, at })
  if (!changes.ok) return changes
  const done = await clinic.record.act({
    actor: { id: by.id, role: actingRole(by) },
    action: 'referral-entered',
    patientId,
    at,
    ...(requestId === undefined ? {} : { requestId }),
    changes: [
      ...changes.value,
      { method: 'create', resource: requestTask({ id: taskId, request, reference, received, at, patientId }) },
    ],
    alongside: async (stores) => {
      for (const file of files.value) await stores.attachments.add({ ...file, patientId, subject: `Task/${taskId}` })
      await issueStatusLink(stores, { taskId, token, now: at })
      return undefined
    },
  })
  if (!done.ok) return refusalOf(done.problem)
  clinic.board.changed(patientId, 1)
  return ok({ patientId, reference, statusLink: statusAddress(token), duplicates: alike.map(({ id }) => id) })
}
