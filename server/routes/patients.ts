import { largestClip } from '@facialis/wire'
import { addClip } from '../actions/add-clip.ts'
import { bookFirstVisit } from '../actions/book-first-visit.ts'
import { changeContact } from '../actions/change-contact.ts'
import { closeReview } from '../actions/close-review.ts'
import { correctIdentity } from '../actions/correct-identity.ts'
import { followVersion } from '../actions/follow-version.ts'
import { withdrawClip } from '../actions/withdraw-clip.ts'
import { recordAct } from '../acts/record-act.ts'
import { notFound } from '../core/refusal.ts'
import { largestReferral } from '../front-door/attachments.ts'
import { duplicatesOf } from '../front-door/duplicates.ts'
import { enterReferral } from '../front-door/enter-referral.ts'
import { fileAnswer } from '../http/file-answer.ts'
import { answer, answerOf, route } from '../http/route.ts'
import { shownFile } from '../patient/hidden-files.ts'
import { openInUse } from '../patient/open-chart.ts'
import { viewOf } from '../patient/view.ts'

export const patientRoutes = [
  route(
    'GET',
    '/api/patients/:id',
    { may: 'chart:read', ownership: 'clinic', audit: 'patient-read' },
    async ({ clinic, params, who, requestId }) => {
      const open = await openInUse(clinic, clinic.record, params.id)
      if (!open.ok && open.problem.instead === undefined) return open
      const read = { actor: { id: who.id }, what: 'the chart', action: 'patient-read', patientId: params.id, requestId }
      await clinic.record.auditRead(open.ok ? { ...read, patientIds: open.value.merged } : read)
      return open.ok ? answer(await viewOf(clinic, open.value)) : open
    },
  ),

  route(
    'POST',
    '/api/patients/:id/acts',
    { may: 'act:record', ownership: 'clinic', audit: 'the kind of the act' },
    async ({ clinic, params, body, who, requestId, idempotencyKey, ifMatch }) =>
      answerOf(await recordAct(clinic, { patientId: params.id, act: body, who, requestId, idempotencyKey, ifMatch })),
  ),

  route(
    'POST',
    '/api/patients',
    {
      may: 'patient:create',
      audit: 'referral-entered, or referral-joined',
      largest: largestReferral,
    },
    async ({ clinic, body: { joins, ...referral }, who, requestId, idempotencyKey: key }) =>
      answerOf(await enterReferral(clinic, { referral, joins, by: who, requestId, key })),
  ),

  route(
    'POST',
    '/api/patients/duplicates',
    { may: 'patient:create', audit: 'duplicates-read' },
    async ({ clinic, body, who, requestId }) => {
      const asked = { name: body.name, birthDate: body.birthDate ?? null, phone: body.phone ?? null }
      const found = await duplicatesOf(clinic, asked)
      await clinic.record.auditRead({
        actor: { id: who.id },
        what: 'who else it might be',
        action: 'duplicates-read',
        patientIds: found.map(({ id }) => id),
        requestId,
      })
      return answer(found)
    },
  ),

  route(
    'POST',
    '/api/patients/:id/reviews/:review/close',
    { may: 'review:close', ownership: 'clinic', audit: 'review' },
    async ({ clinic, params, body, who, requestId }) =>
      answerOf(
        await closeReview(clinic, {
          patientId: params.id,
          taskId: params.review,
          note: body.note,
          who,
          requestId,
        }),
      ),
  ),

  route(
    'PUT',
    '/api/patients/:id/contact',
    { may: 'contact:write', ownership: 'clinic', audit: 'contact-changed' },
    async ({ clinic, params, body, who, requestId, ifMatch }) =>
      answerOf(await changeContact(clinic, { patientId: params.id, contact: body, seen: ifMatch, who, requestId })),
  ),

  route(
    'PUT',
    '/api/patients/:id/identity',
    { may: 'identity:write', ownership: 'clinic', audit: 'identity-corrected' },
    async ({ clinic, params, body, who, requestId, ifMatch }) =>
      answerOf(
        await correctIdentity(clinic, {
          patientId: params.id,
          identity: body,
          seen: ifMatch,
          who,
          requestId,
        }),
      ),
  ),

  route(
    'PUT',
    '/api/patients/:id/first-visit',
    { may: 'visit:book', ownership: 'clinic', audit: 'first-visit-booked' },
    async ({ clinic, params, body, who, requestId, ifMatch }) =>
      answerOf(await bookFirstVisit(clinic, { patientId: params.id, on: body.on, seen: ifMatch, who, requestId })),
  ),

  route(
    'PUT',
    '/api/patients/:id/follows',
    {
      may: 'version:follow',
      ownership: 'clinic',
      audit: 'version-followed',
    },
    async ({ clinic, params, body, who, requestId }) =>
      answerOf(await followVersion(clinic, { patientId: params.id, version: body.version, who, requestId })),
  ),

  route(
    'POST',
    '/api/patients/:id/attachments',
    { may: 'attachment:add', ownership: 'clinic', audit: 'attachment-added', largest: largestClip },
    async ({ clinic, params, body, who, requestId, idempotencyKey }) =>
      answerOf(await addClip(clinic, { patientId: params.id, clip: body, who, requestId, idempotencyKey })),
  ),

  route(
    'POST',
    '/api/patients/:id/attachments/:file/withdraw',
    { may: 'attachment:withdraw', ownership: 'clinic', audit: 'attachment-withdrawn' },
    async ({ clinic, params, who, requestId }) =>
      answerOf(await withdrawClip(clinic, { patientId: params.id, fileId: params.file, who, requestId })),
  ),

  route(
    'GET',
    '/api/patients/:id/attachments/:file',
    { may: 'attachment:read', ownership: 'clinic', audit: 'attachment-read' },
    async ({ clinic, params, who, requestId }) => {
      const file = await shownFile(clinic.record, { patientId: params.id, fileId: params.file })
      if (file === null) return notFound()
      await clinic.record.auditRead({
        actor: { id: who.id },
        what: `Attachment/${file.id}`,
        action: 'attachment-read',
        patientId: params.id,
        requestId,
      })
      return fileAnswer(file)
    },
  ),
]
