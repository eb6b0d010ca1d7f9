import type { ReferralAccepted } from '@facialis/wire'
import type { Clinic } from '../clinic.ts'
import { ok, type Result, refusalOf } from '../problem.ts'
import { readAttachments } from './attachments.ts'
import { readReferral } from './referral-content.ts'
import type { SentAppointment, SentReferral } from './referral-shape.ts'
import { newReference, requestTask } from './requests.ts'
import { issueStatusLink, newStatusToken, statusAddress } from './status-link.ts'

const outside = { id: 'front-door', role: 'public' }

/** Takes a referral in from outside: it waits on the board. Nothing is said of whom we know. */
export async function receiveReferral(
  clinic: Clinic,
  sent: SentReferral,
  requestId: string,
): Promise<Result<ReferralAccepted>> {
  const { attachments = [], received: _theirs, ...referral } = sent
  const read = readReferral(clinic, referral)
  if (!read.ok) return read
  const files = readAttachments(attachments)
  if (!files.ok) return files
  const id = clinic.record.newId()
  const reference = newReference()
  const token = newStatusToken()
  const at = clinic.nextInstant()
  const task = requestTask({
    id,
    request: { kind: 'referral', sent: referral },
    reference,
    received: clinic.today(),
    at,
  })
  const done = await clinic.record.act({
    actor: outside,
    action: 'referral-received',
    at,
    requestId,
    changes: [{ method: 'create', resource: task }],
    alongside: async (stores) => {
      for (const file of files.value) await stores.attachments.add({ ...file, subject: `Task/${id}` })
      await issueStatusLink(stores, { taskId: id, token, now: at })
      return undefined
    },
  })
  return done.ok ? ok({ reference, statusLink: statusAddress(token) }) : refusalOf(done.problem)
}

/** Takes a wish for an appointment in; somebody rings back. */
export async function receiveAppointment(
  clinic: Clinic,
  sent: SentAppointment,
  requestId: string,
): Promise<Result<{ reference: string }>> {
  const id = clinic.record.newId()
  const reference = newReference()
  const at = clinic.nextInstant()
  const task = requestTask({ id, request: { kind: 'appointment', sent }, reference, received: clinic.today(), at })
  const done = await clinic.record.act({
    actor: outside,
    action: 'appointment-asked',
    at,
    requestId,
    changes: [{ method: 'create', resource: task }],
  })
  return done.ok ? ok({ reference }) : refusalOf(done.problem)
}
