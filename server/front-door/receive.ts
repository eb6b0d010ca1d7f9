import type { Done } from '@facialis/record'
import { notToBeReached, type ReferralAccepted, reachOf } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Result, refuse } from '../core/refusal.ts'
import { impossibleBirthRefusal } from '../patient/birth.ts'
import { requestTask } from '../patient/kept-request.ts'
import type { SentAppointment, SentReferral } from '../patient/referral-shape.ts'
import { readAttachments } from './attachments.ts'
import { idempotencyOf, refusedForm, requestOf } from './idempotency.ts'
import { readReferral } from './referral-content.ts'
import { newReference } from './requests.ts'
import { issueStatusLink, statusAddress, statusToken } from './status-link.ts'

const outside = { id: 'front-door', role: 'public' }

/** `key` is made by the form: sent twice, it is one request. */
type Arriving = Readonly<{ requestId: string; key: string | null }>

/** Takes a referral in from outside: it waits on the board. Nothing is said of whom we know. */
export async function receiveReferral(
  clinic: Clinic,
  sent: SentReferral,
  { requestId, key }: Arriving,
): Promise<Result<ReferralAccepted>> {
  const { attachments = [], received: _theirs, ...referral } = sent
  const read = readReferral(clinic, referral)
  if (!read.ok) return read
  if (reachOf(referral.patient, referral.referrer) === 'none')
    return refuse(422, 'not-to-be-reached', notToBeReached, { where: 'patient.phone' })
  const files = readAttachments(attachments)
  if (!files.ok) return files
  const id = clinic.record.newId()
  const token = statusToken(id, key)
  const at = clinic.nextInstant()
  const task = requestTask({
    id,
    request: { kind: 'referral', sent: referral },
    reference: newReference(),
    received: clinic.today(),
    at,
  })
  const done = await clinic.record.act({
    actor: outside,
    action: 'referral-received',
    at,
    requestId,
    ...idempotencyOf(key, sent),
    changes: [{ method: 'create', resource: task }],
    alongside: async (stores) => {
      for (const file of files.value) await stores.attachments.add({ ...file, subject: `Task/${id}` })
      await issueStatusLink(stores, { taskId: id, token, now: at })
      return undefined
    },
  })
  return done.ok ? told(done.value, { token, key }) : refusedForm(done.problem)
}

/** Takes a wish for an appointment in; somebody rings back. */
export async function receiveAppointment(
  clinic: Clinic,
  sent: SentAppointment,
  { requestId, key }: Arriving,
): Promise<Result<ReferralAccepted>> {
  const born = impossibleBirthRefusal(clinic, sent.birthDate ?? null, 'birthDate')
  if (born) return born
  const id = clinic.record.newId()
  const token = statusToken(id, key)
  const at = clinic.nextInstant()
  const task = requestTask({
    id,
    request: { kind: 'appointment', sent },
    reference: newReference(),
    received: clinic.today(),
    at,
  })
  const done = await clinic.record.act({
    actor: outside,
    action: 'appointment-asked',
    at,
    requestId,
    ...idempotencyOf(key, sent),
    changes: [{ method: 'create', resource: task }],
    alongside: async (stores) => {
      await issueStatusLink(stores, { taskId: id, token, now: at })
      return undefined
    },
  })
  return done.ok ? told(done.value, { token, key }) : refusedForm(done.problem)
}

/** The reference and the link, those of the first time when a form was sent again. */
function told(done: Done, { token, key }: Readonly<{ token: string; key: string | null }>): Result<ReferralAccepted> {
  const first = requestOf(done)
  return ok({
    reference: first.reference,
    statusLink: statusAddress(done.replayed ? statusToken(first.id, key) : token),
  })
}
