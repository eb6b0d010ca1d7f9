import type { ReferralAccepted } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Result } from '../core/refusal.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { requestTask } from '../patient/kept-request.ts'
import { openInUse } from '../patient/open-chart.ts'
import type { SentReferral } from '../patient/referral-shape.ts'
import { readAttachments } from './attachments.ts'
import { duplicatesOf } from './duplicates.ts'
import { idempotencyOf, refusedForm, requestOf } from './idempotency.ts'
import { readReferral } from './referral-content.ts'
import { newReference } from './requests.ts'
import { issueStatusLink, statusAddress, statusToken } from './status-link.ts'
import { changesOfTaking } from './take-on.ts'

export type Entered = ReferralAccepted & Readonly<{ patientId: string }>
type Entering = Readonly<{
  referral: SentReferral
  /** Somebody compared, and it is this person's. */
  joins?: string | undefined
  by: SignedIn
  requestId?: string
  /** Made by the form: sent twice, it is one person. */
  key?: string | null
}>

/** A referral on paper, typed in by somebody here: a new person, or one who is here already. Others alike are named. */
export async function enterReferral(
  clinic: Clinic,
  { referral: sent, joins, by, requestId, key = null }: Entering,
): Promise<Result<Entered>> {
  const { attachments = [], ...referral } = sent
  const read = readReferral(clinic, referral)
  if (!read.ok) return read
  const files = readAttachments(attachments)
  if (!files.ok) return files
  const { name, birthDate, phone } = referral.patient
  const joining = joins === undefined ? ok(null) : await openInUse(clinic, clinic.record, joins)
  if (!joining.ok) return joining
  const joined = joining.value
  const alike = await duplicatesOf(clinic, { name, birthDate, phone: phone ?? null })

  const { newId } = clinic.record
  const [patientId, taskId] = [joins ?? newId(), newId()]
  const token = statusToken(taskId, key)
  const { received } = read.value
  const at = clinic.nextInstant()
  const request = { kind: 'referral', sent: referral } as const
  const changes = changesOfTaking(clinic, {
    request,
    patientId,
    known: joined?.patient ?? null,
    received,
    at,
  })
  if (!changes.ok) return changes
  const done = await clinic.record.act({
    actor: { id: by.id, role: actingRole(by) },
    action: joined === null ? 'referral-entered' : 'referral-joined',
    patientId,
    at,
    ...idempotencyOf(key, joins === undefined ? sent : { ...sent, joins }),
    ...(requestId === undefined ? {} : { requestId }),
    changes: [
      ...changes.value,
      {
        method: 'create',
        resource: requestTask({ id: taskId, request, reference: newReference(), received, at, patientId }),
      },
    ],
    alongside: async (stores) => {
      for (const file of files.value) await stores.attachments.add({ ...file, patientId, subject: `Task/${taskId}` })
      await issueStatusLink(stores, { taskId, token, now: at })
      return undefined
    },
  })
  if (!done.ok) return refusedForm(done.problem)
  const first = requestOf(done.value)
  const theirs = first.patientId ?? patientId
  return ok({
    patientId: theirs,
    reference: first.reference,
    statusLink: statusAddress(done.value.replayed ? statusToken(first.id, key) : token),
    // Asked before the act: sent a second time, the person would be found to be like themselves.
    duplicates: alike.map(({ id }) => id).filter((id) => id !== theirs),
  })
}
