import { largestClip } from '@facialis/wire'
import { recordAct } from '../acts/record-act.ts'
import { addClip } from '../deeds/add-clip.ts'
import { bookFirstVisit } from '../deeds/book-first-visit.ts'
import { changeContact } from '../deeds/change-contact.ts'
import { closeReview } from '../deeds/close-review.ts'
import { correctIdentity } from '../deeds/correct-identity.ts'
import { followVersion } from '../deeds/follow-version.ts'
import { withdrawClip } from '../deeds/withdraw-clip.ts'
import { largestReferral } from '../front-door/attachments.ts'
import { duplicatesOf } from '../front-door/duplicates.ts'
import { enterReferral } from '../front-door/enter-referral.ts'
import { nothingHere } from '../ground/problem.ts'
import { fileAnswer } from '../http/file-answer.ts'
import { answer, asAnswer, route } from '../http/route.ts'
import { shownFile } from '../patient/hidden-files.ts'
import { openInUse } from '../patient/open-chart.ts'
import { viewOf } from '../patient/view.ts'

export const patientRoutes = [
  route(
    'GET',
    '/api/patients/:id',
    { may: 'chart:read', whose: 'clinic', audit: 'patient-read' },
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
    { may: 'act:record', whose: 'clinic', audit: 'the kind of the act' },
    async ({ clinic, params, body, who, requestId, idempotencyKey, ifMatch }) =>
      asAnswer(await recordAct(clinic, { patientId: params.id, act: body, who, requestId, idempotencyKey, ifMatch })),
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
      asAnswer(await enterReferral(clinic, { referral, joins, by: who, requestId, key })),
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
    { may: 'review:close', whose: 'clinic', audit: 'review' },
    async ({ clinic, params, body, who, requestId }) =>
      asAnswer(
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
    { may: 'contact:write', whose: 'clinic', audit: 'contact-changed' },
    async ({ clinic, params, body, who, requestId, ifMatch }) =>
      asAnswer(await changeContact(clinic, { patientId: params.id, contact: body, seen: ifMatch, who, requestId })),
  ),

  route(
    'PUT',
    '/api/patients/:id/identity',
    { may: 'identity:write', whose: 'clinic', audit: 'identity-corrected' },
    async ({ clinic, params, body, who, requestId, ifMatch }) =>
      asAnswer(
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
    { may: 'visit:book', whose: 'clinic', audit: 'first-visit-booked' },
    async ({ clinic, params, body, who, requestId, ifMatch }) =>
      asAnswer(await bookFirstVisit(clinic, { patientId: params.id, on: body.on, seen: ifMatch, who, requestId })),
  ),

  route(
    'PUT',
    '/api/patients/:id/follows',
    {
      may: 'version:follow',
      whose: 'clinic',
      audit: 'version-followed',
    },
    async ({ clinic, params, body, who, requestId }) =>
      asAnswer(await followVersion(clinic, { patientId: params.id, version: body.version, who, requestId })),
  ),

  route(
    'POST',
    '/api/patients/:id/attachments',
    { may: 'attachment:add', whose: 'clinic', audit: 'attachment-added', largest: largestClip },
    async ({ clinic, params, body, who, requestId, idempotencyKey }) =>
      asAnswer(await addClip(clinic, { patientId: params.id, clip: body, who, requestId, idempotencyKey })),
  ),

  route(
    'POST',
    '/api/patients/:id/attachments/:file/withdraw',
    { may: 'attachment:withdraw', whose: 'clinic', audit: 'attachment-withdrawn' },
    async ({ clinic, params, who, requestId }) =>
      asAnswer(await withdrawClip(clinic, { patientId: params.id, fileId: params.file, who, requestId })),
  ),

  route(
    'GET',
    '/api/patients/:id/attachments/:file',
    { may: 'attachment:read', whose: 'clinic', audit: 'attachment-read' },
    async ({ clinic, params, who, requestId }) => {
      const file = await shownFile(clinic.record, { patientId: params.id, fileId: params.file })
      if (file === null) return nothingHere()
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
